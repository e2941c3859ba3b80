"""A quarter's report is written to a file: a page to read and print, or its numbers as a table."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from collector import pages
from collector.acts import quota
from collector.analysis.quarter import QuarterTold
from collector.brief import Brief, Quarter
from collector.export import plain_table
from collector.export.destination import replacing
from collector.export.quarterly import Chronicle, numbers_table
from collector.garden import Garden
from collector.pages.quarterly import printed
from collector.store import Store

PAGE = "html"
SUFFIXES = frozenset({PAGE, *plain_table.WRITERS})


def chronicled(
    store: Store, briefs: Iterable[Brief], quarter: Quarter, here: datetime
) -> QuarterTold:
    """What happened in these challenges; days are told in the zone of `here`."""
    ended = [quota.standing(store, each, here) for each in briefs]
    return Chronicle.read(store, ended, here).told(quarter)


def write_report(garden: Garden, told: QuarterTold, path: Path, here: datetime) -> None:
    """Put it there whole, in the form that the path's suffix asks for, one of SUFFIXES.

    Raises ExportError where it can't be written.
    """
    suffix = path.suffix.removeprefix(".")
    with replacing(path) as file:
        if suffix == PAGE:
            models = pages.check_models(garden).models
            file.write(printed(told, models, garden.settings).encode())
        else:
            write, _ = plain_table.WRITERS[suffix]
            write(file, [numbers_table(told)], here, path.resolve().parent)
