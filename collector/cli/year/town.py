"""The town around the corner bakery: its people send, vote and talk at the public address.

A diary says what happens; the town does it, by chance where the diary leaves it to chance.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from collector.acts import benefit, desk, juror, measure, pick, progress, score, tags, thank
from collector.acts.merge import Merging, merge
from collector.cli.samples import DECISIONS, Community, Sample, discuss
from collector.cli.year.crowd import answered
from collector.cli.year.served import Clock
from collector.entries import Progress, Reason
from collector.form.measured import Measured
from collector.form.scorecard import MARK

SIZE = 80
"""People with a browser of their own."""

WRITING = (40, 400)
"""Seconds that somebody takes for an entry."""

Facts = Mapping[str, Any]


@dataclass(kw_only=True)
class Town(Community):
    """Those who live here. The same `chance` gives the same year."""

    clock: Clock
    chance: Random
    people: Sequence[str] = ()
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each person voted in each challenge."""
    dealt: Counter[str] = field(default_factory=Counter)
    """How many people read each variant of a poll."""
    seated: set[str] = field(default_factory=set)
    """Jurors who have opened their personal link."""

    def __post_init__(self) -> None:
        self.people = [self.person() for _ in range(SIZE)]

    def person(self) -> str:
        """The number of a browser that nobody had before."""
        return f"{self.chance.getrandbits(128):032x}"

    def token(self, place: str, _sample: Sample, _name: str) -> str:
        """As a browser is handed it; then somebody writes."""
        token: str = self.visitor.begins(place)["token"]
        self.clock.turn(self.clock.now + timedelta(seconds=self.chance.randint(*WRITING)))
        return token

    def suggests(self, challenge: str, idea: Facts) -> None:
        """An idea comes in."""
        sample = {"challenge": challenge, "answers": idea["answers"]}
        self.refs[idea["answers"]["title"]] = self.sends(sample, idea.get("form", "idea"))

    def talks(self, challenge: str, idea: Facts, said: Facts) -> None:
        """Somebody comments on an idea; the desk lets it in, and perhaps answers."""
        discuss(self, {"challenge": challenge}, said, {"idea": self.ref(idea)})

    def decides(self, idea: Facts, decision: str, by: str) -> None:
        """The desk lets it in, or not; files it, and answers."""
        ref = self.ref(idea)
        desk.decide(self.kept, DECISIONS[decision], [ref], by=by, now=self.clock())
        if "tags" in idea:
            tags.tag(self.kept, ref, idea["tags"], by=by, now=self.clock())
        if "reply" in idea:
            desk.reply(self.kept, ref, idea["reply"], by=by, now=self.clock())

    def brings_on(self, idea: Facts, step: Facts, by: str) -> None:
        """The desk says what becomes of it."""
        ref, now = self.ref(idea), self.clock()
        if "into" in step:
            merge(self.kept, ref, self.refs[step["into"]], Merging(by, now, step["reply"]))
            return
        told = step.get("reply", "")
        progress.progress(self.kept, Progress(step["progress"]), [ref], by=by, now=now, text=told)

    def tells(self, idea: Facts, brought: Facts, by: str) -> None:
        """The desk says what an idea brought and took, and what was learnt."""
        told = {key: str(value) for key, value in brought.items() if key not in ("on", "shown")}
        shown = brought.get("shown", ("kind", "value", "cost", "learnt"))
        benefit.tell(self.kept, self.ref(idea), benefit.Told(told, shown), by, self.clock())

    def judges(self, challenge: str, idea: Facts, name: str, marks: Mapping[str, int]) -> None:
        """A juror scores the idea; without marks they stand too close to it."""
        if name not in self.seated:
            juror.take(
                self.kept, juror.offer(self.kept, name, challenge, self.clock()), self.clock()
            )
            self.seated.add(name)
        sent = {f"{MARK}{criterion}": str(each) for criterion, each in marks.items()}
        said = score.Sent(sent, conflict=not marks)
        score.score(self.kept, self.briefs[challenge], self.ref(idea), name, said, self.clock())

    def picks(self, challenge: str, idea: Facts, picked: Facts, by: str) -> None:
        """The desk puts the idea on the shortlist, or gives it the award."""
        reason = Reason(picked.get("reason", Reason.SCORE))
        picking = pick.Picking(picked["move"], [self.ref(idea)], reason, picked.get("reply", ""))
        pick.pick(self.kept, self.briefs[challenge], picking, by, self.clock())

    def thanks(self, idea: Facts, text: str, by: str) -> None:
        """The desk thanks the author, behind the receipt."""
        thank.thank(self.kept, self.ref(idea), text, by, self.clock())

    def measures(self, challenge: str, measured: Facts, by: str) -> None:
        """The desk writes down what was measured of an objective."""
        told = Measured(measured["on"], measured["value"], measured.get("note", ""))
        measure.enter(self.kept, self.briefs[challenge], told, measure.By(by, self.clock()))

    def ref(self, idea: Facts) -> str:
        return self.refs[idea["answers"]["title"]]

    def votes(self, challenge: str, idea: Facts, value: str = "yes") -> None:
        """Somebody with a vote left gives it to the idea."""
        rules = self.briefs[challenge].voting
        most = rules.most if rules and rules.most else len(self.refs)
        title = idea["answers"]["title"]
        free = [
            each
            for each in self.people
            if self.used[challenge, each] < most and not self.used[title, each]
        ]
        if not free:
            return
        voter = self.chance.choice(free)
        self.used[challenge, voter] += 1
        self.used[title, voter] += 1
        place = f"-/ideas/{self.ref(idea)}/vote"
        self.visitor.sends(place, {"value": value, "_voter": voter})

    def fills_in(self, challenge: str, titles: Sequence[str], turn: int) -> None:
        """A ballot of ideas in an order, by another person at each `turn`."""
        body = {"choices": [self.refs[each] for each in titles], "_voter": self.people[turn]}
        self.visitor.sends(f"-/ballots/{challenge}", body)

    def answers(self, challenge: str, form: str, crowd: Facts) -> None:
        """A poll or survey, as one of a crowd; where it is split, by the words they are dealt."""
        kit, chance = {}, self.chance
        if "variants" in crowd:
            code = self.visitor.sends(f"-/variant/{challenge}/{form}", {})["variant"]
            kit, crowd = {"_variant": code}, {**crowd, **crowd["variants"][code]}
            chance = self._of_variant(f"{challenge} {form} {code}")
        answers = answered(crowd, chance)
        self.sends({"challenge": challenge, "answers": answers, "kit": kit}, form)

    def _of_variant(self, name: str) -> Random:
        """A chance of its own for whoever is dealt the variant next: which of two people that is
        the garden draws by its own lot.
        """
        self.dealt[name] += 1
        return Random(f"{name} {self.dealt[name]}")  # noqa: S311 - a made-up town, no secret

    def looks(self, path: str) -> None:
        """Somebody reads a page, and sends nothing."""
        self.visitor.reads(path)
