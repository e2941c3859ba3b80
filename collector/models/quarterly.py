"""A quarterly report: the owner's words under five headings; the kit pours the numbers in.

## What we asked    ## What came    ## What we did    ## What it brought    ## What we learnt
"""

from dataclasses import dataclass

from collector.brief import NotAQuarter, Quarter
from collector.models.page import NOTES, Page, Reader

KEYS = ("quarter", "challenges")
CHAPTERS = {
    "asked": "report-asked",
    "came": "report-came",
    "did": "report-did",
    "brought": "report-brought",
    "learnt": "report-learnt",
}
"""The chapters in their order, by code the reason of the sentence that names each."""

EXAMPLE = "2026-Q4"


@dataclass(frozen=True)
class Chapter:
    """One of them: its heading in the file (empty: as usual) and the owner's Markdown."""

    code: str
    label: str = ""
    text: str = ""


@dataclass(frozen=True)
class QuarterlyReport:
    """One report as its page says."""

    place: str
    name: str
    title: str
    introduction: str
    quarter: Quarter
    chapters: tuple[Chapter, ...]
    challenges: tuple[str, ...] = ()
    """Of which it tells; none: of all that everybody sees."""
    notes: str = ""

    def tells_of(self, challenge: str) -> bool:
        """Whether the challenge is one of those."""
        return not self.challenges or challenge in self.challenges


def read_report(reader: Reader) -> tuple[Page, QuarterlyReport | None]:
    """The page, and its report if the quarter is known; faults are in the reader's report."""
    page = reader.page(KEYS, CHAPTERS)
    quarter = _quarter(page)
    if quarter is None:
        return page, None
    return page, QuarterlyReport(
        place=page.place,
        name=page.name,
        title=page.title,
        introduction=page.introduction,
        quarter=quarter,
        chapters=tuple(_chapter(page, code) for code in CHAPTERS),
        challenges=page.names("challenges"),
        notes=page.passage(NOTES),
    )


def _quarter(page: Page) -> Quarter | None:
    """As the setting says, else as the file is called."""
    setting = page.settings.get("quarter")
    try:
        return Quarter.read(setting.plain if setting else page.name)
    except NotAQuarter:
        if setting:
            page.faulty(setting, "report-quarter", EXAMPLE)
        else:
            page.missing("report-quarter-missing", f"quarter: {EXAMPLE}")
        return None


def _chapter(page: Page, code: str) -> Chapter:
    found = page.passages.get(code)
    return Chapter(code, found.label, found.text) if found else Chapter(code)
