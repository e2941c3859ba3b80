"""A frame is a built page with named slots, into which published data is poured.

    fixed bytes <!--slot:ideas-->what stands there at first<!--/slot:ideas--> fixed bytes

Pouring is pure: the same frame and the same contents give the same bytes, without the markers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

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
        """The frame that a built page is; a page without slots is one piece.

        A slot without its end is no slot: its beginning stays where it stands.
        """
        fixed: list[bytes] = []
        slots: list[tuple[str, bytes]] = []
        begin, end = page.find(BEGIN), 0
        while begin >= 0:
            name, _, _ = page[begin + len(BEGIN) : begin + 100].partition(b"-->")
            first = begin + len(BEGIN) + len(name) + len(b"-->")
            mark = b"<!--/slot:" + name + b"-->"
            last = page.find(mark, first)
            if last >= 0:
                fixed.append(page[end:begin])
                slots.append((name.decode(), page[first:last]))
                end = last + len(mark)
            begin = page.find(BEGIN, max(end, first))
        return cls((*fixed, page[end:]), tuple(slots))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.slots]

    def pour(self, contents: Mapping[str, str]) -> bytes:
        """The page with its slots filled; what is not named keeps its first content."""
        pieces = [self.fixed[0]]
        for (name, first), fixed in zip(self.slots, self.fixed[1:], strict=True):
            pieces += (contents[name].encode() if name in contents else first, fixed)
        return b"".join(pieces)

    def prepare(self, contents: Mapping[str, str]) -> bytes:
        """The page with its slots still marked, these contents standing there at first."""
        return self.pour(
            {name: slot(name, contents.get(name, first.decode())) for name, first in self.slots}
        )
