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
"""Told how many entries are done."""


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
        """How many entries the longest sheet will have, as far as that is known."""
        return max(map(self.material.size, self.sheets))

    def summarise(self) -> None:
        """From now on count what streams by."""
        self.summaries = {name: Summary(sheet) for name, sheet in self.sheets.items()}

    def entries(self) -> Iterator[Entry]:
        """Every entry of the chosen forms, once only. What is erased only counts."""
        for entry in self.material.entries:
            if entry.form in self.sheets:
                self.states[entry.form, entry.state] += 1
                if entry.state is State.ERASED:
                    continue
                if self.summaries:
                    self.summaries[entry.form].add(entry)
                yield entry
                self.done += 1
                self._progress(self.done)
