"""`- Rent: ____` and, last, `- = 100 points`: a total that is shared out between the lines."""

import re
from dataclasses import replace

from collector.brief.blocks import Block, Item
from collector.brief.model import Limits, Line, Shape
from collector.brief.numbers import NUMBER, THOUSANDS, number
from collector.brief.report import Report
from collector.brief.shapes.answer import Answer, ShapeReader
from collector.brief.shapes.entry import Entry, distinct, entry_of, flat, write_codes
from collector.brief.shapes.lines import read_line

WORDS = r"[^\s\d=.,()-][^\d=]{0,29}"
TOTAL = re.compile(
    rf"=\s*(?P<before>(?:{WORDS}?)?)\s*(?P<total>{NUMBER})\s*(?P<unit>(?:{WORDS})?)\s*\.?$"
)


def _begins(block: Block) -> bool:
    """A line that begins with `=`, and another that ends in a blank."""
    sums = any(item.text.startswith("=") for item in block.items)
    return sums and any(entry_of(item).blank for item in block.items)


def _read(block: Block, report: Report) -> Answer | None:
    sums = [item for item in block.items if item.text.startswith("=")]
    if len(sums) > 1 or block.items[-1] is not sums[0]:
        extra = sums[0] if block.items[-1] is not sums[0] else sums[1]
        report.error(extra.line, "brief-share-place", at=extra.start, fix="- = 100 points")
        return None
    total = _total(sums[0], report)
    entries = [entry_of(item) for item in block.items[:-1]]
    if not flat(entries, report) or total is None:
        return None
    amount, unit = total
    read = [(each, line) for each in entries if (line := _part(each, amount, report))]
    coded = [(entry, line.code) for entry, line in read]
    if not distinct(coded, report) or len(read) < len(entries):
        return None
    lines = tuple(line for _, line in read)
    if not _reachable(lines, amount, sums[0], report):
        return None
    write_codes(coded, report)
    return Answer(Shape.SHARE, lines=lines, total=amount, limits=Limits(unit=unit))


def _total(item: Item, report: Report) -> tuple[float, str] | None:
    """What is shared out, and its unit."""
    match = TOTAL.fullmatch(item.text)
    two_readings = THOUSANDS.search(item.text)
    if match is None or two_readings or number(match["total"]) <= 0:
        reason = "brief-blank-thousands" if two_readings else "brief-share-total"
        facts = {"words": item.text.removeprefix("=").strip()}
        report.error(item.line, reason, at=item.start, fix="- = 100 points", **facts)
        return None
    units = (item.line.words(*_span(item, match, name)) for name in ("unit", "before"))
    return number(match["total"]), next((unit.rstrip(".") for unit in units if unit), "")


def _span(item: Item, match: re.Match[str], name: str) -> tuple[int, int]:
    start, end = match.span(name)
    return item.start + start, item.start + end


def _part(entry: Entry, total: float, report: Report) -> Line | None:
    """One line; a bare blank takes a number between nought and the total."""
    if entry.blank is None:
        words = entry.line.words(entry.start).rstrip(": ")
        at = entry.item.start
        report.error(entry.line, "brief-share-blank", at=at, fix=f"- {words}: ____")
        return None
    line = read_line(entry, report)
    if line is None:
        return None
    whole = float(total).is_integer()
    if not (entry.blank[1] or "").strip():
        return replace(line, shape=Shape.NUMBER, limits=Limits(0, total, whole=whole))
    least = 0 if line.limits.least is None else line.limits.least
    if line.shape is not Shape.NUMBER or least < 0:
        report.error(
            entry.line,
            "brief-share-number",
            at=entry.blank.start(),
            fix=entry.line.raw[: entry.line.end(entry.blank.start())] + "____",
        )
        return None
    most = total if line.limits.most is None else line.limits.most
    return replace(line, limits=replace(line.limits, least=least, most=most))


def _reachable(lines: tuple[Line, ...], total: float, item: Item, report: Report) -> bool:
    """Whether there are two lines, and their limits leave room for the total."""
    if len(lines) < 2:
        report.error(item.line, "brief-share-few", at=item.start, fix="- Another: ____")
        return False
    least = sum(line.limits.least or 0 for line in lines)
    most = sum(line.limits.most or 0 for line in lines)
    if least <= total <= most:
        return True
    fix = f"- = {min(max(total, least), most):g}"
    report.error(item.line, "brief-share-reach", at=item.start, fix=fix)
    return False


READER = ShapeReader(_begins, _read)
