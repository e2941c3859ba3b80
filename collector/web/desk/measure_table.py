"""A table of what was measured is brought in: looked through, then kept as a whole.

Nothing is stored between the steps: the table travels with the form.
"""

from dataclasses import dataclass, field

from flask import Response, request

from collector.acts import measure as acts
from collector.acts.measure import Foreseen
from collector.brief import Brief
from collector.draw.progress import value
from collector.errors import Conflict
from collector.form.measured import MeasuredTable, read_measurements
from collector.web import errors
from collector.web.context import current
from collector.web.desk.challenges import known
from collector.web.desk.handed_in import handed_in
from collector.web.desk.measure import by
from collector.web.desk.page import page
from collector.words import day, say

LARGEST = 1024 * 1024
"""Bytes of a table."""
SHOWN = 50
"""Faults, and days with other values, that are listed."""


@dataclass(frozen=True)
class Looked:
    """A table that was looked through, and what would become of it."""

    text: str = ""
    table: MeasuredTable = field(default_factory=MeasuredTable)
    found: Foreseen | None = None
    fault: str = ""
    brought: Foreseen | None = None


def measured_table(slug: str) -> Response:
    """Ask for the table."""
    brief = known(current(), slug)
    acts.measure_of(brief)
    return _page(brief, Looked())


def bring_measured(slug: str) -> Response:
    """Look through the table, or keep what it holds: all of it, or nothing."""
    context, brief = current(), known(current(), slug)
    unit = acts.measure_of(brief).unit
    content = _content()
    if len(content) > LARGEST:
        return _page(brief, Looked(fault=say("measured-large")), 413)
    table = read_measurements(content, unit, context.today(context.clock()))
    if table.faults:
        return _page(brief, Looked(table=table), 422)
    found = acts.foreseen(context.store, brief, table.rows)
    looked = Looked(content.decode("utf-8-sig", "replace"), table, found)
    if request.form.get("do") != "keep":
        return _page(brief, looked)
    instead = request.form.get("instead") == "yes"
    try:
        kept = acts.bring_in(context.store, brief, table.rows, by(context), instead=instead)
    except Conflict as error:
        again = Looked(looked.text, table, found, errors.message(error))
        return _page(brief, again, errors.status_of(error))
    return _page(brief, Looked(brought=kept))


def _content() -> bytes:
    """The file as it lies on somebody's disk; its text, where that came along."""
    content = handed_in("table", LARGEST)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace").encode()
    return content or request.form.get("content", "").encode("utf-8", "replace")


def _page(brief: Brief, looked: Looked, status: int = 200) -> Response:
    return page(
        "measured_table",
        say("measured-bring"),
        status,
        brief=brief,
        measure=brief.measure,
        looked=looked,
        faults=[str(each) for each in looked.table.faults[:SHOWN]],
        others=looked.found.other[:SHOWN] if looked.found else (),
        value=value,
        day=day,
        size=LARGEST // 1024 // 1024,
    )
