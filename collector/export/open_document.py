"""The parts of an OpenDocument spreadsheet, as text: cells, and what stands around the sheets."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from xml.sax.saxutils import escape, quoteattr

from collector.export.workbook import Plain

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_OASIS}office:1.0",
    "table": f"{_OASIS}table:1.0",
    "text": f"{_OASIS}text:1.0",
    "style": f"{_OASIS}style:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "config": f"{_OASIS}config:1.0",
    "ooo": "http://openoffice.org/2004/office",
    "meta": f"{_OASIS}meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_NAMED = " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ROOT = f'{_NAMED} office:version="1.3"'

MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA_TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "meta.xml", "settings.xml")
    )
    + "</manifest:manifest>"
)

_YEAR_MONTH_DAY = (
    '<number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text>'
    '<number:day number:style="long"/>'
)
_HOUR_MINUTE = (
    '<number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/>'
)
_SECOND = '<number:text>:</number:text><number:seconds number:style="long"/>'
_STYLES = (
    f'<number:date-style style:name="Nday">{_YEAR_MONTH_DAY}</number:date-style>'
    f'<number:date-style style:name="Nmoment">{_YEAR_MONTH_DAY}'
    f"<number:text> </number:text>{_HOUR_MINUTE}{_SECOND}</number:date-style>"
    f'<number:time-style style:name="Nhour">{_HOUR_MINUTE}</number:time-style>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:table-cell-properties fo:border-bottom="0.5pt solid #000000"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    + "".join(
        f'<style:style style:name="{name}" style:data-style-name="N{name}"'
        ' style:family="table-cell">'
        '<style:paragraph-properties fo:text-align="start"/></style:style>'
        for name in ("day", "moment", "hour")
    )
)

END = "</office:spreadsheet></office:body></office:document-content>"


def begin(widths: Iterable[int]) -> str:
    """What stands before the sheets; `widths` are those that columns have, in letters."""
    columns = "".join(
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * 0.22:.2f}cm"/></style:style>'
        for width in widths
    )
    return (
        f"{_HEAD}<office:document-content {_ROOT}>"
        f"<office:automatic-styles>{_STYLES}{columns}</office:automatic-styles>"
        "<office:body><office:spreadsheet>"
    )


def begin_sheet(name: str, widths: Iterable[int]) -> str:
    """What stands before the rows of a sheet."""
    columns = "".join(f'<table:table-column table:style-name="w{width}"/>' for width in widths)
    return f"<table:table table:name={quoteattr(name)}>{columns}"


END_SHEET = "</table:table>"


def filters(ranges: Iterable[tuple[str, str]]) -> str:
    """A filter around each sheet: its name, and its last cell as `AB12`.

    By these names LibreOffice knows filters that are no tables of a database.
    """
    found = "".join(
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{number}"'
        ' table:display-filter-buttons="true"'
        f" table:target-range-address={quoteattr(_range(name, last))}/>"
        for number, (name, last) in enumerate(ranges)
    )
    return f"<table:database-ranges>{found}</table:database-ranges>"


def _range(name: str, last: str) -> str:
    quoted = "'" + name.replace("'", "''") + "'"
    return f"{quoted}.A1:{quoted}.{last}"


def settings(sheets: Iterable[str]) -> str:
    """The first row of every sheet stays in sight."""
    frozen = {
        ("VerticalSplitMode", "short"): 2,
        ("VerticalSplitPosition", "int"): 1,
        ("ActiveSplitRange", "short"): 2,
        ("PositionBottom", "int"): 1,
    }
    item = "config:config-item"
    items = "".join(
        f'<{item} config:name="{name}" config:type="{kind}">{value}</{item}>'
        for (name, kind), value in frozen.items()
    )
    entry = "config:config-item-map-entry"
    views = "".join(f"<{entry} config:name={quoteattr(name)}>{items}</{entry}>" for name in sheets)
    return (
        f"{_HEAD}<office:document-settings {_ROOT}><office:settings>"
        '<config:config-item-set config:name="ooo:view-settings">'
        f'<config:config-item-map-indexed config:name="Views"><{entry}>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{views}</config:config-item-map-named>'
        f"</{entry}></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )


def meta(title: str, made: datetime) -> str:
    """What the file says of itself; `made` is in UTC."""
    told = made.replace(tzinfo=None).isoformat(timespec="seconds")
    return (
        f"{_HEAD}<office:document-meta {_ROOT}><office:meta><dc:title>{_plain(title)}</dc:title>"
        f"<meta:creation-date>{told}Z</meta:creation-date></office:meta></office:document-meta>"
    )


def header(names: Iterable[str]) -> str:
    """The row of the columns' names."""
    cells = "".join(
        f'<table:table-cell table:style-name="head" office:value-type="string">{_text(name)}'
        "</table:table-cell>"
        for name in names
    )
    return f"<table:table-row>{cells}</table:table-row>\n"


def row(cells: Iterable[Plain]) -> str:
    """A row, each of its cells as what it is."""
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>\n"


def _cell(cell: Plain) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string">{_text(cell)}</table:table-cell>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return _moment(cell)


def _moment(value: date | time) -> str:
    """A day, a time, or both. Some readers take a time from its text."""
    if isinstance(value, datetime):
        plain = value.replace(tzinfo=None)
        told = plain.isoformat(timespec="seconds")
        return _dated("moment", "date", told, plain.isoformat(" ", "seconds"))
    if isinstance(value, time):
        return _dated("hour", "time", f"PT{value:%HH%MM%SS}", f"{value:%H:%M}")
    return _dated("day", "date", value.isoformat(), value.isoformat())


def _dated(style: str, kind: str, value: str, text: str) -> str:
    attributes = (
        f'table:style-name="{style}" office:value-type="{kind}" office:{kind}-value="{value}"'
    )
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


_LINES = re.compile("\r\n|\r|\n")
_UNSPEAKABLE = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, not even escaped."""
_COLLAPSING = re.compile("^ +| +$|  +")
"""Blanks of which a reader would leave out some."""


def _text(text: str) -> str:
    """A paragraph for each line, with every blank that there is."""
    if text.isalnum():
        return f"<text:p>{text}</text:p>"
    return "".join(f"<text:p>{_line(line)}</text:p>" for line in _LINES.split(text))


def _line(line: str) -> str:
    kept = _COLLAPSING.sub(_blanks, _plain(line))
    return kept.replace("\t", "<text:tab/>")


def _plain(text: str) -> str:
    return escape(_UNSPEAKABLE.sub("\ufffd", text))


def _blanks(found: re.Match[str]) -> str:
    return f'<text:s text:c="{len(found[0])}"/>'
