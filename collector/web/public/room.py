"""What a participant sees of a workshop: the step, what they wrote, and what stands on the wall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from flask import Response, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from collector import form as forms
from collector import workshop as rules
from collector.acts import visit
from collector.acts.receipt import code_hash
from collector.acts.seat import Sitting
from collector.brief import Brief, Form
from collector.entries import Idea, Seat, Step, Value, Workshop, spoken_code
from collector.errors import Forbidden, GardenError, Invalid, Problem
from collector.form import Told
from collector.form.typed import on_slip, without_files
from collector.store import workshops
from collector.web import errors
from collector.web.context import Context
from collector.web.frame import render
from collector.web.public.target import Target, find
from collector.web.tokens import SUBMISSION, Seated, new_submission, seconds
from collector.words import say

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


@dataclass(frozen=True)
class Own:
    """One idea of the participant's own."""

    title: str
    hidden: bool
    receipt: str


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


def remember(response: AnyResponse, room: Room, key: str) -> None:
    """Let the browser keep its seat."""
    response.set_cookie(
        COOKIE,
        room.context.tokens.seal(Seated(room.workshop.ref, key, seconds(room.now))),
        max_age=Seated.life,
        path="/w",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )


def submission(
    room: Room, kit: Mapping[str, str], sent: Mapping[str, Sequence[str]]
) -> tuple[visit.Submission, str]:
    """What was written, checked, and the number that makes it one. Raises Invalid."""
    number = kit.get("_token", "")
    number = number if SUBMISSION.fullmatch(number) else new_submission()
    target, problems = room.target, dict[str, Problem]()
    answers: Mapping[str, Value] = {}
    raw = {name: texts for name, texts in sent.items() if not name.startswith("_")}
    today = room.context.today(room.now)
    try:
        answers = forms.check(without_files(target.definition), raw, today=today).answers
    except Invalid as error:
        problems |= error.problems
    if target.terms and not kit.get("_terms"):
        problems["_terms"] = Problem("answer-terms")
    if problems:
        raise Invalid(problems)
    content = visit.content_digest(target.brief.slug, target.form.name, answers)
    made = visit.Submission(
        brief=target.brief,
        form=target.form,
        form_hash=target.definition.hash,
        answers=answers,
        digest=sha256(f"{number}/{content}".encode()).hexdigest(),
        code_hash=code_hash(room.receipt(number)),
        terms=visit.Accepted(target.terms.hash, target.terms.text) if target.terms else None,
        flags=("trap",) if kit.get("_website") else (),
        source="workshop",
        waits=True,
    )
    return made, number


def page(room: Room, fault: Fault | None = None) -> Response:
    """The room in the site's frame; to whoever has no seat, the way in."""
    name = "workshop" if room.is_inside else "workshop_join"
    response = render(
        f"public/{name}.html",
        room.brief.title,
        errors.status_of(fault.error) if fault else 200,
        room=room,
        workshop=room.workshop,
        brief=room.brief,
        code=room.code,
        table=request.args.get("table", ""),
        without_cookies="in" in request.args,
        inside=inside(room, fault, drawn=True) if room.is_inside else "",
        message=errors.message(fault.error) if fault else "",
        assets=room.context.live().assets,
        script_words=script_words(*SAID),
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response


SAID = ("kept", "waits", "unsent", "lost", "minutes", "over", "again")
"""What the script says, by name."""


def script_words(*names: str) -> dict[str, str]:
    """The script's sentences; their blanks stay, for the script to fill."""
    blanks = {name: f"{{{name}}}" for name in ("count", "minutes")}
    return {name: say(f"workshop-script-{name}", blanks) for name in names}


def inside(room: Room, fault: Fault | None = None, *, drawn: bool = False) -> str:
    """What changes while it goes on. Without `drawn` the form has no number of its own: a script
    gives it one, and the answer stays the same as long as nothing happens.
    """
    workshop, writing = room.workshop, fault is not None and fault.writing
    may_write = workshop.step in rules.WRITING and not room.is_over and room.seat is not None
    return render_template(
        "public/workshop_room.html",
        room=room,
        workshop=workshop,
        steps=rules.STEPS,
        place=rules.STEPS.index(workshop.step),
        over=room.is_over,
        until=workshop.until,
        left=workshop.left,
        form=_form(room, fault if writing else None, drawn=drawn) if writing or may_write else "",
        late=workshop.step is not Step.WRITE,
        kept=drawn and "kept" in request.args and not fault,
        message=_message(fault),
        own=_own(room),
        **_wall(room),
    )


def _message(fault: Fault | None) -> str:
    """What is wrong, unless the form itself says it."""
    if fault is None or (isinstance(fault.error, Invalid) and fault.writing):
        return ""
    return errors.message(fault.error)


def _form(room: Room, fault: Fault | None, *, drawn: bool) -> str:
    target, kit = room.target, fault.kit if fault else {}
    problems = fault.error.problems if fault and isinstance(fault.error, Invalid) else {}
    given = kit.get("_token", "")
    number = given if SUBMISSION.fullmatch(given) else new_submission()
    return forms.draw(
        on_slip(target.form),
        forms.Context(
            challenge=target.brief.slug,
            action=f"/w/{room.code}",
            definition_hash=target.definition.hash,
            values={**(fault.raw if fault else {}), "_terms": [kit.get("_terms", "")]},
            problems=problems,
            hidden={"_do": "write", "_token": number if drawn else ""},
            saves=False,
            terms=_terms(room),
            button=say("workshop-send"),
            base=room.context.site(f"/challenges/{target.brief.slug}/"),
            level=3,
        ),
    )


def _terms(room: Room) -> forms.Terms | None:
    terms = room.target.terms
    if terms is None:
        return None
    return forms.Terms(terms.name, terms.title, room.context.site(f"/terms/{terms.name}/"))


def _own(room: Room) -> list[Own]:
    """What this seat wrote, the newest first."""
    if room.seat is None:
        return []
    written = workshops.written(room.context.store, room.workshop.ref)
    mine = {each.idea: each.submission for each in written if each.who == room.seat.who}
    ideas = [
        each for each in workshops.ideas(room.context.store, room.workshop.ref) if each.ref in mine
    ]
    return [
        Own(title_of(each), each.state in rules.HIDDEN, room.receipt(mine[each.ref]))
        for each in reversed(ideas)
    ]


def _wall(room: Room) -> dict[str, object]:
    """Nothing of others before the reveal; counts once the vote is closed."""
    workshop = room.workshop
    if workshop.step not in rules.REVEALED:
        return {"groups": [], "dots_left": 0}
    store = room.context.store
    ideas = workshops.ideas(store, workshop.ref)
    at = rules.stands(ideas)
    dots = [at[ref] for ref in room.seat.dots if ref in at] if room.seat else []
    counted = counts(workshop)
    seats = workshops.seats(store, workshop.ref) if counted else []
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
