"""What the owner says of what an idea brings: its kind, its goal, value, cost, what was learnt."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from collector.acts import desk
from collector.entries import GOALS, Benefit, Decision, Idea, Innovation, Part
from collector.errors import Conflict, Invalid, Problem
from collector.moderation import BENEFIT
from collector.store import Store, benefits, reads, writes

LONGEST = 2000
"""Characters of what was learnt."""
LONGEST_UNIT = 30
MOST_DIGITS = 12

NUMBER = re.compile(rf"-?[0-9]{{1,{MOST_DIGITS}}}(?:[.,][0-9]{{1,2}})?")
BLANKS = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True)
class Told:
    """What was filled in at the desk, as it was typed."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """`kind`, `goal`, `value`, `value_unit`, `cost`, `cost_unit`, `learnt`; what is not there is
    empty."""
    shown: Collection[str] = ()
    """The parts that everybody may see."""


def tell(
    store: Store,
    ref: str,
    told: Told,
    by: str,
    now: datetime,
    *,
    seen: Mapping[str, int] | None = None,
) -> Benefit:
    """Keep what is said of the idea `ref`, in place of what was said; as it is now kept.

    Raises Unknown, Conflict where it is no idea that stands or has changed since `seen`, Invalid
    with every field that does not read.
    """
    said = read(told)

    def act(store: Store) -> Benefit:
        idea = _own(store, desk.idea_of(store, ref, seen))
        last = benefits.latest(store, ref) or Benefit.blank(ref, idea.challenge, now)
        if said.says_as(last):
            return last
        kept = replace(said, about=ref, challenge=idea.challenge).following(last, now)
        writes.replace(store, idea, idea.revision)
        writes.add(store, kept)
        decision = Decision.on(idea, BENEFIT, idea.state, by, now)
        desk.note(store, replace(decision, before=str(last.n), after=str(kept.n)))
        return kept

    return store.transact(act)


def _own(store: Store, idea: Idea) -> Idea:
    """The idea, if it stands by itself: of others nothing is said."""
    stands = reads.standing(store, idea)
    if stands.ref != idea.ref:
        raise Conflict("benefit-merged", ref=idea.ref, stands=stands.ref)
    return idea


def read(told: Told) -> Benefit:
    """What was typed, of no idea yet. Raises Invalid with every field that does not read."""
    problems: dict[str, Problem] = {}

    def asked(name: str, reader: Callable[[str], str]) -> str:
        try:
            return reader(told.answers.get(name, ""))
        except _Unread as error:
            problems[name] = error.problem
            return ""

    kind, goal = asked("kind", _kind), asked("goal", _goal)
    value, value_unit = asked("value", _number), asked("value_unit", _unit)
    cost, cost_unit = asked("cost", _number), asked("cost_unit", _unit)
    learnt = asked("learnt", _words)
    for name, number, unit in (("value", value, value_unit), ("cost", cost, cost_unit)):
        if number and not unit:
            problems.setdefault(f"{name}_unit", Problem("benefit-unit-missing"))
        if unit and not number:
            problems.setdefault(name, Problem("benefit-number-missing"))
    if problems:
        raise Invalid(problems)
    return replace(
        Benefit.blank("", ""),
        kind=Innovation(kind) if kind else None,
        goal=int(goal or 0),
        value=value,
        value_unit=value_unit,
        cost=cost,
        cost_unit=cost_unit,
        learnt=learnt,
        shown=tuple(part for part in Part if part in told.shown),
    )


class _Unread(Exception):
    """What was typed does not read."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.problem = Problem(reason, facts)


def _kind(text: str) -> str:
    if text and text not in {*Innovation}:
        raise _Unread("benefit-kind-unknown")
    return text


def _goal(text: str) -> str:
    if text and not (text.isdecimal() and len(text) < 3 and int(text) in GOALS):
        raise _Unread("benefit-goal-unknown")
    return text


def _number(text: str) -> str:
    """With a point, and without zeros that say nothing: `1 250,50` becomes `1250.5`."""
    plain = BLANKS.sub("", text).replace("\N{MINUS SIGN}", "-")
    if not plain:
        return ""
    if not NUMBER.fullmatch(plain):
        raise _Unread("benefit-number", value=text.strip()[:40])
    number = Decimal(plain.replace(",", "."))
    return f"{number.normalize():f}" if number else "0"


def _unit(text: str) -> str:
    unit = " ".join(unicodedata.normalize("NFC", text).split())
    _ensure_signs(unit)
    if len(unit) > LONGEST_UNIT:
        raise _Unread("benefit-unit-long", most=LONGEST_UNIT, have=len(unit))
    return unit


def _words(text: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    _ensure_signs(words.replace("\n", "").replace("\t", ""))
    if len(words) > LONGEST:
        raise _Unread("benefit-learnt-long", most=LONGEST, have=len(words))
    return words


def _ensure_signs(text: str) -> None:
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") for sign in text):
        raise _Unread("benefit-signs")
