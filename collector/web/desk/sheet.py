"""The page on which a challenge is written: its text, what is wrong with it, what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum
from hashlib import sha256

from flask import Response

from collector import brief, form, pages
from collector.acts import brief_picture, challenge_file
from collector.acts.challenge_file import Written
from collector.brief import Reading
from collector.entries import Job, JobKind
from collector.errors import Finding, Severity, Unavailable
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk.page import page
from collector.words import name_of, say


class Standing(StrEnum):
    """What visitors see of a challenge that is written at the desk."""

    DRAFT = "draft"
    """Nothing; it was never published."""
    BUILDING = "building"
    FAILED = "failed"
    LIVE = "live"
    """The text of its file."""
    LEFT_OUT = "left-out"
    """An older text or none: its file was changed by hand, or has faults."""


@dataclass(frozen=True)
class Sheet:
    """What somebody is writing. `began` is the text that it was made from, for the next save.

    `theirs` is what somebody else wrote meanwhile, `public` says that it is what the site is made
    from; `line` is the one to go to.
    """

    written: Written
    text: str
    began: str
    message: str = ""
    theirs: str = ""
    public: bool = False
    line: int = 0

    @property
    def name(self) -> str:
        return self.written.name


def shown(sheet: Sheet, status: int = 200, **values: object) -> Response:
    """The whole page, with what `check` says of the text."""
    context = current()
    reading = read(context, sheet.name, sheet.text)
    response = page(
        "write",
        say("write-title", {"title": title_of(reading, sheet.name)}),
        status,
        sheet=sheet,
        findings=[(each, mark(each), _line(sheet.text, each.line)) for each in reading.findings],
        errors=sum(each.severity is Severity.ERROR for each in reading.findings),
        outline=_outline(reading),
        pieces=brief.PIECES,
        forms=brief.form_lines(sheet.text),
        lines=sheet.text.rstrip("\n").split("\n"),
        differences=_differences(sheet),
        pictures=_pictures(context, sheet.name),
        languages={each: name_of(each) for each in brief.LANGUAGES},
        **standing_facts(context, sheet.written),
        **values,
    )
    response.headers["Content-Security-Policy"] = f"{_policy(context)}; frame-src 'self'"
    return response


def read(context: Context, name: str, text: str) -> Reading:
    """What `check` says of the text as it stands."""
    kept = reads.definitions_answered(context.store)
    return pages.check_text(context.garden, name, text, kept)


def title_of(reading: Reading, name: str) -> str:
    """The challenge's title; its name while the text can't be read."""
    return reading.brief.title if reading.brief else name


def mark(finding: Finding) -> str:
    """By which a button says which finding is meant."""
    return f"{finding.line}:{sha256(finding.fix.encode()).hexdigest()[:12]}"


def standing_facts(context: Context, written: Written) -> dict[str, object]:
    """Where the challenge stands on the site, and what went wrong if it is not there yet."""
    job = _build(context)
    standing = _standing(context, written, job)
    failed = job.error if job and standing is Standing.FAILED else ""
    return {"standing": standing, "failed": failed, "written": written}


def _standing(context: Context, written: Written, job: Job | None) -> Standing:
    if written.public is None:
        return Standing.DRAFT
    if _is_live(context, written):
        return Standing.LIVE
    if job is None:
        return Standing.LEFT_OUT
    return Standing.FAILED if job.error else Standing.BUILDING


def _build(context: Context) -> Job | None:
    """The build that is to be done."""
    jobs = (each for each in reads.jobs(context.store) if each.kind is JobKind.BUILD)
    return next((each for each in jobs if not each.done), None)


def _is_live(context: Context, written: Written) -> bool:
    """Whether the served site was made from the text of the file."""
    try:
        path = context.live().folder / "briefs" / f"{written.name}.md"
        return challenge_file.cleaned(path.read_text("utf-8")) == written.public
    except (Unavailable, OSError, UnicodeDecodeError):
        return False


def _outline(reading: Reading) -> list[str]:
    found = reading.brief
    return [told for each in found.forms for told in form.outline(found, each)] if found else []


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _differences(sheet: Sheet) -> Sequence[str]:
    """What the other text has and lacks, a line each, marked with `+` and `-`."""
    if not sheet.theirs:
        return ()
    told = unified_diff(sheet.text.split("\n"), sheet.theirs.split("\n"), n=1, lineterm="")
    return [each for each in told if not each.startswith(("---", "+++"))]


def _pictures(context: Context, name: str) -> list[str]:
    return brief_picture.pictures(context.garden, name.partition(".")[0])


def _policy(context: Context) -> str:
    try:
        return context.live().csp
    except Unavailable:
        return "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
