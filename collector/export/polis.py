"""The files that Polis exports of a conversation, which the tools of deliberation research read.

comments.csv            timestamp, datetime, comment-id, author-id, agrees, disagrees, moderated, …
votes.csv               timestamp, datetime, comment-id, voter-id, vote
participants-votes.csv  participant, group-id, n-comments, n-votes, n-agree, n-disagree, 0, 1, 2 …
summary.csv             topic, url, views, voters …, a line each

Headers, order and line ends are those of compdemocracy.org's exports of 2017. People have numbers
that are drawn anew for each export. Who sent an idea is not kept, so that each idea has an author
of its own. What the kit does not know, as groups of opinion and views, is blank.
"""

import csv
import random
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, tzinfo
from typing import Any, TextIO, TypeAlias

from collector.export.cell import for_csv
from collector.export.conversation import AGREES, DISAGREES, Conversation, Said

COMMENTS = (
    "timestamp",
    "datetime",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "comment-body",
)
VOTES = ("timestamp", "datetime", "comment-id", "voter-id", "vote")
PARTICIPANTS = ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")

Opened: TypeAlias = Callable[[str], AbstractContextManager[TextIO]]
"""Opens a file by its name; one at a time."""


class Files:
    """The files of one conversation, as they are written one after the other."""

    def __init__(self, about: Conversation, zone: tzinfo) -> None:
        self.about = about
        self.zone = zone
        self._numbers = _numbered(about)
        self._agreed: Counter[int] = Counter()
        self._disagreed: Counter[int] = Counter()
        self._given = [array("l") for _ in self._numbers]
        """By voter's number what they said: statement and vote by turns."""

    def write(self, opened: Opened) -> int:
        """All four; how many votes they hold."""
        self._write(opened, "votes", [VOTES], self._votes())
        self._write(opened, "comments", [COMMENTS], self._comments())
        heads = [[*PARTICIPANTS, *range(len(self.about.statements))]]
        self._write(opened, "participants-votes", heads, self._participants())
        self._write(opened, "summary", [], self._summary())
        return sum(map(len, self._given)) // 2

    def _write(
        self, opened: Opened, name: str, heads: Sequence[Sequence[Any]], rows: Iterator[list[Any]]
    ) -> None:
        with opened(f"{name}.csv") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerows(heads)
            table.writerows(rows)

    def _votes(self) -> Iterator[list[Any]]:
        """By statement and voter, as Polis sorts them."""
        for statement, each in enumerate(self.about.statements):
            for voter, (at, vote) in self._sorted(self.about.said(each.ref)):
                self._note(statement, voter, vote)
                yield [*self._time(at), statement, voter, vote]

    def _sorted(self, said: Said) -> list[tuple[int, tuple[datetime, int]]]:
        """By voter's number. Who came while the files are written is not in them."""
        known = ((self._numbers.get(voter), each) for voter, each in said.items())
        return sorted((number, each) for number, each in known if number is not None)

    def _note(self, statement: int, voter: int, vote: int) -> None:
        self._agreed[statement] += vote == AGREES
        self._disagreed[statement] += vote == DISAGREES
        self._given[voter].extend((statement, vote))

    def _comments(self) -> Iterator[list[Any]]:
        for statement, each in enumerate(self.about.statements):
            votes = (self._agreed[statement], self._disagreed[statement])
            author = len(self._numbers) + statement
            told = [statement, author, *votes, each.moderated, for_csv(each.text)]
            yield [*self._time(each.at), *told]

    def _participants(self) -> Iterator[list[Any]]:
        """Those who voted, then the ideas' authors."""
        blank = [""] * len(self.about.statements)
        for number, given in enumerate(self._given):
            said = dict(zip(given[::2], given[1::2], strict=True))
            votes = Counter(said.values())
            counts = (0, len(said), votes[AGREES], votes[DISAGREES])
            yield [number, "", *counts, *(said.get(each, "") for each in range(len(blank)))]
        for statement in range(len(blank)):
            yield [len(self._given) + statement, "", 1, 0, 0, 0, *blank]

    def _summary(self) -> Iterator[list[Any]]:
        voters, statements = len(self._numbers), len(self.about.statements)
        yield ["topic", for_csv(self.about.topic)]
        yield ["url", for_csv(self.about.address)]
        yield ["views", ""]
        yield ["voters", voters]
        yield ["voters-in-conv", voters]
        yield ["commenters", statements]
        yield ["comments", statements]
        yield ["groups", ""]
        yield ["conversation-description", for_csv(self.about.description)]

    def _time(self, moment: datetime) -> tuple[int, str]:
        """In thousandths of a second since 1970, and as Polis spells it."""
        here = moment.astimezone(self.zone)
        return int(moment.timestamp()) * 1000, f"{here:%a %b %d %H:%M:%S %Z %Y}"


def _numbered(about: Conversation) -> Mapping[str, int]:
    """A number for each who voted, drawn by lot: it tells nothing about who came first."""
    voters = sorted({voter for each in about.statements for voter in about.said(each.ref)})
    random.SystemRandom().shuffle(voters)
    return {voter: number for number, voter in enumerate(voters)}
