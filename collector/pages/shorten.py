"""Names that only a browser reads, shorter: what a script declares for itself.

Names outside of all functions and blocks stay as they are, since other scripts may use them.
"""

import re
from collections.abc import Iterator
from itertools import chain, product

from collector.pages.scopes import WORDS, Region, Token, Use, read

LETTERS = "eatnrisoudlcpfmhgvbywkxqjzESTNCLAOMDPHBFIRUWXVJKQGYZ"
"""Those that scripts are full of come first: what is compressed then gets smaller still."""

SHORT = tuple(
    name for name in chain(LETTERS, map("".join, product(LETTERS, repeat=2))) if name not in WORDS
)
APART = re.compile(r"[\w$]{2}|[+-]{2}")
Declared = dict[tuple[Region, str], list[Token]]
"""The uses of each declared name, with the region that declares it."""


def shorten(script: str) -> str:
    """The same script with shorter names; it has to be squeezed, as `scopes` reads it."""
    tokens = read(script)
    declared, others = _uses(tokens)
    taken: dict[Region, set[str]] = {}
    for (region, _), uses in declared.items():
        there = [taken.setdefault(each, set(others)) for each in _reach(region, uses)]
        short = next(each for each in SHORT if not any(each in names for names in there))
        for names in there:
            names.add(short)
        for token in uses:
            token.text = f"{token.text}:{short}" if token.use is Use.PAIR else short
    return "".join(_written(tokens))


def _uses(tokens: list[Token]) -> tuple[Declared, set[str]]:
    """What is declared, in order, and the names of others: nothing may be called like them."""
    declared: Declared = {}
    others = set()
    for token in tokens:
        if not token.is_variable:
            continue
        region = token.around
        while region and token.text not in region.names:
            region = region.outer
        if region:
            declared.setdefault((region, token.text), []).append(token)
        else:
            others.add(token.text)
    return declared, others


def _reach(region: Region, uses: list[Token]) -> set[Region]:
    """All regions in which the name must mean the same: from each use out to where it is declared.

    Elsewhere another name may be as short.
    """
    reach = {region}
    for token in uses:
        inner = token.around
        while inner and inner not in reach:
            reach.add(inner)
            inner = inner.outer
    return reach


def _written(tokens: list[Token]) -> Iterator[str]:
    """The pieces, with a blank where two words or two signs would become one.

    What is never assigned again may as well be said with the shorter word.
    """
    last = ""
    for token in tokens:
        if token.blank and APART.fullmatch(last[-1:] + token.text[:1]):
            yield " "
        yield "let" if token.sign == "const" else token.text
        last = token.text
