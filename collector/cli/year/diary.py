"""The diary of the year: what came on which day, and what was made of it.

diary/<name>.toml ─ read ─► Happenings in the order of time

    challenge = "saturday-queue"
    until = 2026-01-10                   the last day of votes
    [[idea]]                             sent, decided on, voted on, talked about, brought on
    sent = 2025-12-16
    answers = { title = "…", text = "…" }
    approved = 2025-12-17                or rejected, or spam
    votes = 12                           or `backed`, how often it stands on ballots
    said = [{ on = 2025-12-19, text = "…", name = "…", reply = "…" }]
    marks = { jonas = [5, 4], … }        by juror; none where they stand too close to it
    picked = { on = 2026-01-13, move = "shortlist", reply = "…" }
    became = [{ on = 2026-01-15, progress = "planned", reply = "…" }]
    thanks = { on = 2026-01-16, text = "…" }
    brought = { on = 2026-03-01, kind = "incremental", value = 3, value_unit = "minutes", … }
    [jury]                               the day on which it judged, and its criteria
    [[measured]]                         of the objective, on a day
    [[crowd]]                            so many answers to a poll or survey
    [[ballots]]                          so many lists of ideas, best first
    [[looked]]                           so many people who read the page

What stands in the diary happens on its day; the hour, and who it is, are left to chance.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from collector.cli.year.crowd import drawn
from collector.cli.year.town import Facts, Town

VISITS, DESK = (7, 18), (18, 20)
"""Hours in which people write, and in which the desk decides."""

OWNER = "Mara"
"""Who decides."""

DECIDED = {"approved": "approve", "rejected": "reject", "spam": "spam"}

Deed: TypeAlias = Callable[[Town], None]


@dataclass(frozen=True)
class Happening:
    """What the town does at a moment, an aware time in UTC."""

    at: datetime
    do: Deed


@dataclass(frozen=True)
class Diary:
    """One file, and the chance that fills in its hours."""

    told: Mapping[str, Any]
    zone: tzinfo
    chance: Random

    @property
    def challenge(self) -> str:
        return str(self.told["challenge"])

    def happenings(self) -> Iterator[Happening]:
        for idea in self.told.get("idea", ()):
            yield from self._sent(idea)
            yield from self._decided(idea)
            yield from self._judged(idea)
            yield from self._brought_on(idea)
        for kind, tell in TELLS.items():
            for each in self.told.get(kind, ()):
                yield from tell(self, each)

    def _sent(self, idea: Facts) -> Iterator[Happening]:
        send = partial(Town.suggests, challenge=self.challenge, idea=idea)
        yield self._on(idea["sent"], VISITS, send)
        for said in idea.get("said", ()):
            say = partial(Town.talks, challenge=self.challenge, idea=idea, said=said)
            yield self._on(said["on"], VISITS, say)

    def _decided(self, idea: Facts) -> Iterator[Happening]:
        for word, decision in DECIDED.items():
            if word in idea:
                decide = partial(Town.decides, idea=idea, decision=decision, by=OWNER)
                yield self._on(idea[word], DESK, decide)
        for _ in range(idea.get("votes", 0)):
            vote = partial(Town.votes, challenge=self.challenge, idea=idea, value=self._value(idea))
            last = min([self.told["until"], *_merged(idea)])
            yield self._between(idea["approved"] + timedelta(days=1), last, vote)

    def _value(self, idea: Facts) -> str:
        """How much it is liked: `stars` lists what is given as often as each."""
        return str(self.chance.choice(idea["stars"])) if "stars" in idea else "yes"

    def _judged(self, idea: Facts) -> Iterator[Happening]:
        jury = self.told.get("jury", {})
        for name, given in idea.get("marks", {}).items():
            marks = dict(zip(jury["criteria"], given, strict=False))
            judge = partial(
                Town.judges, challenge=self.challenge, idea=idea, name=name, marks=marks
            )
            yield self._on(jury["on"], VISITS, judge)
        if picked := idea.get("picked"):
            pick = partial(Town.picks, challenge=self.challenge, idea=idea, picked=picked, by=OWNER)
            yield self._on(picked["on"], DESK, pick)

    def _brought_on(self, idea: Facts) -> Iterator[Happening]:
        for step in idea.get("became", ()):
            yield self._on(
                step["on"], DESK, partial(Town.brings_on, idea=idea, step=step, by=OWNER)
            )
        if thanks := idea.get("thanks"):
            thank = partial(Town.thanks, idea=idea, text=thanks["text"], by=OWNER)
            yield self._on(thanks["on"], DESK, thank)
        if brought := idea.get("brought"):
            tell = partial(Town.tells, idea=idea, brought=brought, by=OWNER)
            yield self._on(brought["on"], DESK, tell)

    def _measured(self, measured: Facts) -> Iterator[Happening]:
        enter = partial(Town.measures, challenge=self.challenge, measured=measured, by=OWNER)
        yield self._on(measured["on"], DESK, enter)

    def _crowd(self, crowd: Facts) -> Iterator[Happening]:
        for _ in range(crowd["count"]):
            answer = partial(
                Town.answers, challenge=self.challenge, form=crowd["form"], crowd=crowd
            )
            yield self._between(crowd["from"], crowd["until"], answer)

    def _ballots(self, ballots: Facts) -> Iterator[Happening]:
        backed = {each["answers"]["title"]: each.get("backed", 0) for each in self.told["idea"]}
        for turn in range(ballots["count"]):
            titles = drawn(backed, ballots["most"], self.chance)
            fill = partial(Town.fills_in, challenge=self.challenge, titles=titles, turn=turn)
            yield self._between(ballots["from"], ballots["until"], fill)

    def _looked(self, looked: Facts) -> Iterator[Happening]:
        look = partial(Town.looks, path=f"/challenges/{self.challenge}/")
        for _ in range(looked["count"]):
            yield self._between(looked["from"], looked["until"], look)

    def _between(self, first: date, last: date, do: Deed) -> Happening:
        days = self.chance.randint(0, max(0, (last - first).days))
        return self._on(first + timedelta(days=days), VISITS, do)

    def _on(self, day: date, hours: tuple[int, int], do: Deed) -> Happening:
        first, last = hours
        second = self.chance.randrange((last - first) * 3600)
        at = datetime.combine(day, time(first), self.zone) + timedelta(seconds=second)
        return Happening(at.astimezone(UTC), do)


TELLS: Mapping[str, Callable[[Diary, Facts], Iterator[Happening]]] = {
    "measured": Diary._measured,
    "crowd": Diary._crowd,
    "ballots": Diary._ballots,
    "looked": Diary._looked,
}
"""What else a diary holds beside ideas, by its heading."""


def _merged(idea: Facts) -> Sequence[date]:
    """The day on which it went into another one; from then on people vote there."""
    return [each["on"] for each in idea.get("became", ()) if "into" in each]


def read(folder: Path, zone: tzinfo, chance: Random) -> Sequence[Happening]:
    """All that the diaries in the folder tell, in the order of time."""
    diaries = [tomllib.loads(each.read_text("utf-8")) for each in sorted(folder.glob("*.toml"))]
    happenings = (each for told in diaries for each in Diary(told, zone, chance).happenings())
    return sorted(happenings, key=lambda each: each.at)
