"""One reading of the material: every entry once, in its sheet, counted on its way."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from collector.entries import Entry, State
from collector.errors import ExportError
from collector.export.material import Choices, Material
from collector.export.sheet import sheets_of
from collector.export.summary import Summary

Progress = Callable[[int], None]
"""Told how many entries of the chosen forms have been read."""


class Reading:
    """The sheets that were chosen, and their entries as they stream by.

    Raises ExportError for a form that the challenge does not have.
    """

    def __init__(
        self,
        material: Material,
        choices: Choices,
        now: datetime,
        progress: Progress = lambda _done: None,
    ) -> None:
        sheets = sheets_of(material, now.tzinfo)
        if not sheets:
            raise ExportError("export-no-forms")
        if choices.form and choices.form not in sheets:
            raise ExportError("export-no-form", form=choices.form, forms=", ".join(sheets))
        chosen = [choices.form] if choices.form else [*sheets]
        self.material = material
        self.choices = choices
        self.now = now
        self.sheets = {name: sheets[name] for name in chosen}
        self.summaries: dict[str, Summary] = {}
        self.states: Counter[tuple[str, State]] = Counter()
        self.done = 0
        self._progress = progress

    @property
    def longest(self) -> int:
        """How many entries the longest sheet will have at least, as far as that is known."""
        return max(map(self.material.size, self.sheets)) if self.choices.only.is_all else 0

    def summarise(self) -> None:
        """From now on count what streams by."""
        self.summaries = {name: Summary(sheet) for name, sheet in self.sheets.items()}

    def entries(self) -> Iterator[Entry]:
        """Every entry that was chosen, once only. What is erased only counts."""
        wanted = self.choices.only.taken(self.now.tzinfo)
        for entry in self._of_the_forms():
            if wanted(entry):
                self.states[entry.form, entry.state] += 1
                if entry.state is not State.ERASED:
                    if self.summaries:
                        self.summaries[entry.form].add(entry)
                    yield entry
                    self.done += 1

    def _of_the_forms(self) -> Iterator[Entry]:
        read = 0
        for entry in self.material.entries:
            if entry.form in self.sheets:
                yield entry
                read += 1
                self._progress(read)
