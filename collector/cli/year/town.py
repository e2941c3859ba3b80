"""The town around the corner bakery: its people send, vote and talk at the public address.

A diary says what happens; the town does it, by chance where the diary leaves it to chance.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from collector.acts import desk, progress, tags
from collector.acts.merge import Merging, merge
from collector.cli.samples import DECISIONS, Community, Sample
from collector.cli.year.served import Clock
from collector.entries import Progress

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

    def __post_init__(self) -> None:
        self.people = [f"{self.chance.getrandbits(128):032x}" for _ in range(SIZE)]

    def token(self, place: str, _sample: Sample, _name: str) -> str:
        """As a browser is handed it; then somebody writes."""
        token: str = self.visitor.begins(place)["token"]
        self.clock.turn(self.clock.now + timedelta(seconds=self.chance.randint(*WRITING)))
        return token

    def suggests(self, challenge: str, idea: Facts) -> None:
        """An idea comes in."""
        sample = {"challenge": challenge, "answers": idea["answers"]}
        self.refs[idea["answers"]["title"]] = self.sends(sample, idea.get("form", "idea"))

    def decides(self, idea: Facts, decision: str, by: str) -> None:
        """The desk lets it in, or not; files it, and answers."""
        ref = self.refs[idea["answers"]["title"]]
        desk.decide(self.kept, DECISIONS[decision], [ref], by=by, now=self.clock())
        if "tags" in idea:
            tags.tag(self.kept, ref, idea["tags"], by=by, now=self.clock())
        if "reply" in idea:
            desk.reply(self.kept, ref, idea["reply"], by=by, now=self.clock())

    def brings_on(self, idea: Facts, step: Facts, by: str) -> None:
        """The desk says what becomes of it."""
        ref, now = self.refs[idea["answers"]["title"]], self.clock()
        if "into" in step:
            merge(self.kept, ref, self.refs[step["into"]], Merging(by, now, step["reply"]))
            return
        told = step.get("reply", "")
        progress.progress(self.kept, Progress(step["progress"]), [ref], by=by, now=now, text=told)

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
        place = f"-/ideas/{self.refs[title]}/vote"
        self.visitor.sends(place, {"value": value, "_voter": voter})

    def fills_in(self, challenge: str, titles: Sequence[str], turn: int) -> None:
        """A ballot of ideas in an order, by another person at each `turn`."""
        body = {"choices": [self.refs[each] for each in titles], "_voter": self.people[turn]}
        self.visitor.sends(f"-/ballots/{challenge}", body)

    def answers(self, challenge: str, form: str, answers: Facts) -> None:
        """A poll or survey."""
        self.sends({"challenge": challenge, "answers": answers}, form)

    def looks(self, path: str) -> None:
        """Somebody reads a page, and sends nothing."""
        self.visitor.reads(path)
