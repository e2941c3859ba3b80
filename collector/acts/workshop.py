"""Whoever leads a workshop opens it, takes it from step to step, and ends it.

Each change names the revision that was seen: of two who lead it at once, the second is told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from collector import workshop as rules
from collector.acts import desk, tags
from collector.brief import Brief, FormKind
from collector.entries import (
    Decision,
    Idea,
    State,
    Workshop,
    new_reference,
    new_workshop_code,
)
from collector.errors import Closed, Conflict, Invalid, Problem, Refused, Unknown
from collector.moderation import Move
from collector.store import Store, workshops, writes

MOST_TABLES = 50
MOST_DOTS = 20
MOST_HEADINGS = 30
LONGEST_HOME = 200
"""Characters."""

Change = Callable[[Workshop, datetime], Workshop]

CHANGES: Mapping[str, Change] = {
    "next": lambda workshop, now: rules.moved(workshop, 1, now),
    "back": lambda workshop, now: rules.moved(workshop, -1, now),
    "stop": rules.stopped,
    "resume": rules.resumed,
    "pause": rules.paused,
    "continue": rules.continued,
}
"""What is done to one that is not over, by a word."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How a workshop is to be, as it was typed; `minutes` by step."""

    form: str
    home: str
    language: str
    tables: int | None
    dots: int | None
    minutes: Mapping[str, int | None] = field(default_factory=dict)


def begin(store: Store, brief: Brief, plan: Plan, by: str, now: datetime) -> Workshop:
    """A new one, with a code of its own. Raises Refused where the challenge takes no ideas,
    Invalid with every problem of the plan.
    """
    forms = [each.name for each in brief.forms if each.kind is FormKind.IDEA]
    if not forms:
        raise Refused("workshop-no-form", slug=brief.slug)
    _ensure(plan, forms)
    minutes = {name: each for name, each in plan.minutes.items() if each}
    workshop = Workshop(
        ref=new_reference(),
        challenge=brief.slug,
        form=plan.form,
        code=new_workshop_code(),
        home=plan.home.rstrip("/"),
        language=brief.spoken(plan.language).language,
        tables=plan.tables or 1,
        dots=plan.dots or 1,
        minutes=minutes,
        by=by,
        made=now.replace(microsecond=0),
    )
    writes.add(store, workshop)
    return workshop


def lead(store: Store, ref: str, seen: int, do: str, now: datetime) -> Workshop:
    """One of `CHANGES`. Raises Unknown, Closed when it is over, Conflict if it has changed."""
    if do not in CHANGES:
        raise Unknown("workshop-no-such")
    return _change(store, ref, seen, now, CHANGES[do])


def start(store: Store, ref: str, seen: int, minutes: int, now: datetime) -> Workshop:
    """The timer runs for so many minutes."""
    return _change(store, ref, seen, now, lambda one, now: rules.started(one, minutes, now))


def end(store: Store, ref: str, seen: int, now: datetime) -> Workshop:
    """It is over: its code opens nothing any more, and nothing ties what came to a browser."""

    def act(store: Store) -> Workshop:
        workshop = _change(store, ref, seen, now, rules.ended)
        workshops.forget_seats(store, ref)
        return workshop

    return store.transact(act)


def end_forgotten(store: Store, now: datetime) -> int:
    """End those that are over and that nobody ended; how many."""

    def act(store: Store) -> int:
        over = [each for each in workshops.open_ones(store) if rules.is_over(each, now)]
        for each in over:
            workshops.put(store, rules.ended(each, now), each.revision)
            workshops.forget_seats(store, each.ref)
        return len(over)

    return store.transact(act)


def remove(store: Store, ref: str, seen: int) -> None:
    """Forget one that is over, with its dots; its ideas stay. Raises Unknown, Conflict."""

    def act(store: Store) -> None:
        workshop = known(store, ref)
        if workshop.ended is None or workshop.revision != seen:
            raise Conflict("workshop-changed")
        workshops.remove(store, [ref])

    store.transact(act)


def add_heading(store: Store, ref: str, seen: int, heading: str, now: datetime) -> Workshop:
    """One more to group ideas under. Raises Invalid at `heading`."""
    return _change(store, ref, seen, now, lambda one, _: _with_heading(one, heading))


def move(store: Store, ref: str, seen: int, home: str, now: datetime) -> Workshop:
    """Phones find it at another address. Raises Invalid at `home`."""
    if not _is_address(home):
        raise Invalid({"home": Problem("workshop-home")})
    return _change(store, ref, seen, now, lambda one, _: replace(one, home=home.rstrip("/")))


