"""A listing is a long sheet of what comes from no form: votes, ballots, comparisons, decisions.

Votes go out without the voter's key: it is the same for everything that a person says in a round,
and who holds the garden's secret could ask whose it is. In its place stands a name that is made
anew for each export: it tells how many votes are one person's, and ties no two files together.
Neither do rows stand in the order in which people voted.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, Protocol, TypeAlias, TypeVar

from collector.brief import Voting
from collector.entries.reference import spelled
from collector.export.column import Cell, Kind
from collector.export.material import Material
from collector.export.told import Told

HANDFUL = 20_000
"""Votes that are shuffled together; more would have to be held."""

NAME_SIGNS = 12


class Ballotlike(Protocol):
    """What votes, ballots and comparisons have in common."""

    @property
    def ref(self) -> str: ...
    @property
    def round(self) -> str: ...
    @property
    def voter(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def apart(self) -> str: ...
    @property
    def group(self) -> str: ...


V = TypeVar("V", bound=Ballotlike)

Row: TypeAlias = list[Cell]


@dataclass(frozen=True)
class Known:
    """What rows need beside what they tell of."""

    material: Material
    zone: tzinfo | None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    @property
    def voting(self) -> Voting | None:
        return self.material.brief.voting

    @property
    def told(self) -> Told:
        return self.material.told

    @property
    def round(self) -> str | None:
        """The one that counts; None where nothing is voted on any more."""
        return self.voting.round if self.voting else None

    def person(self, voter: str) -> str:
        """A name that is the same for one voter in one export."""
        digest = hashlib.blake2b(voter.encode(), key=self.secret, digest_size=NAME_SIGNS)
        return spelled(digest.digest())

    def title(self, ref: str) -> str:
        """What an idea is called; nothing for one that is gone."""
        return self.material.title(ref)

    def group(self, vote: Ballotlike) -> str:
        """Its group, if it may be named."""
        return vote.group if (vote.round, vote.group) in self.material.voted else ""

    def why_not(self, vote: Ballotlike, ideas: Iterable[str]) -> str:
        """Why a vote on these ideas does not count; empty: it does."""
        if vote.apart:
            return vote.apart
        if vote.round != self.round:
            return "other round"
        return "" if all(ref in self.told.stands for ref in ideas) else "not shown"


@dataclass(frozen=True)
class Listing:
    """`columns` by name what they hold; `rows` makes a row or several of each thing told of."""

    name: str
    columns: Mapping[str, Kind]
    rows: Callable[[Any, Known], Iterator[Row]]
    mixed: bool = False
    """Whether their order would tell."""

    def of(self, things: Iterable[Any], known: Known) -> Iterator[Row]:
        """All rows, each as long as there are columns."""
        for each in mixed(things) if self.mixed else things:
            yield from self.rows(each, known)


def mixed(votes: Iterable[V]) -> Iterator[V]:
    """Those of one hour in an order that tells nothing: that of their names, which are random."""
    for _, hour in groupby(votes, attrgetter("at")):
        while handful := sorted(islice(hour, HANDFUL), key=attrgetter("ref")):
            yield from handful
