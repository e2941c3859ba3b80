"""A table tells the cell of each value that a column may hold, learned as the values come.

Most answers of a column are the same few over and over: looking one up costs a tenth of making it.
"""

from collections.abc import Callable
from typing import Any

MOST = 1000
"""Values that a table remembers; then it begins anew, for they mostly come in some order."""


class Table(dict[Any, Any]):
    """`table[value]` is what `tell(value)` says, which depends on nothing else."""

    def __init__(self, tell: Callable[[Any], Any], most: int = MOST) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, value: Any) -> Any:
        cell = self._tell(value)
        if self._most or value is None:
            if len(self) > self._most:
                self.clear()
            self[value] = cell
        return cell
