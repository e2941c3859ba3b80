"""What stands under a question, as blocks: a line, a list, a table. Shapes are known by them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collector.brief.source import SourceLine

ITEM = re.compile(r"\s*([-*+]|[0-9]{1,9}[.)])\s+(?=\S)")
RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,})")
BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\](?![(\[])")
"""Round brackets, or square ones that are no link."""
MARK = re.compile(rf"{BRACKET.pattern}|=\s*[0-9]")
BLANK = re.compile(r"_{3,}")
DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


@dataclass(frozen=True)
class Item:
    """One entry of a list. `start`: where its words begin; `more`: lines that continue it."""

    line: SourceLine
    start: int
    numbered: bool
    more: tuple[SourceLine, ...] = ()
    nested: tuple[SourceLine, ...] = ()

    @property
    def text(self) -> str:
        return self.line.plain[self.start :]

    @property
    def marked(self) -> bool:
        """Whether it shows a sign of an answer: brackets, a blank or a total."""
        return bool(MARK.match(self.text) or BLANK.search(self.text))


@dataclass(frozen=True)
class Block:
    """Lines that belong together; `items` if they are a list."""

    lines: tuple[SourceLine, ...]
    items: tuple[Item, ...] = ()
    table: bool = False

    @property
    def first(self) -> SourceLine:
        return self.lines[0]

    @property
    def text(self) -> str:
        """The plain text of a block of one line, else nothing."""
        return self.first.plain.strip() if len(self.lines) == 1 and not self.items else ""

    @property
    def marked(self) -> bool:
        return any(
            item.marked or any(ITEM.match(each.plain) and _mark(each) for each in item.nested)
            for item in self.items
        )


def is_rule(line: SourceLine) -> bool:
    """Whether the line is `---`, with any dashes or stars."""
    return RULE.fullmatch(line.plain) is not None


def is_item(line: SourceLine) -> bool:
    """Whether an entry of a list begins on the line."""
    return ITEM.match(line.plain) is not None and not is_rule(line)


def blocks_of(lines: Sequence[SourceLine]) -> list[Block]:
    """The lines as blocks, in order, every line in one."""
    found: list[Block] = []
    index = 0
    while index < len(lines):
        if is_item(lines[index]):
            block = _list(lines[index:])
        elif _is_table(lines, index):
            block = _table(lines[index:])
        else:
            block = Block((lines[index],))
        found.append(block)
        index += len(block.lines)
    return found


def _is_table(lines: Sequence[SourceLine], index: int) -> bool:
    if "|" not in lines[index].plain or index + 1 >= len(lines):
        return False
    below = lines[index + 1].plain
    return "|" in below and DELIMITER.fullmatch(below) is not None


def _table(lines: Sequence[SourceLine]) -> Block:
    rows = []
    for line in lines:
        if "|" not in line.plain:
            break
        rows.append(line)
    return Block(tuple(rows), table=True)


def _list(lines: Sequence[SourceLine]) -> Block:
    """The list that begins here, with the lines that continue its items."""
    items = [item_of(lines[0])]
    indent, taken, gap = _indent(lines[0]), 1, False
    for index, line in enumerate(lines[1:], 1):
        if line.blank:
            gap = True
            continue
        entry = is_item(line)
        if entry and _indent(line) < indent + 2:
            item = item_of(line)
            if item.numbered != items[-1].numbered or (gap and item.marked and not _any(items)):
                break
            items.append(item)
        elif _indent(line) < (2 if gap or entry else 1) and not line.fenced:
            break
        else:
            items[-1] = _continued(items[-1], line, nested=entry or line.fenced)
        taken, gap = index + 1, False
    return Block(tuple(lines[:taken]), tuple(items))


def _any(items: Sequence[Item]) -> bool:
    return any(item.marked for item in items)


def item_of(line: SourceLine) -> Item:
    """The entry of a list that begins on the line."""
    match = ITEM.match(line.plain)
    start = match.end() if match else 0
    return Item(line, start, numbered=bool(match) and line.plain.strip()[:1].isdigit())


def _continued(item: Item, line: SourceLine, *, nested: bool) -> Item:
    if nested:
        return Item(item.line, item.start, item.numbered, item.more, (*item.nested, line))
    return Item(item.line, item.start, item.numbered, (*item.more, line), item.nested)


def _mark(line: SourceLine) -> bool:
    return item_of(line).marked


def _indent(line: SourceLine) -> int:
    lead = line.raw[: len(line.raw) - len(line.raw.lstrip())]
    return len(lead.expandtabs(4))
