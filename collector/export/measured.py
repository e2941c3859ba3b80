"""What was measured of a challenge as a table: the same columns that can be brought in, and more.

day         value  note            by   at                         share
2026-11-23  118                    ada  2026-11-23T09:00:00+01:00  0.025
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from collector.analysis.progress import share_of_way
from collector.brief import Measure
from collector.entries import Measurement
from collector.export import plain_table
from collector.export.column import Kind
from collector.export.plain_table import Row, Table
from collector.words import say

COLUMNS: Mapping[str, Kind] = {
    "day": Kind.DATE,
    "value": Kind.NUMBER,
    "note": Kind.TEXT,
    "by": Kind.TEXT,
    "at": Kind.DATE,
    "share": Kind.NUMBER,
}

WRITERS = {suffix: plain_table.WRITERS[suffix] for suffix in ("csv", "xlsx")}
"""Those that can be brought in again, by the ending of the file's name."""


def table(measure: Measure, measured: Iterable[Measurement], now: datetime) -> Table:
    """A row a day; times are told in the zone of `now`."""
    rows = [_row(measure, each, now) for each in measured]
    return Table(say("measured-sheet"), COLUMNS, rows)


def _row(measure: Measure, said: Measurement, now: datetime) -> Row:
    share = round(share_of_way(measure, said.value), 6)
    at = said.at.astimezone(now.tzinfo)
    return [said.day.isoformat(), said.value, said.note or None, said.by, at, share]
