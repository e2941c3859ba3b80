"""What lists say of a challenge: a little of its brief, and how much came in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from collector.pages.phases import Step, step_of
from collector.published import PublishedData
from collector.words import SOURCE

NEVER = datetime.max.replace(tzinfo=UTC)
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Counted:
    """What of a card comes from published data."""

    phase: str
    ideas: int
    responses: int
    closes: str | None = None
    """As ISO 8601; a quota may have given it."""
    step: Mapping[str, str | None] | None = None
    """The dated phase that is on or next, its times alike."""

    @classmethod
    def of(cls, data: PublishedData) -> "Counted":
        closes = data.closes.isoformat() if data.closes else None
        responses = sum(data.counts.responses.values())
        return cls(data.phase.value, data.counts.ideas, responses, closes, _told(step_of(data)))


@dataclass(frozen=True)
class Card:
    """One challenge in a list. `image` is a place below `challenges/`."""

    slug: str
    title: str
    summary: str
    image: str
    opens: datetime | None
    closes: datetime | None
    since: datetime
    takes_ideas: bool
    language: str
    phase: str
    ideas: int
    responses: int
    wanted: int | None = None
    """So many answers end it, if nothing else does before."""
    step: Step | None = None
    """The dated phase that is on, or next."""

    @property
    def answered(self) -> bool:
        return bool(self.ideas or self.responses)


def card(slug: str, facts: Mapping[str, Any], counted: Counted) -> Card:
    """The card of a challenge from the build's record and its counts."""
    return Card(
        slug=slug,
        title=facts["title"],
        summary=facts["summary"],
        image=facts["image"],
        opens=_time(facts["opens"]),
        closes=_time(counted.closes or facts["closes"]),
        since=datetime.fromisoformat(facts["since"]),
        takes_ideas=facts["takes_ideas"],
        language=facts.get("language", SOURCE),
        phase=counted.phase,
        ideas=counted.ideas,
        responses=counted.responses,
        wanted=facts.get("closes_after"),
        step=_step(counted.step),
    )


def _told(step: Step | None) -> dict[str, str | None] | None:
    if step is None:
        return None
    begins = step.begins.isoformat() if step.begins else None
    return {"name": step.name, "begins": begins, "ends": step.ends.isoformat()}


def _step(told: Mapping[str, str | None] | None) -> Step | None:
    if told is None:
        return None
    return Step(told["name"] or "", _time(told["begins"]), _time(told["ends"]) or NEVER)


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def in_phase(cards: Iterable[Card], phase: str) -> list[Card]:
    """Those in a phase: what ends or begins soonest first, of the closed the latest first."""
    chosen = [each for each in cards if each.phase == phase]
    if phase == "upcoming":
        return sorted(chosen, key=lambda each: (each.opens or NEVER, each.slug))
    if phase == "open":
        return sorted(chosen, key=lambda each: (each.closes or NEVER, each.slug))
    return sorted(chosen, key=lambda each: (each.closes or LONG_AGO, each.slug), reverse=True)
