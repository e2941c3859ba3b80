"""What was erased stays erased: a list beside the backups, which is applied after each restore.

    k3d9x2mf77abqq4r 2026-11-20

A line is the name of an entry, a reply or a thank-you, and the day. It is written and synced
before the erasing is committed: no restore can bring back what somebody was told is gone.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from collector.entries import Comment, Entry, Idea, Receipt, Reply, State, ThankYou, tombstone
from collector.errors import Unavailable, said_by_system
from collector.garden import Garden
from collector.store import (
    ballots,
    benefits,
    comparisons,
    honours,
    outbox,
    reads,
    scores,
    thank_yous,
    votes,
    workshops,
    writes,
)
from collector.store.lock import locked
from collector.store.store import Store
from collector.store.sync import sync

AT_ONCE = 100
"""Entries that are erased in one act."""


Receipts: TypeAlias = Mapping[str, Iterable[str]]
"""The hashes of the codes that open entries, by the entry's ref, as `reads.receipts` gives them."""


@dataclass(frozen=True)
class Fallen:
    """What an erased entry took along; `entries` are those about it, as they were."""

    replies: int = 0
    receipts: int = 0
    files: int = 0
    entries: tuple[Entry, ...] = ()


def note(garden: Garden, refs: Iterable[str], day: date) -> None:
    """Put these on the list, and wait until the disk has them. Raises Unavailable."""
    path = _path(garden)
    lines = "".join(f"{ref} {day.isoformat()}\n" for ref in refs)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path.with_name(f"{path.name}.lock")):
            _append(path, lines.encode())
    except OSError as error:
        raise Unavailable("erased-unlisted", path=path, cause=said_by_system(error)) from error


def listed(garden: Garden) -> frozenset[str]:
    """All that is on the list. Raises Unavailable where it can't be read."""
    path = _path(garden)
    try:
        whole = path.read_text("utf-8").splitlines(keepends=True)
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("erased-unlisted", path=path, cause=str(error)) from error
    return frozenset(line.split()[0] for line in whole if line.endswith("\n") and line.strip())


def apply(store: Store, refs: Collection[str]) -> int:
    """Erase of these whatever the store holds; how many that were. For after a restore."""
    standing = [ref for ref in sorted(refs) if _stands(store, ref)]
    entries = [each for ref in standing if (each := reads.entry(store, ref))]
    about = (other.ref for each in entries for other in falling(store, each))
    receipts = reads.receipts(store, [*standing, *about])
    parts = (standing[start : start + AT_ONCE] for start in range(0, len(standing), AT_ONCE))
    return sum(_bury_all(store, each, receipts) for each in parts)


def falling(store: Store, entry: Entry) -> list[Entry]:
    """The entries that are erased with this one: an idea's comments, and what is reported of them.

    Of a comment only its reports fall: replies to it are other people's words.
    """
    comments = list(reads.comments(store, entry.challenge, about=entry.ref))
    told = [entry, *comments] if isinstance(entry, Idea | Comment) else []
    reports = [each for one in told for each in reads.reports(store, one.ref)]
    return [each for each in (*comments, *reports) if each.state is not State.ERASED]


def bury(store: Store, entry: Entry, receipts: Receipts) -> Fallen:
    """Within a transaction: leave a tombstone; replies, files, votes, earlier words, the addresses
    of who follows it, receipts and the entries about it fall with it.
    """
    others = falling(store, entry)
    late = reads.receipts(store, [each.ref for each in others if each.ref not in receipts])
    parts = [_bury(store, each, {**late, **receipts}) for each in (entry, *others)]
    return Fallen(
        sum(each.replies for each in parts),
        sum(each.receipts for each in parts),
        sum(each.files for each in parts),
        tuple(others),
    )


def _bury(store: Store, entry: Entry, receipts: Receipts) -> Fallen:
    writes.replace(store, tombstone(entry), entry.revision)
    replies = reads.replies(store, entry.challenge, about=entry.ref)
    for each in replies:
        writes.remove(store, Reply, each.ref)
    writes.remove_revisions(store, entry.ref)
    benefits.remove(store, entry.ref)
    votes.remove_on(store, entry.ref)
    ballots.take_off(store, entry.challenge, entry.ref)
    comparisons.remove_with(store, entry.challenge, entry.ref)
    workshops.forget_idea(store, entry.ref)
    scores.remove_on(store, entry.ref)
    outbox.forget(store, entry.ref)
    honours.remove_on(store, entry.ref)
    thank_yous.remove_about(store, entry.ref)
    fallen = sum(writes.remove(store, Receipt, each) for each in receipts.get(entry.ref, ()))
    return Fallen(len(replies), fallen, writes.remove_files(store, entry.ref))


def _stands(store: Store, ref: str) -> bool:
    entry = reads.entry(store, ref)
    if entry is None:
        return any(each(store, ref) for each in (reads.reply, thank_yous.find))
    return entry.state is not State.ERASED


def _bury_all(store: Store, refs: list[str], receipts: Receipts) -> int:
    def act(store: Store) -> int:
        found = 0
        for ref in refs:
            found += sum(writes.remove(store, each, ref) for each in (Reply, ThankYou))
            entry = reads.entry(store, ref)
            if entry is not None and entry.state is not State.ERASED:
                bury(store, entry, receipts)
                found += 1
        return found

    return store.transact(act)


def _append(path: Path, lines: bytes) -> None:
    """The lines, on a line of their own even where the one before was torn."""
    is_new = not path.exists()
    with path.open("a+b") as file:
        file.seek(0, os.SEEK_END)
        if file.tell() and os.pread(file.fileno(), 1, file.tell() - 1) != b"\n":
            file.write(b"\n")
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        sync(path.parent)


def _path(garden: Garden) -> Path:
    return garden.backups / "erased.txt"
