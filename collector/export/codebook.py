"""The codebook: what each column and each code means."""

from collections.abc import Iterator

from collector.export.column import Cell, Column, Kind, Missing
from collector.export.fact import Fact
from collector.export.listing import Listing
from collector.export.sheet import Sheet
from collector.words import say

HEADER = ("form", "column", "label", "holds", "code", "meaning", "form_versions")


def rows(sheet: Sheet) -> Iterator[list[Cell]]:
    """Lines below HEADER: one a column, one a code, the newest words."""
    for each in sheet.facts:
        yield [sheet.name, each.name, _meaning(each), _holds(each.kind), None, None, None]
    for column in (*sheet.columns, *sheet.orders):
        yield from _column(sheet, column)
    for missing in Missing:
        meaning = say(f"export-{missing.name.lower().replace('_', '-')}")
        yield [sheet.name, None, None, None, missing, meaning, None]


def of_listing(listing: Listing) -> Iterator[list[Cell]]:
    """The same of a listing: one line a column."""
    for name, kind in listing.columns.items():
        meaning = say(f"listed-{name.replace('_', '-')}")
        yield [listing.name, name, meaning, _holds(kind), None, None, None]


def _column(sheet: Sheet, column: Column) -> Iterator[list[Cell]]:
    versions = tuple(
        str(each.number)
        for each in sheet.versions.values()
        if column.name in each.columns or column.name in each.orders(sheet.shuffled)
    )
    first: list[Cell] = [sheet.name, column.name, _label(sheet, column), _holds(column.kind)]
    yield [*first, None, None, versions]
    for code, meaning in _codes(sheet, column).items():
        yield [*first, code, meaning, None]


def _label(sheet: Sheet, column: Column) -> str:
    """The question, with the line and the option that the column is about, and the unit."""
    words = sheet.words.get(column.question.id, {})
    line = words.get("lines", {}).get(column.line, column.line)
    option = words.get("options", {}).get(column.option, column.option)
    question = words.get("label", column.question.id)
    label = " – ".join(filter(None, (question, line, option)))
    unit = _unit(column)
    return f"{label} ({unit})" if unit else label


def _unit(column: Column) -> str:
    """What its numbers count; a line of a list may have a unit of its own."""
    if column.kind is not Kind.NUMBER:
        return ""
    lines = (each for each in column.question.lines if each.code == column.line)
    own = next((each.limits.unit for each in lines), "")
    return own or column.question.limits.unit


def _codes(sheet: Sheet, column: Column) -> dict[str, str]:
    words = sheet.words.get(column.question.id, {})
    if column.kind in (Kind.CHOICE, Kind.CHOICES, Kind.ORDER):
        return dict(words.get("options", {}))
    if column.kind in (Kind.MARK, Kind.BOX):
        return {"1": say("export-yes"), "0": say("export-no")}
    return dict(words.get("points", {}))


def _meaning(fact: Fact) -> str:
    """Of `votes__up` it is told how many said so."""
    name, _, value = fact.name.lstrip("_").partition("__")
    if value:
        return say("export-column-votes-value", {"value": value})
    return say(f"export-column-{name.replace('_', '-')}")


def _holds(kind: Kind) -> str:
    return say(f"export-holds-{kind}")
