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
    became = [{ on = 2026-01-15, progress = "planned", reply = "…" }]
    [[crowd]]                            so many answers to a poll or survey
    [[ballots]]                          so many lists of ideas, best first
    [[looked]]                           so many people who read the page

What stands in the diary happens on its day; the hour, and who it is, are left to chance.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from random import Random
from typing import Any

from collector.cli.samples import discuss
from collector.cli.year.town import Facts, Town

VISITS, DESK = (7, 18), (18, 20)
"""Hours in which people write, and in which the desk decides."""

OWNER = "Mara"
"""Who decides, unless the diary says otherwise."""

DECIDED = {"approved": "approve", "rejected": "reject", "spam": "spam"}


@dataclass(frozen=True)
class Happening:
    """What the town does at a moment, an aware time in UTC."""

    at: datetime
    do: Callable[[Town], None]


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
            yield from self._of_idea(idea)
        for crowd in self.told.get("crowd", ()):
            yield from self._of_crowd(crowd)
        for ballots in self.told.get("ballots", ()):
            yield from self._of_ballots(ballots)
        for looked in self.told.get("looked", ()):
            yield from self._of_looks(looked)

    def _of_idea(self, idea: Facts) -> Iterator[Happening]:
        yield self._on(idea["sent"], VISITS, lambda town: town.suggests(self.challenge, idea))
        for word, decision in DECIDED.items():
            if word in idea:
                yield self._at_desk(idea[word], _deciding(idea, decision))
        for _ in range(idea.get("votes", 0)):
            after, value = idea["approved"] + timedelta(days=1), self._value(idea)
            until = min([self.told["until"], *_merged(idea)])
            yield self._between(after, until, _voting(self.challenge, idea, value))
        for said in idea.get("said", ()):
            yield self._on(said["on"], VISITS, _talking(self.challenge, idea, said))
        for step in idea.get("became", ()):
            yield self._at_desk(step["on"], _bringing(idea, step))

    def _value(self, idea: Facts) -> str:
        """How much it is liked: `stars` lists what is given as often as each."""
        return str(self.chance.choice(idea["stars"])) if "stars" in idea else "yes"

    def _of_crowd(self, crowd: Facts) -> Iterator[Happening]:
        for _ in range(crowd["count"]):
            do = _answering(self.challenge, crowd["form"], answered(crowd, self.chance))
            yield self._between(crowd["from"], crowd["until"], do)

    def _of_ballots(self, ballots: Facts) -> Iterator[Happening]:
        backed = {each["answers"]["title"]: each.get("backed", 0) for each in self.told["idea"]}
        for turn in range(ballots["count"]):
            titles = drawn(backed, ballots["most"], self.chance)
            do = _balloting(self.challenge, titles, turn)
            yield self._between(ballots["from"], ballots["until"], do)

    def _of_looks(self, looked: Facts) -> Iterator[Happening]:
        path = f"/challenges/{self.challenge}/"
        for _ in range(looked["count"]):
            yield self._between(looked["from"], looked["until"], lambda town: town.looks(path))

    def _at_desk(self, day: date, do: Callable[[Town], None]) -> Happening:
        return self._on(day, DESK, do)

    def _between(self, first: date, last: date, do: Callable[[Town], None]) -> Happening:
        days = self.chance.randint(0, max(0, (last - first).days))
        return self._on(first + timedelta(days=days), VISITS, do)

    def _on(self, day: date, hours: tuple[int, int], do: Callable[[Town], None]) -> Happening:
        first, last = hours
        second = self.chance.randrange((last - first) * 3600)
        at = datetime.combine(day, time(first), self.zone) + timedelta(seconds=second)
        return Happening(at.astimezone(UTC), do)


def _merged(idea: Facts) -> Sequence[date]:
    """The day on which it went into another one; from then on people vote there."""
    return [each["on"] for each in idea.get("became", ()) if "into" in each]


def _deciding(idea: Facts, decision: str) -> Callable[[Town], None]:
    return lambda town: town.decides(idea, decision, OWNER)


def _voting(challenge: str, idea: Facts, value: str) -> Callable[[Town], None]:
    return lambda town: town.votes(challenge, idea, value)


def _bringing(idea: Facts, step: Facts) -> Callable[[Town], None]:
    return lambda town: town.brings_on(idea, step, OWNER)


def _answering(challenge: str, form: str, answers: Facts) -> Callable[[Town], None]:
    return lambda town: town.answers(challenge, form, answers)


def _balloting(challenge: str, titles: Sequence[str], turn: int) -> Callable[[Town], None]:
    return lambda town: town.fills_in(challenge, titles, turn)


def _talking(challenge: str, idea: Facts, said: Facts) -> Callable[[Town], None]:
    def talk(town: Town) -> None:
        ref = town.refs[idea["answers"]["title"]]
        discuss(town, {"challenge": challenge}, said, {"idea": ref})

    return talk


def answered(crowd: Facts, chance: Random) -> dict[str, Any]:
    """One of a crowd: of `answers` one code each by its weight, of `ticked` each by its share."""
    answers: dict[str, Any] = {}
    for name, weights in crowd.get("answers", {}).items():
        answers[name] = chance.choices(list(weights), list(weights.values()))[0]
    for name, shares in crowd.get("ticked", {}).items():
        ticked = [code for code, share in shares.items() if chance.random() < share]
        if ticked:
            answers[name] = ticked
    for name, texts in crowd.get("words", {}).items():
        if chance.random() < 0.3:
            answers[name] = chance.choice(texts)
    return answers


def drawn(weights: Mapping[str, int], most: int, chance: Random) -> Sequence[str]:
    """Up to `most` of them, each once, the weightier ones sooner."""
    left, titles = {each: weight for each, weight in weights.items() if weight}, []
    for _ in range(min(most, len(left))):
        titles.append(chance.choices(list(left), list(left.values()))[0])
        del left[titles[-1]]
    return titles


def read(folder: Path, zone: tzinfo, chance: Random) -> Sequence[Happening]:
    """All that the diaries in the folder tell, in the order of time."""
    diaries = [tomllib.loads(each.read_text("utf-8")) for each in sorted(folder.glob("*.toml"))]
    happenings = (each for told in diaries for each in Diary(told, zone, chance).happenings())
    return sorted(happenings, key=lambda each: each.at)