def approve(
    store: Store, ref: str, seen: Mapping[str, int], by: str, now: datetime
) -> tuple[Decision, ...]:
    """Let the public see all that stands on the wall and waits, of what was seen there."""

    def act(store: Store) -> tuple[Decision, ...]:
        ideas = rules.on_wall(workshops.ideas(store, ref))
        waiting = [each.ref for each in ideas if each.state is State.WAITING and each.ref in seen]
        return desk.decide(store, Move.APPROVE, waiting, by, now, seen=seen)

    return store.transact(act)


def group(
    store: Store,
    ref: str,
    wanted: Mapping[str, str],
    seen: Mapping[str, int],
    by: str,
    now: datetime,
) -> int:
    """Put ideas under headings, by ref; empty for none. How many moved.

    Only those that are to lie elsewhere than they did are touched; each by the revision of the
    idea that was seen. Raises Conflict.
    """

    def act(store: Store) -> int:
        workshop = known(store, ref)
        ideas = {each.ref: each for each in workshops.ideas(store, ref)}
        return sum(
            _put(store, workshop, ideas[name], heading, seen, by, now)
            for name, heading in wanted.items()
            if name in ideas
        )

    return store.transact(act)


def hide(
    store: Store, ref: str, idea: str, seen: Mapping[str, int], by: str, now: datetime
) -> None:
    """Take an idea off the wall, as one that is rejected, or put it back there to wait."""

    def act(store: Store) -> None:
        found = {each.ref: each for each in workshops.ideas(store, ref)}.get(idea)
        if found is None:
            raise Unknown("no-entry", ref=idea)
        move = Move.REOPEN if found.state in (State.REJECTED, State.SPAM) else Move.REJECT
        desk.decide(store, move, [idea], by, now, seen=seen)

    store.transact(act)


def known(store: Store, ref: str, challenge: str | None = None) -> Workshop:
    """The workshop, of this challenge if one is named. Raises Unknown."""
    found = workshops.find(store, ref)
    if found is None or challenge not in (None, found.challenge):
        raise Unknown("no-workshop")
    return found


def _change(store: Store, ref: str, seen: int, now: datetime, change: Change) -> Workshop:
    def act(store: Store) -> Workshop:
        workshop = known(store, ref)
        if workshop.revision != seen:
            raise Conflict("workshop-changed")
        if rules.is_over(workshop, now) and change is not rules.ended:
            raise Closed("workshop-over")
        return workshops.put(store, change(workshop, now), seen)

    return store.transact(act)


def _with_heading(workshop: Workshop, heading: str) -> Workshop:
    found = tags.tidy([heading])
    if not found:
        raise Invalid({"heading": Problem("workshop-heading-empty")})
    if found[0].casefold() in {each.casefold() for each in workshop.headings}:
        raise Invalid({"heading": Problem("workshop-heading-twice", {"heading": found[0]})})
    if len(workshop.headings) >= MOST_HEADINGS:
        raise Invalid({"heading": Problem("workshop-headings-many", {"most": MOST_HEADINGS})})
    return replace(workshop, headings=(*workshop.headings, found[0]))


def _put(
    store: Store,
    workshop: Workshop,
    idea: Idea,
    heading: str,
    seen: Mapping[str, int],
    by: str,
    now: datetime,
) -> bool:
    """Whether it lay elsewhere before."""
    if heading == rules.heading_of(workshop, idea):
        return False
    if heading and heading not in workshop.headings:
        raise Conflict("workshop-changed")
    ours = {each.casefold() for each in workshop.headings}
    kept = [each for each in idea.tags if each.casefold() not in ours]
    tags.tag(store, idea.ref, [*kept, heading] if heading else kept, by, now, seen=seen)
    return True


def _ensure(plan: Plan, forms: list[str]) -> None:
    problems: dict[str, Problem] = {}
    if plan.form not in forms:
        problems["form"] = Problem("workshop-form", {"forms": ", ".join(forms)})
    if not _is_address(plan.home):
        problems["home"] = Problem("workshop-home")
    for name, count, most in (("tables", plan.tables, MOST_TABLES), ("dots", plan.dots, MOST_DOTS)):
        if count is None or not 1 <= count <= most:
            problems[name] = Problem("workshop-count", {"most": most})
    for step, minutes in plan.minutes.items():
        if minutes is None or not 1 <= minutes <= rules.LONGEST_TIMER:
            problems[f"minutes-{step}"] = Problem("workshop-count", {"most": rules.LONGEST_TIMER})
    if problems:
        raise Invalid(problems)


def _is_address(home: str) -> bool:
    """Whether phones can be led there: `http://192.168.1.20:8000`, and no more than that."""
    try:
        address = urlsplit(home)
        has_host = bool(address.hostname) and (address.port is None or address.port > 0)
    except ValueError:
        return False
    plain = not (address.query or address.fragment or address.username or " " in home)
    return has_host and plain and address.scheme in ("http", "https") and len(home) <= LONGEST_HOME
