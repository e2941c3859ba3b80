"""Polis' files as anybody reads them, ours and theirs alike."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

NAMES = ("comments", "votes", "participants-votes", "summary")

Cells = dict[str, str]


@dataclass(frozen=True)
class Read:
    """What the files say; `last` is each person's last vote on a comment, by both their numbers."""

    headers: Mapping[str, list[str]]
    comments: Mapping[int, Cells]
    votes: list[Cells]
    participants: Mapping[int, Cells]
    summary: Cells
    last: Mapping[tuple[int, int], int] = field(default_factory=dict)


def read(texts: Mapping[str, str]) -> Read:
    """From the text of each file, by its name without its ending."""
    tables = {name: list(csv.reader(io.StringIO(texts[name], newline=""))) for name in NAMES}
    rows = {name: _rows(tables[name]) for name in NAMES[:3]}
    votes = sorted(rows["votes"], key=lambda each: int(each["timestamp"]))
    return Read(
        headers={name: tables[name][0] for name in NAMES[:3]},
        comments={int(each["comment-id"]): each for each in rows["comments"]},
        votes=rows["votes"],
        participants={int(each["participant"]): each for each in rows["participants-votes"]},
        summary=dict(tables["summary"]),
        last={(int(v["comment-id"]), int(v["voter-id"])): int(v["vote"]) for v in votes},
    )


def _rows(table: list[list[str]]) -> list[Cells]:
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]


def holds_together(told: Read) -> None:
    """What has to be so in any conversation, whoever wrote it down."""
    numbers = range(len(told.comments))
    assert sorted(told.comments) == [*numbers]
    assert told.headers["participants-votes"][6:] == [str(each) for each in numbers]
    assert {int(each["author-id"]) for each in told.comments.values()} <= set(told.participants)
    assert {each["vote"] for each in told.votes} <= {"1", "0", "-1"}
    assert {each["moderated"] for each in told.comments.values()} <= {"1", "0", "-1"}
    places = [(int(each["comment-id"]), int(each["voter-id"])) for each in told.votes]
    assert places == sorted(places)
    for comment, cells in told.comments.items():
        given = [each["vote"] for each in told.votes if int(each["comment-id"]) == comment]
        assert int(cells["agrees"]) == given.count("1")
        assert int(cells["disagrees"]) == given.count("-1")
    for person, cells in told.participants.items():
        voted = {comment for comment, voter in told.last if voter == person}
        assert {each for each in numbers if cells[str(each)] != ""} <= voted
        assert int(cells["n-votes"]) == len(voted)
    assert sum(int(each["n-comments"]) for each in told.participants.values()) == len(numbers)
    assert int(told.summary["comments"]) == len(numbers)
    authors = {each["author-id"] for each in told.comments.values()}
    assert int(told.summary["commenters"]) == len(authors)
