"""A participant map: who takes part inside and outside the business, why, and how they are asked.

## Inside                          a side, with its groups as headings …
### (staff) People who work here   `staff`: the group of challenges that are its people
- Role: They bake and sell
- Motive: An easier morning
- How: A poster beside the oven
## Outside                         … or as the lines of a table
| Group | Role | Motive | How |
|---|---|---|---|
| (suppliers) The mill | Flour | Steady orders | A letter each spring |
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from collector.brief.codes import is_code, made
from collector.brief.heading import level_of, near, read_heading
from collector.brief.matter import key_of
from collector.brief.settings.people import CODED
from collector.brief.source import SourceLine
from collector.models.page import NOTES, Page, Passage, Reader, names_of, written
from collector.models.table import RULE, cells, is_row
from collector.words import say

KEYS = ("challenges",)
SIDES = {"inside": "participants-inside", "outside": "participants-outside"}
FACTS = {
    "role": "participants-role",
    "motive": "participants-motive",
    "how": "participants-how",
}
"""What is said of each group, in order."""
UNINVITED, EVERYBODY_ELSE = "-", "_none"
"""A group that no challenge invites; and all who were not invited for one."""
FACT = re.compile(r"[-*+]\s+(?P<name>[^:]{1,60}?)\s*:\s*(?P<text>.*)")
EXAMPLE = "### (customers) Customers"


@dataclass
class Participant:
    """One group of people. The texts are the owner's Markdown."""

    code: str
    """That of the group in challenges; `-` if none invites it."""
    label: str
    side: str
    line: SourceLine
    facts: dict[str, str] = field(default_factory=dict)
    """By code, what is said of it."""
    latest: str = ""
    """The fact that an indented line continues."""
    lines: list[SourceLine] = field(default_factory=list)
    """Whatever else stands below its heading."""

    @property
    def text(self) -> str:
        return written(self.lines)


@dataclass(frozen=True)
class Participants:
    """One map as its page says."""

    place: str
    name: str
    title: str
    introduction: str
    groups: tuple[Participant, ...]
    challenges: tuple[str, ...] = ()
    """Whose engagement is told; none: of all that everybody sees."""
    notes: str = ""

    def of(self, side: str) -> list[Participant]:
        """Those of one side, in their order."""
        return [each for each in self.groups if each.side == side]

    def tells_of(self, slug: str) -> bool:
        """Whether it tells of what happens in this challenge."""
        return not self.challenges or slug in self.challenges

    def tells_of_groups(self, slug: str, invited: Collection[str]) -> bool:
        """Whether it tells of any group of a challenge that invites those of these codes."""
        asked = {EVERYBODY_ELSE, *invited}
        return self.tells_of(slug) and any(each.code in asked for each in self.groups)


def read_participants(reader: Reader) -> tuple[Page, Participants]:
    """The page and what it says; faults are in the reader's report."""
    page = reader.page(KEYS, SIDES)
    called = names_of(FACTS, reader.language)
    groups = [
        each
        for side in SIDES
        if (passage := page.passages.get(side))
        for each in _groups(page, side, passage, called)
    ]
    if not groups:
        page.missing("participants-empty", f"## {say('participants-outside')}")
    _check_codes(page, groups)
    return page, Participants(
        place=page.place,
        name=page.name,
        title=page.title,
        introduction=page.introduction,
        groups=tuple(groups),
        challenges=page.names("challenges"),
        notes=page.passage(NOTES),
    )


def check_groups(page: Page, told: Participants, invited: Mapping[str, Sequence[str]]) -> None:
    """Warn of groups that none of the challenges invites; `invited` has their codes by slug."""
    known = [code for slug, codes in invited.items() if told.tells_of(slug) for code in codes]
    for each in told.groups:
        if each.code not in (*known, UNINVITED, EVERYBODY_ELSE):
            meant = near(each.code, known)
            reason = "participants-group-unknown" if known else "participants-group-none"
            facts = {"group": each.code, "label": each.label, "known": ", ".join(known)}
            fix = _fix(each, meant or UNINVITED)
            page.report.warn(each.line.number, reason, fix=fix, **facts)


def _fix(group: Participant, code: str) -> str:
    """The line with another code."""
    raw = group.line.raw.strip()
    if is_row(group.line):
        return re.sub(r"\|\s*(?:\([^()]*\)\s*)?", f"| ({code}) ", raw, count=1)
    return f"### ({code}) {group.label}"


def _groups(
    page: Page, side: str, passage: Passage, called: Mapping[str, str]
) -> Iterator[Participant]:
    """Those below headings; then those of a table."""
    table = [each for each in passage.lines if is_row(each)]
    group: Participant | None = None
    for line in passage.lines:
        if not line.fenced and level_of(line) == 3:
            if group:
                yield group
            group = _headed(page, side, line)
        elif group and not is_row(line):
            _read_line(page, group, line, called)
    if group:
        yield group
    yield from _rows(page, side, table, called)


def _headed(page: Page, side: str, line: SourceLine) -> Participant | None:
    heading = read_heading(line, page.report)
    if heading is None:
        return None
    return _group(page, side, heading.label, heading.attributes.id, line)


def _group(page: Page, side: str, words: str, code: str, line: SourceLine) -> Participant:
    """The group that a heading or a cell names; `code` is written beside its words, if it is."""
    coded = CODED.fullmatch(words)
    label = coded["label"] if coded else words
    code = code or (coded["code"] if coded else made(words))
    if not is_code(code):
        page.report.error(line, "participants-code", fix=EXAMPLE, label=words)
    return Participant(code, label, side, line)


def _read_line(page: Page, group: Participant, line: SourceLine, called: Mapping[str, str]) -> None:
    found = None if line.fenced else FACT.fullmatch(line.plain.rstrip())
    code = called.get(key_of(found["name"]), "") if found else ""
    if found and code in group.facts:
        page.report.error(line, "participants-fact-twice", name=found["name"], label=group.label)
    elif found and code:
        group.facts[code], group.latest = found["text"].strip(), code
    elif group.latest and line.plain.startswith("  ") and not line.blank:
        group.facts[group.latest] += f" {line.raw.strip()}"
    else:
        group.latest = ""
        group.lines.append(line)


def _rows(
    page: Page, side: str, table: Sequence[SourceLine], called: Mapping[str, str]
) -> Iterator[Participant]:
    if not table:
        return
    heads = [called.get(key_of(cell), "") for cell in cells(table[0].raw)[1:]]
    if len(table) < 3 or not RULE.fullmatch(table[1].plain) or not all(heads):
        page.report.error(table[0], "participants-table", fix=_heads())
        return
    for line in table[2:]:
        first, *facts = cells(line.raw)
        if len(facts) != len(heads) or not first:
            wanted, got = len(heads) + 1, len(facts) + 1
            page.report.error(line, "participants-ragged", wanted=wanted, found=got)
            continue
        group = _group(page, side, first, "", line)
        group.facts |= {head: fact for head, fact in zip(heads, facts, strict=True) if fact}
        yield group


def _heads() -> str:
    names = (say("participants-group"), *(say(reason) for reason in FACTS.values()))
    return f"| {' | '.join(names)} |"


def _check_codes(page: Page, groups: Sequence[Participant]) -> None:
    seen: dict[str, int] = {}
    for each in groups:
        first = seen.setdefault(each.code, each.line.number)
        if first != each.line.number and each.code != UNINVITED:
            page.report.error(each.line, "participants-twice", label=each.label, first=first)
