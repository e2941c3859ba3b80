"""A frame is a built page with named slots, into which published data is poured.

    fixed bytes <!--slot:ideas-->what stands there at first<!--/slot:ideas--> fixed bytes

Pouring is pure: the same frame and the same contents give the same bytes, without the markers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

MARK = re.compile(rb"<!--slot:(?P<name>[a-z0-9:_-]+)-->(?P<first>.*?)<!--/slot:(?P=name)-->", re.S)
BEGIN = b"<!--slot:"


def slot(name: str, first: str = "") -> str:
    """The markers of a slot, around what stands there at first."""
    return f"<!--slot:{name}-->{first}<!--/slot:{name}-->"


@dataclass(frozen=True)
class Frame:
    """A page in pieces: `fixed` has one piece more than `slots`, a name and its first content."""

    fixed: tuple[bytes, ...]
    slots: tuple[tuple[str, bytes], ...]

    @classmethod
    def read(cls, page: bytes) -> Self:
        """The frame that a built page is; a page without slots is one piece."""
        fixed, slots, end = [], [], 0
        for mark in MARK.finditer(page):
            fixed.append(page[end : mark.start()])
            slots.append((mark["name"].decode(), mark["first"]))
            end = mark.end()
        fixed.append(page[end:])
        return cls(tuple(fixed), tuple(slots))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.slots]

    def pour(self, contents: Mapping[str, str]) -> bytes:
        """The page with its slots filled; what is not named keeps its first content."""
        pieces = [self.fixed[0]]
        for (name, first), fixed in zip(self.slots, self.fixed[1:], strict=True):
            pieces += (contents[name].encode() if name in contents else first, fixed)
        return b"".join(pieces)
