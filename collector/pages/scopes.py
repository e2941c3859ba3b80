"""Where the names of a script are declared, read as a browser reads it.

A name belongs to the innermost region around it that declares it. A region is a block, or what a
function or a loop takes, from its opening bracket to the end of its body:

    const rows=(list,say)=>{for(const each of list)tell(each,say);return list};
               │               │                                 │           │
               │               └ each ───────────────────────────┘           │
               └ list, say ──────────────────────────────────────────────────┘

It knows the kit's own way of writing, no other, and reads scripts that are squeezed: one name or
pattern a declaration, no template within a template, and braces around the body of a loop that is
more than one plain statement.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

TOKEN = re.compile(
    r"""
    (?P<kept> "(?:[^"\\\n]|\\.)*"
      | (?:(?<=return) | (?<=return[ ]) | (?<![\w)\]])(?<![\w)\]]\ ))
        /(?![/*\s]) (?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+ /\w* )
    | (?P<template> `(?:[^`\\]|\\.)*` )
    | (?P<name> [A-Za-z_$][\w$]* )
    | (?P<sign> \d[\w.]* | \.\.\. | => | \?\. | [^\s\w] )
    | (?P<blank> \s+ )
    """,
    re.X,
)
NAME = re.compile(r"[A-Za-z_$]")
HOLE = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}")
WORDS = frozenset(
    re.findall(
        r"\w+",
        """async await break case catch class const constructor continue default delete do else
        extends false finally for function get if in instanceof let new null of return static super
        switch this throw true try typeof undefined void while yield NaN Infinity""",
    )
)
DECLARE = frozenset(("const", "let", "class", "function"))
CONTROL = frozenset(("if", "for", "while", "switch"))
BEFORE_BLOCK = frozenset((")", "=>", ";", "{", "}", "else", "try", "finally", "do", "catch"))
BEFORE_KEY = frozenset(("{", ",", "}", "get", "async"))
CLOSES = {"(": ")", "[": "]", "{": "}"}


class Use(StrEnum):
    """What a name stands for. A pair is a key and its value in one, as in `{name}`."""

    KEY = "key"
    VARIABLE = "variable"
    PAIR = "pair"


@dataclass(eq=False)
class Region:
    """From one token to another, with the names that it declares."""

    first: int
    last: int
    outer: "Region | None" = None
    names: set[str] = field(default_factory=set)


@dataclass
class Token:
    """A piece of a script, after a blank or not. `sign` is empty for what only looks like one."""

    text: str
    sign: str
    blank: bool = False
    use: Use | None = None
    around: Region | None = None

    @property
    def is_variable(self) -> bool:
        return self.use in (Use.VARIABLE, Use.PAIR)


def read(script: str) -> list[Token]:
    """Its tokens, each variable with the innermost region around it; none around the outermost."""
    tokens = list(_tokens(script))
    ends, kinds = _brackets(tokens)
    _tell_uses(tokens, kinds)
    _surround(tokens, sorted(_regions(tokens, ends, kinds), key=lambda each: each.first))
    for at in _declaring(tokens, ends):
        region = tokens[at].around
        if region is not None:
            region.names.add(tokens[at].text)
    return tokens


def _tokens(script: str) -> Iterator[Token]:
    blank = False
    for found in TOKEN.finditer(script):
        for token in _pieces(str(found.lastgroup), found[0]):
            yield replace(token, blank=blank)
            blank = False
        blank = found.lastgroup == "blank"


def _pieces(kind: str, text: str) -> Iterator[Token]:
    if kind in ("kept", "name", "sign"):
        yield Token(text, "" if kind == "kept" else text)
    for number, piece in enumerate(HOLE.split(text) if kind == "template" else ()):
        if number % 2:
            yield Token("${", "")
            yield from _tokens(piece)
            yield Token("}", "")
        else:
            yield Token(piece, "")


def _brackets(tokens: list[Token]) -> tuple[dict[int, int], dict[int, str]]:
    """The place of each closing bracket by that of its opening one, and what braces are for."""
    ends, kinds, opened = {}, {}, []
    for at, token in enumerate(tokens):
        if token.sign in CLOSES:
            opened.append(at)
            kinds[at] = _kind(tokens, at)
        elif token.sign in CLOSES.values():
            ends[opened.pop()] = at
    return ends, kinds


def _kind(tokens: list[Token], at: int) -> str:
    """A bracket as it is, a brace as block, class or object."""
    if tokens[at].sign != "{":
        return tokens[at].sign
    if at > 1 and tokens[at - 2].sign == "class":
        return "class"
    return "block" if not at or tokens[at - 1].sign in BEFORE_BLOCK else "object"


def _tell_uses(tokens: list[Token], kinds: dict[int, str]) -> None:
    inside = [""]
    for at, token in enumerate(tokens):
        if at in kinds:
            inside.append(kinds[at])
        elif token.sign in CLOSES.values():
            inside.pop()
        elif NAME.match(token.sign) and token.sign not in WORDS:
            token.use = _use(_sign(tokens, at - 1), _sign(tokens, at + 1), inside[-1])


def _use(before: str, after: str, inside: str) -> Use:
    """What a name stands for between these two signs, in a bracket of this kind."""
    if before in (".", "?."):
        return Use.KEY
    if inside in ("object", "class") and before in BEFORE_KEY:
        return Use.PAIR if after in (",", "}", "=") else Use.KEY
    return Use.VARIABLE


def _sign(tokens: list[Token], at: int) -> str:
    return tokens[at].sign if 0 <= at < len(tokens) else ""


def _regions(tokens: list[Token], ends: dict[int, int], kinds: dict[int, str]) -> Iterator[Region]:
    for at, end in ends.items():
        after = _sign(tokens, end + 1)
        if kinds[at] in ("block", "class"):
            yield Region(at, end)
        elif kinds[at] == "(" and after == "=>":
            yield Region(at, _end_of_body(tokens, ends, end + 2))
        elif kinds[at] == "(" and after == "{":
            yield Region(at, ends[end + 1])
        elif kinds[at] == "(" and _sign(tokens, at - 1) == "for":
            yield Region(at, _until(tokens, ends, end + 1, ";"))


def _end_of_body(tokens: list[Token], ends: dict[int, int], at: int) -> int:
    """Of what stands behind an arrow: a block, or a value up to the next comma or semicolon."""
    return ends[at] if tokens[at].sign == "{" else _until(tokens, ends, at, ",;") - 1


def _until(tokens: list[Token], ends: dict[int, int], at: int, signs: str) -> int:
    """The next of these signs that stands in no further bracket, or what closes the one around."""
    while tokens[at].sign not in (*signs, *CLOSES.values()):
        at = ends.get(at, at) + 1
    return at


def _surround(tokens: list[Token], regions: list[Region]) -> None:
    """Put each token into the innermost of these regions, which are in order."""
    coming = iter([*regions, Region(len(tokens), len(tokens))])
    upcoming, inner = next(coming), None
    for at, token in enumerate(tokens):
        while inner and inner.last < at:
            inner = inner.outer
        if upcoming.first == at:
            upcoming.outer, inner = inner, upcoming
            upcoming = next(coming)
        token.around = inner


def _declaring(tokens: list[Token], ends: dict[int, int]) -> Iterator[int]:
    """The places where a name is declared: by a word for it, or as what a function takes."""
    for at, token in enumerate(tokens):
        if token.sign in DECLARE:
            yield from _pattern(tokens, ends, at + 1)
        elif token.sign == "(" and _takes(tokens, at, _sign(tokens, ends[at] + 1)):
            yield from _pattern(tokens, ends, at)


def _takes(tokens: list[Token], at: int, after: str) -> bool:
    """Whether a function stands here."""
    return after == "=>" or (after == "{" and _sign(tokens, at - 1) not in CONTROL)


def _pattern(tokens: list[Token], ends: dict[int, int], at: int) -> Iterator[int]:
    """The names in it; a default, behind `=`, declares none."""
    last = ends.get(at, at)
    while at <= last:
        if tokens[at].is_variable:
            yield at
        at = _until(tokens, ends, at, ",") if tokens[at].sign == "=" else at + 1
