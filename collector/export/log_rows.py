"""The decision log as rows, with names: for owners. `decisions` is the one for everybody."""

from collections.abc import Iterator

from collector.entries import Decision
from collector.export.column import Kind
from collector.export.listing import Known, Listing, Row
from collector.export.what import What

COLUMNS = {
    "ref": Kind.TEXT,
    "at": Kind.DATE,
    "about": Kind.TEXT,
    "kind": Kind.TEXT,
    "move": Kind.TEXT,
    "before": Kind.TEXT,
    "after": Kind.TEXT,
    "why": Kind.TEXT,
    "by": Kind.TEXT,
    "role": Kind.TEXT,
    "batch": Kind.TEXT,
    "undoes": Kind.TEXT,
}


def _decision(decision: Decision, known: Known) -> Iterator[Row]:
    yield [
        decision.ref,
        decision.at.astimezone(known.zone),
        decision.about,
        known.material.kind_of(decision.about),
        decision.move,
        decision.before,
        decision.after,
        decision.reason.value,
        decision.by,
        known.material.role_of(decision.by),
        decision.batch,
        decision.undoes,
    ]


DECISIONS = Listing(What.DECISIONS, COLUMNS, _decision)
