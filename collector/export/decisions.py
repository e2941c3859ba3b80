"""The decision log as anybody may read it: what was decided on what kind of entry, when and why.

It names no entry and nobody: a role stands in a name's place, and the order within a day, which
could tell which entry it was, is that of the words.
"""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, fields
from io import TextIOWrapper
from typing import BinaryIO
from zoneinfo import ZoneInfo

from collector.entries import Decision, Pick, Progress, Role, State
from collector.store import Store, reads

BESIDES = frozenset({"author", "rule", "command line"})
"""Who decides where no account does."""

FORMER = "former"
"""The role of somebody who has no account any more."""

TOLD = frozenset({*State, *Progress, *Pick})
"""What is said of before and after. Whatever else stands there, as where an idea was merged into,
names an entry."""


@dataclass(frozen=True, order=True)
class Line:
    """One decision without names. `day` is a day in the garden's zone, as `2026-11-21`."""

    day: str
    entry: str
    """`idea`, `response`, `comment`, `report`; empty for one that is gone."""
    move: str
    before: str
    after: str
    reason: str
    role: str
    undoes: bool


COLUMNS = tuple(each.name for each in fields(Line))


def lines(store: Store, challenge: str, zone: ZoneInfo) -> list[Line]:
    """The whole log of a challenge."""
    kinds = {ref: kind.__name__.lower() for ref, kind in reads.kinds(store, challenge).items()}
    roles = roles_of(store, challenge)
    log = reads.log(store, challenge)
    return sorted(_line(each, kinds.get(each.about, ""), roles, zone) for each in log)


def roles_of(store: Store, challenge: str) -> Callable[[str], str]:
    """What tells the role of whoever decided, by the name in the log."""
    people = reads.accounts(store)
    roles = {each.name: _role(each.role, each.challenges, challenge) for each in people}
    return lambda by: by if by in BESIDES else roles.get(by, FORMER)


def write_csv(file: BinaryIO, log: Iterable[Line]) -> None:
    """A header row and a line each; every cell is a code of the kit's."""
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow(COLUMNS)
        rows.writerows((*astuple(each)[:-1], int(each.undoes)) for each in log)
    finally:
        text.detach()


def write_json(file: BinaryIO, log: Iterable[Line]) -> None:
    """The same as a list of objects."""
    told = [asdict(each) for each in log]
    file.write(json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")


WRITERS = {"csv": write_csv, "json": write_json}


def _role(everywhere: Role | None, single: Mapping[str, Role], challenge: str) -> str:
    """The higher of the two."""
    held = [each for each in (everywhere, single.get(challenge)) if each]
    return max(held, key=list(Role).index).value if held else FORMER


def _line(decision: Decision, kind: str, role: Callable[[str], str], zone: ZoneInfo) -> Line:
    return Line(
        day=decision.at.astimezone(zone).date().isoformat(),
        entry=kind,
        move=decision.move,
        before=decision.before if decision.before in TOLD else "",
        after=decision.after if decision.after in TOLD else "",
        reason=decision.reason.value,
        role=role(decision.by),
        undoes=bool(decision.undoes),
    )
