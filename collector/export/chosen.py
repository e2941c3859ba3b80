"""Which sheets and listings a file holds, as they were chosen."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import TypeAlias

from collector.brief import SECTIONS
from collector.errors import ExportError
from collector.export.listing import Listing
from collector.export.listings import LISTINGS
from collector.export.material import Choices, Material
from collector.export.sheet import Sheet, sheets_of
from collector.export.what import KINDS, LISTS, What, votes_of

Sheets: TypeAlias = Mapping[str, Sheet]
"""By form's name."""

Listings: TypeAlias = Mapping[What, Listing]

NOTHING: Mapping[What, str] = {
    What.IDEAS: "export-no-ideas",
    What.COMMENTS: "export-no-comments",
    What.REPORTS: "export-no-reports",
}
"""What is said where there is nothing of the kind."""


def chosen(material: Material, choices: Choices, zone: tzinfo | None) -> tuple[Sheets, Listings]:
    """What was asked for. Raises ExportError for what the challenge does not have."""
    sheets = sheets_of(material, zone)
    what = choices.what or What.ALL
    if choices.form:
        if choices.form not in sheets:
            told = (name for name, each in sheets.items() if _is_section(each))
            raise ExportError("export-no-form", form=choices.form, forms=", ".join(told))
        return {choices.form: sheets[choices.form]}, {}
    found = dict(_sheets(material, sheets, what))
    listings = {each: LISTINGS[each] for each in LISTS.get(what, ()) if _told(material, what, each)}
    if not found and not listings:
        raise ExportError(NOTHING.get(what, "export-no-forms"))
    return found, listings


def _sheets(material: Material, sheets: Sheets, what: What) -> Iterator[tuple[str, Sheet]]:
    """Among everything, comments and reports only where there are any."""
    for name, sheet in sheets.items():
        asked = sheet.today.definition.kind in KINDS.get(what, ())
        if asked and (_is_section(sheet) or what is not What.ALL or material.size(name)):
            yield name, sheet


def _told(material: Material, what: What, listing: What) -> bool:
    """Only what holds something, unless just this was asked for."""
    asked = votes_of(material.brief.voting) if what is What.VOTES else what
    return listing is asked or material.lengths.get(listing, 0) > 0


def _is_section(sheet: Sheet) -> bool:
    return sheet.today.definition.kind in SECTIONS
