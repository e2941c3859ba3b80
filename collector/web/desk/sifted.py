"""The entries of a list that are wanted: a page of them, how many they are, all of them.

place     of a page   where the last of each kind stood (`reads.place`)
!place                the same, still among those that come first
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import islice

from collector import screening
from collector.brief import Brief
from collector.entries import KINDS, Entry, Idea, State, theme_of
from collector.store import reads, themes
from collector.store.reads import Challenges
from collector.web.context import Context
from collector.web.desk import door
from collector.web.desk.cards import JUDGED, brief_of, is_seen, seen_of
from collector.web.desk.door import Access
from collector.web.desk.wanted import Wanted, is_urgent

FIRST = "!"

LOOKED_AT = 20_000
"""Entries that are looked at to count those that are wanted, and to decide on all of them."""

ORDERED = 10_000
"""Waiting entries, beyond which the oldest come first, suspected or not."""


@dataclass(frozen=True)
class Sifted:
    """What is wanted of the entries in one state, of some challenges or (None) all."""

    context: Context
    state: State
    where: Challenges
    wanted: Wanted
    now: datetime

    def page(self, after: str, most: int) -> tuple[list[Entry], str]:
        """So many entries after that place, and the place of the next page; empty at the end.

        Where nothing is left after it, the list begins anew.
        """
        shown, following = self._page(after, most)
        return (shown, following) if shown or not after else self._page("", most)

    def count(self) -> tuple[int, bool]:
        """How many they are, and whether there may be more than were looked at."""
        if self.wanted.looks_inside:
            whole = reads.number(self.context.store, self.state, challenge=self._where)
            return sum(1 for _ in self._counted()), whole > LOOKED_AT
        kinds = [each for each in self.wanted.kinds if each in self._kinds]
        store, where = self.context.store, self._where
        return reads.number(store, self.state, challenge=where, kinds=kinds), False

    def refs(self, until: str) -> list[str]:
        """Of all of them that came up to that place and that whoever asks may decide on."""
        return [each.ref for each in self._counted(until) if door.may(Access.DESK, each.challenge)]

    def since(self, after: str, most: int) -> int:
        """How many came after that place; at most so many are counted."""
        return sum(1 for _ in islice(self._read(after), most))

    def _page(self, after: str, most: int) -> tuple[list[Entry], str]:
        if not self._urgent_first:
            return self._cut(self._read(after), after, most)
        if after and not after.startswith(FIRST):
            return self._cut(self._read(after, urgent=False), after, most)
        place = after.removeprefix(FIRST)
        shown, following = self._cut(self._read(place, urgent=True), place, most)
        if following:
            return shown, FIRST + following
        rest, following = self._cut(self._read("", urgent=False), "", most - len(shown))
        return shown + rest, following

    def _cut(self, found: Iterator[Entry], after: str, most: int) -> tuple[list[Entry], str]:
        shown = list(islice(found, most))
        more = next(found, None)
        return shown, reads.place(shown, after) if more else ""

    def _read(
        self, after: str = "", until: str = "", *, urgent: bool | None = None
    ) -> Iterator[Entry]:
        return (
            each
            for each in self._entries(after, until)
            if self._holds(each) and urgent in (None, self._is_urgent(each))
        )

    def _counted(self, until: str = "") -> Iterator[Entry]:
        looked_at = islice(self._entries(until=until), LOOKED_AT)
        return (each for each in looked_at if self._holds(each))

    def _entries(self, after: str = "", until: str = "") -> Iterator[Entry]:
        return reads.entries(
            self.context.store,
            self.state,
            challenge=self._where,
            kinds=self.wanted.kinds,
            after=after,
            until=until,
        )

    def _holds(self, entry: Entry) -> bool:
        if not is_seen(entry) or not self._is_of_theme(entry):
            return False
        if self.wanted.reads_answers:  # what somebody may not read, they may not look for either
            entry, brief = self._seen(entry)
            named = "yes" if screening.hits(entry, brief) else "no"
            if self.wanted.screened not in ("", named):
                return False
        return self.wanted.holds(entry, self.now)

    def _seen(self, entry: Entry) -> tuple[Entry, Brief | None]:
        brief = brief_of(self.context, entry.challenge)
        return seen_of(entry, brief.form(entry.form) if brief else None), brief

    def _is_urgent(self, entry: Entry) -> bool:
        brief = brief_of(self.context, entry.challenge)
        ruled = brief is not None and bool(brief.screening)
        return is_urgent(entry) or (ruled and screening.comes_first(*self._seen(entry)))

    def _is_of_theme(self, entry: Entry) -> bool:
        wanted = self.wanted.theme
        return not wanted or (isinstance(entry, Idea) and self._theme_of(entry) == wanted)

    @cached_property
    def _theme_of(self) -> Callable[[Idea], str]:
        """By the themes of the challenge that the wanted one is of."""
        theme = themes.one(self.context.store, self.wanted.theme)
        return theme_of(themes.of(self.context.store, theme.challenge) if theme else ())

    @property
    def _where(self) -> Challenges:
        wanted = self.wanted.challenge
        if wanted and (self.where is None or wanted in self.where):
            return wanted
        return self.where

    @property
    def _kinds(self) -> tuple[type[Entry], ...]:
        """Of one challenge a juror counts what is to be judged only."""
        judge = isinstance(self.where, str) and not door.may(Access.VIEWER, self.where)
        return JUDGED if judge else KINDS

    @property
    def _urgent_first(self) -> bool:
        if self.state is not State.WAITING or self.wanted.order:
            return False
        waiting = reads.number(self.context.store, self.state, challenge=self._where)
        return waiting <= ORDERED
