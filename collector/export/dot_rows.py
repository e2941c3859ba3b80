"""Dots of workshops as rows: one for each idea on which somebody laid any."""

from collections import Counter
from collections.abc import Iterator

from collector.entries import Seat
from collector.export.column import Kind
from collector.export.listing import Known, Listing, Row
from collector.export.what import What

COLUMNS = {
    "workshop": Kind.TEXT,
    "person": Kind.TEXT,
    "table": Kind.NUMBER,
    "idea": Kind.TEXT,
    "title": Kind.TEXT,
    "dots": Kind.NUMBER,
    "hour": Kind.DATE,
}


def _seat(seat: Seat, known: Known) -> Iterator[Row]:
    """Ideas as they were chosen, whatever they were merged into since."""
    hour = seat.at.astimezone(known.zone)
    who: Row = [seat.workshop, known.person(seat.who), seat.table]
    for idea, dots in Counter(seat.dots).items():
        yield [*who, idea, known.title(idea), dots, hour]


DOTS = Listing(What.DOTS, COLUMNS, _seat, mixed=True)
