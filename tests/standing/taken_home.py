"""What the owner takes home of a community says what its model says: spreadsheets and numbers."""

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from collector import export
from collector.brief import Brief
from collector.export import Choices, What
from collector.export.programme import programme
from collector.store import Store
from tests.standing.community import ERASED, SPAM, ZONE, Model

Rows = list[Mapping[str, str]]


def everything_agrees(
    store: Store, brief: Brief, model: Model, now: datetime, folder: Path
) -> bytes:
    """All that was written, in one."""
    written = b""
    sheets: dict[What, Rows] = {}
    for what in (What.IDEAS, What.COMMENTS, What.VOTES, What.DECISIONS):
        path = folder / f"{what}.csv"
        export.export(path, export.gather(store, brief, ZONE), now, Choices(what=what))
        written += path.read_bytes()
        sheets[what] = [*csv.DictReader(path.read_text("utf-8-sig").splitlines())]
        path.unlink()
    _ideas_agree(sheets[What.IDEAS], model)
    _comments_agree(sheets[What.COMMENTS], model)
    _votes_agree(sheets[What.VOTES], model)
    _programme_agrees(store, brief, model, now)
    return written


def _ideas_agree(rows: Rows, model: Model) -> None:
    kept = {row["ref"]: row for row in rows}
    left = {ref: idea for ref, idea in model.ideas.items() if idea.state != ERASED}
    assert {ref: row["state"] for ref, row in kept.items()} == {
        ref: idea.state for ref, idea in left.items()
    }
    for ref, idea in left.items():
        row = kept[ref]
        assert (row["title"], row["text"]) == (idea.title, idea.text)
        assert (row["progress"], row["merged_into"]) == (idea.progress, idea.merged)
    sets = model.sets()
    for ref, row in kept.items():
        told = tuple(row[name] for name in ("votes__up", "votes__down", "votes_apart"))
        counted = model.counted(sets[ref]) if ref in sets else ("", "", "")
        assert told == tuple(map(str, counted))
        said = sum(len(model.spoken(each)) for each in sets.get(ref, ()))
        assert row["comments"] == (str(said) if ref in sets else "")


def _comments_agree(rows: Rows, model: Model) -> None:
    left = [each for each in model.remarks.values() if each.state != ERASED]
    told = {row["ref"]: (row["state"], row["about"], row["parent"], row["text"]) for row in rows}
    assert told == {each.ref: (each.state, each.about, each.parent, each.word) for each in left}


def _votes_agree(rows: Rows, model: Model) -> None:
    """Every vote is there, and of those that count as many as the pages say."""
    assert len(rows) == len(model.votes) + sum(model.apart.values())
    counted = Counter((row["counts_with"], row["value"]) for row in rows if row["counted"] == "1")
    people = {(row["counts_with"], row["person"]) for row in rows if row["counted"] == "1"}
    assert len(people) == counted.total()
    for ref, members in model.sets().items():
        up, down, _ = model.counted(members)
        assert (counted[ref, "up"], counted[ref, "down"]) == (up, down)


def _programme_agrees(store: Store, brief: Brief, model: Model, now: datetime) -> None:
    funnel = programme(store, brief, None, now.astimezone(ZONE)).funnel
    sets = model.sets()
    assert funnel.sent == sum(each.state != SPAM for each in model.ideas.values())
    assert funnel.voted == sum(model.counted(members)[:2] != (0, 0) for members in sets.values())
    assert funnel.done == sum(model.ideas[ref].progress == "done" for ref in sets)
