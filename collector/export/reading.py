"""One reading of the material: every entry once, in its sheet, counted on its way.

Then the rows of each listing, once as well.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from collector.brief import SECTIONS
from collector.entries import Entry, State
from collector.export.chosen import chosen
from collector.export.listing import Known, Row
from collector.export.material import Choices, Material
from collector.export.summary import Summary
from collector.export.what import What

Progress = Callable[[int], None]
"""Told how many entries of the chosen forms have been read."""


class Reading:
    """The sheets that were chosen, and their entries as they stream by.

    Raises ExportError for what the challenge does not have.
    """

    def __init__(
        self,
        material: Material,
        choices: Choices,
        now: datetime,
        progress: Progress = lambda _done: None,
    ) -> None:
        self.material = material
        self.choices = choices
        self.now = now
        self.sheets, self.listings = chosen(material, choices, now.tzinfo)
        self.summaries: dict[str, Summary] = {}
        self.listed: Counter[str] = Counter()
        self.states: Counter[tuple[str, State]] = Counter()
        self.done = 0
        self._read = 0
        self._progress = progress

    @property
    def size(self) -> int:
        """How much will be read, as far as that is known."""
        lengths = (self.material.lengths.get(each, 0) for each in self.listings)
        return sum(map(self.material.size, self.sheets)) + sum(lengths)

    @property
    def longest(self) -> int:
        """How many entries the longest sheet will have at least, as far as that is known."""
        if not self.choices.only.is_all:
            return 0
        lengths = (self.material.lengths.get(each, 0) for each in self.listings)
        return max((*map(self.material.size, self.sheets), *lengths), default=0)

    def summarise(self) -> None:
        """From now on count what streams by, as far as the brief asked for it."""
        self.summaries = {
            name: Summary(sheet)
            for name, sheet in self.sheets.items()
            if sheet.today.definition.kind in SECTIONS
        }

    def entries(self) -> Iterator[Entry]:
        """Every entry that was chosen, once only. What is erased only counts."""
        wanted = self.choices.only.taken(self.now.tzinfo)
        for entry in self._of_the_forms():
            if wanted(entry):
                self.states[entry.form, entry.state] += 1
                if entry.state is not State.ERASED:
                    if entry.form in self.summaries:
                        self.summaries[entry.form].add(entry)
                    yield entry
                    self.done += 1

    def rows(self, what: What) -> Iterator[Row]:
        """The rows of a listing, of what was chosen; only days choose here."""
        known, wanted = (
            Known(self.material, self.now.tzinfo),
            self.choices.only.dated(self.now.tzinfo),
        )
        for row in self.listings[what].of(self._things(what, wanted), known):
            self.listed[what] += 1
            yield row

    def _things(self, what: What, wanted: Callable[[datetime], bool]) -> Iterator[Any]:
        for each in self.material.listed.get(what, ()):
            if wanted(each.at):
                self.done += 1
                yield each
            self._step()

    def _step(self) -> None:
        self._read += 1
        self._progress(self._read)

    def _of_the_forms(self) -> Iterator[Entry]:
        for entry in self.material.entries if self.sheets else ():
            if entry.form in self.sheets:
                yield entry
                self._step()
