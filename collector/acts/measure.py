"""What was measured of a challenge is entered, corrected, taken away: one value a day.

Each is a decision in the log, with the value before and after; notes stand in none.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from collector.brief import Brief, Measure
from collector.entries import Decision, JobKind, Measurement, new_reference
from collector.entries.measurement import place_of
from collector.errors import Conflict, Invalid, Problem, Unknown
from collector.form.measured import Measured
from collector.store import Store, measurements, reads, writes

MEASURE, FORGET, UNDO = "measure", "unmeasure", "undo-measure"
"""The moves, as the log names them."""
MOVES = (MEASURE, FORGET)
"""What can be taken back."""
ALL = (*MOVES, UNDO)


@dataclass(frozen=True)
class By:
    """Who enters it and when; `batch` is the same for what is entered together."""

    name: str
    at: datetime
    batch: str = ""


@dataclass(frozen=True)
class Foreseen:
    """What would become of a table: days that are new, known with this value, or with another."""

    new: tuple[Measured, ...]
    same: tuple[Measured, ...]
    other: tuple[tuple[Measured, Measurement], ...]


def enter(
    store: Store, brief: Brief, measured: Measured, by: By, *, instead: float | None = None
) -> None:
    """Keep the value of a day. Of a day that has one already, only `instead` of just that one.

    Raises Conflict where the challenge has no measure, Invalid at `day` where another value stands.
    """
    measure_of(brief)

    def act(store: Store) -> None:
        before = measurements.on_day(store, brief.slug, measured.day)
        if before and before.value not in (measured.value, instead):
            facts = {"value": _text(before.value), "by": before.by}
            raise Invalid({"day": Problem("measured-already", facts)})
        _keep(store, brief, measured, before, by)

    store.transact(act)


def foreseen(store: Store, brief: Brief, table: Collection[Measured]) -> Foreseen:
    """What would become of a table."""
    kept = {each.day: each for each in measurements.of_challenge(store, brief.slug)}
    known = [each for each in table if each.day in kept]
    return Foreseen(
        new=tuple(each for each in table if each.day not in kept),
        same=tuple(each for each in known if each.value == kept[each.day].value),
        other=tuple((each, kept[each.day]) for each in known if each.value != kept[each.day].value),
    )


def bring_in(
    store: Store, brief: Brief, table: Sequence[Measured], by: By, *, instead: bool = False
) -> Foreseen:
    """Keep the values of a table, all or none; what became of them.

    Raises Conflict where the challenge has no measure, or where days have other values already
    that these are not to be kept `instead` of.
    """
    measure_of(brief)
    together = replace(by, batch=new_reference())

    def act(store: Store) -> Foreseen:
        found = foreseen(store, brief, table)
        if found.other and not instead:
            days = ", ".join(str(each.day) for each, _ in found.other)
            raise Conflict("measured-otherwise", days=days)
        for each in found.new:
            _keep(store, brief, each, None, together)
        for each, before in found.other:
            _keep(store, brief, each, before, together)
        return found

    return store.transact(act)


def forget(store: Store, brief: Brief, day: date, seen: float, by: By) -> None:
    """Take the value of a day away. Raises Unknown, Conflict where it is not the one `seen`."""

    def act(store: Store) -> None:
        before = measurements.on_day(store, brief.slug, day)
        if before is None:
            raise Unknown("measured-not", day=day)
        if before.value != seen:
            raise Conflict("measured-changed", day=day)
        measurements.remove(store, brief.slug, day)
        _note(store, _decision(brief, day, FORGET, by, before.value, None))

    store.transact(act)


def undo(store: Store, brief: Brief, ref: str, by: By) -> None:
    """Take back a decision of these: the value that stood before stands again, without its note.

    Raises Unknown, or Conflict where something else has become of that day since.
    """

    def act(store: Store) -> None:
        turned = reads.decision(store, ref=ref, challenge=brief.slug)
        if turned is None or turned.move not in MOVES:
            raise Unknown("measured-no-decision")
        day = date.fromisoformat(turned.about.rpartition(" ")[2])
        now = measurements.on_day(store, brief.slug, day)
        undone = reads.decision(store, undoes=ref)
        if undone or _text(now.value if now else None) != turned.after:
            raise Conflict("measured-changed", day=day)
        _put_back(store, brief, day, turned, by)

    store.transact(act)


def measure_of(brief: Brief) -> Measure:
    """Raises Conflict where the challenge measures nothing."""
    if brief.measure is None:
        raise Conflict("measure-none", challenge=brief.slug)
    return brief.measure


def _keep(
    store: Store, brief: Brief, measured: Measured, before: Measurement | None, by: By
) -> None:
    measurements.keep(store, _measurement(brief, measured, by))
    held = before.value if before else None
    _note(store, _decision(brief, measured.day, MEASURE, by, held, measured.value))


def _put_back(store: Store, brief: Brief, day: date, turned: Decision, by: By) -> None:
    before = float(turned.before) if turned.before else None
    if before is None:
        measurements.remove(store, brief.slug, day)
    else:
        measurements.keep(store, _measurement(brief, Measured(day, before), by))
    after = float(turned.after) if turned.after else None
    decision = _decision(brief, day, UNDO, by, after, before)
    _note(store, replace(decision, undoes=turned.ref))


def _measurement(brief: Brief, measured: Measured, by: By) -> Measurement:
    return Measurement(
        place=place_of(brief.slug, measured.day),
        challenge=brief.slug,
        day=measured.day,
        value=measured.value,
        note=measured.note,
        by=by.name,
        at=by.at.replace(microsecond=0),
    )


def _decision(
    brief: Brief, day: date, move: str, by: By, before: float | None, after: float | None
) -> Decision:
    return Decision(
        ref=new_reference(),
        about=place_of(brief.slug, day),
        challenge=brief.slug,
        move=move,
        before=_text(before),
        after=_text(after),
        by=by.name,
        at=by.at,
        batch=by.batch,
    )


def _note(store: Store, decision: Decision) -> None:
    writes.add(store, decision)
    writes.enqueue(store, JobKind.FILL, decision.challenge, decision.at)


def _text(value: float | None) -> str:
    """A value as the log holds it; nothing where there was none."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)
