"""A workshop, and whoever looks at it through a phone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from flask import request
from werkzeug.wrappers import Response

from collector import workshop as rules
from collector.acts.seat import Sitting
from collector.brief import Brief, Form
from collector.entries import Idea, Seat, Workshop, spoken_code
from collector.errors import Forbidden, GardenError
from collector.store import workshops
from collector.web import cookies
from collector.web.context import Context
from collector.web.public.target import Target, find
from collector.web.tokens import Seated, new_submission, seconds

COOKIE = "ig_seat"
KIND = "seat"
"""What tells a seat's key from voters' keys."""


@dataclass(frozen=True)
class Fault:
    """Why something was not done, and what was typed."""

    error: GardenError
    raw: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kit: Mapping[str, str] = field(default_factory=dict)

    @property
    def writing(self) -> bool:
        return self.kit.get("_do") == "write"


@dataclass(frozen=True)
class Room:
    """A workshop, and whoever looks at it: `key` is what their browser keeps, if anything."""

    context: Context
    workshop: Workshop
    target: Target
    key: str
    now: datetime

    @property
    def brief(self) -> Brief:
        return self.target.brief

    @property
    def form(self) -> Form:
        return self.target.form

    @property
    def code(self) -> str:
        return spoken_code(self.workshop.code)

    def who(self, key: str) -> str:
        """The participant's key as it is kept."""
        return self.context.tokens.voter(self.workshop.challenge, self.workshop.ref, KIND, key)

    def sitting(self, key: str) -> Sitting:
        return Sitting(self.workshop.ref, self.who(key) if key else "")

    @cached_property
    def seat(self) -> Seat | None:
        """Theirs, until it is over."""
        if not self.key:
            return None
        return workshops.seat(self.context.store, self.workshop.ref, self.who(self.key))

    @cached_property
    def ideas(self) -> list[Idea]:
        """All that was written, whatever became of it."""
        return workshops.ideas(self.context.store, self.workshop.ref)

    @property
    def is_over(self) -> bool:
        return rules.is_over(self.workshop, self.now)

    @property
    def is_inside(self) -> bool:
        """Whoever had a seat still sees how it ended, as long as their browser keeps the cookie."""
        return self.seat is not None or (bool(self.key) and self.workshop.ended is not None)

    def receipt(self, submission: str) -> str:
        """The code of what this seat wrote: made of what the browser keeps."""
        return self.context.tokens.code(f"{self.workshop.ref}/{self.key}/{submission}")


def enter(context: Context, workshop: Workshop) -> Room:
    """Raises Unknown where its challenge or its form is not on the site any more."""
    target = find(context.live(), workshop.challenge, workshop.form).spoken(workshop.language)
    kept = request.cookies.get(COOKIE, "")
    seated = context.tokens.open(Seated, kept) if kept else None
    now = context.clock()
    good = seated is not None and seated.workshop == workshop.ref and not seated.expired(now)
    return Room(context, workshop, target, seated.key if seated and good else "", now)


def ensure_inside(room: Room) -> None:
    """Raises Forbidden for whoever has no seat."""
    if not room.is_inside:
        raise Forbidden("workshop-no-seat")


def new_key() -> str:
    """A random number for a browser to keep."""
    return new_submission()


def remember(response: Response, room: Room, key: str) -> None:
    """Let the browser keep its seat."""
    seated = Seated(room.workshop.ref, key, seconds(room.now))
    sealed = room.context.tokens.seal(seated)
    cookies.keep(response, COOKIE, sealed, Seated.life, path="/w")
