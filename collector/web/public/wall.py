"""What stands on a workshop's wall, as everybody in the room may read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from collector import form as forms
from collector import workshop as rules
from collector.brief import Form
from collector.entries import Idea, Step, Workshop
from collector.form import Told
from collector.store import workshops
from collector.web.public.room import Room


@dataclass(frozen=True)
class Hung:
    """One idea on the wall, as everybody in the room may read it."""

    ref: str
    title: str
    told: Sequence[Told]
    merged: Sequence[str]
    dots: int
    """All, once they are counted."""
    mine: int


def wall(room: Room) -> dict[str, object]:
    """Nothing of others before the reveal; counts once the vote is closed."""
    workshop = room.workshop
    if workshop.step not in rules.REVEALED:
        return {"groups": [], "dots_left": 0}
    ideas = room.ideas
    at = rules.stands(ideas)
    dots = [at[ref] for ref in room.seat.dots if ref in at] if room.seat else []
    counted = counts(workshop)
    seats = workshops.seats(room.context.store, workshop.ref) if counted else []
    pinned = rules.wall(workshop, ideas, seats)
    if counted:
        pinned.sort(key=lambda each: -each.dots)
    groups = [
        (heading, [_hung(room.form, each, dots) for each in pinned if each.heading == heading])
        for heading in (*workshop.headings, "")
    ]
    if counted:
        groups = [("", [_hung(room.form, each, dots) for each in pinned])]
    return {
        "groups": [each for each in groups if each[1]],
        "dots_left": workshop.dots - len(dots),
        "voting": workshop.step is Step.VOTE and not room.is_over and room.seat is not None,
        "counted": counted,
    }


def counts(workshop: Workshop) -> bool:
    """Whether the dots are told: once the vote is closed."""
    over = workshop.ended is not None and workshop.step is Step.VOTE
    return workshop.step is Step.RESULT or over


def _hung(form: Form, pinned: rules.Pinned, dots: Sequence[str]) -> Hung:
    idea = pinned.idea
    answers = {name: each for name, each in idea.answers.items() if name != "title"}
    told = [each for each in forms.summarise(form, answers) if each.public]
    merged = [title_of(each) for each in pinned.merged]
    return Hung(idea.ref, title_of(idea), told, merged, pinned.dots, dots.count(idea.ref))


def title_of(idea: Idea) -> str:
    """What the idea is called."""
    return str(idea.answers.get("title", ""))
