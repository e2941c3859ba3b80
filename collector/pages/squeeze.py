"""The kit's scripts and styles without what only their readers need: notes, indents, blanks.

It knows the kit's own way of writing, no other: in a script every statement ends with a semicolon,
no template stands within a template, and no pattern begins with a blank.
"""

import re

NOTE = re.compile(r"/\*(?:(?!\*/).)*\*/", re.S)
SCRIPT = re.compile(
    r"""
    (?P<kept> "(?:[^"\\\n]|\\.)*" | `(?:[^`\\]|\\.)*`
      | (?<![\w)\]])(?<![\w)\]]\ )/(?![/*\s]) (?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+ / )
    | \s* (?P<sign> [=<>!&|?:,;{}()\[\]+*] ) \s*
    """,
    re.X,
)
"""Texts and patterns stay as they are; around signs no blank is needed."""
STYLE = re.compile(r"\s*(?P<sign>[{};,>])\s*|(?<=:)\s+|(?P<blank>\s)\s*")

QUOTED = re.compile(r"""(\[[\w-]+=)"([a-z][\w-]*)"\]""")
"""In an attribute's selector a plain word needs no quotes."""


def squeeze_script(script: str) -> str:
    """The same script, shorter."""
    bare = NOTE.sub("", script).strip()
    return SCRIPT.sub(lambda found: found["kept"] or found["sign"], bare).replace(";}", "}") + "\n"


def squeeze_style(style: str) -> str:
    """The same style sheet, shorter."""
    shorter = STYLE.sub(_mark, NOTE.sub("", style).strip())
    return QUOTED.sub(r"\1\2]", shorter).replace(";}", "}")


def _mark(found: re.Match[str]) -> str:
    return found["sign"] or (" " if found["blank"] else "")
