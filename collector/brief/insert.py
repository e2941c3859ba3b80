"""What can be put into a brief by a button: a question of each shape, a section, a setting.

A piece is called `shape:<shape>`, `section:<name>`, `ready:<name>`, `scorecard:<name>` or
`setting:<key>`.
"""

import re
from collections.abc import Mapping

from collector import kit
from collector.brief.matter import line_of_setting, set_setting
from collector.brief.model import Shape
from collector.brief.source import folded

SHAPES: Mapping[Shape, str] = {
    Shape.TEXT: "### Your question in a line\n\n____ (at most 100 characters)",
    Shape.LONG: "### Your question in more words\n\n____ (long, at most 2000 characters)",
    Shape.EMAIL: "### Your e-mail address {.personal}\n\n____ (e-mail)",
    Shape.PHONE: "### Your phone number {.personal}\n\n____ (phone)",
    Shape.WEB: "### A page on the web\n\n____ (web address)",
    Shape.NUMBER: "### How many?\n\n____ (whole number 0–100)",
    Shape.AMOUNT: "### What would you pay?\n\n____ (amount 0–500 €)",
    Shape.DATE: "### On which day?\n\n____ (date)",
    Shape.TIME: "### At what time?\n\n____ (time)",
    Shape.ONE: (
        "### Which one?\n\n- (first) The first\n- (second) The second\n"
        "- (other) Something else: ____"
    ),
    Shape.SEVERAL: (
        "### Which of these?\n\n- [first] The first\n- [second] The second\n- [none!] None of them"
    ),
    Shape.YES: "### Do you agree?\n\n- [ ] Yes, I do",
    Shape.SCALE: "### How good was it?\n\n(1) Bad … (5) Good",
    Shape.STARS: "### How many stars?\n\n☆☆☆☆☆",
    Shape.LINES: "### Who comes?\n\n- [adults] Adults: ____\n- [children] Children: ____",
    Shape.FILE: "### A picture or a document\n\n____ (file: jpg, png, pdf, at most 5 MB)",
    Shape.RANKING: "### What matters most?\n\n1. [fresh] Fresh\n2. [near] Near\n3. [cheap] Cheap",
    Shape.MATRIX_ONE: (
        "### How do you find these?\n\n| | (bad) Bad | (fair) Fair | (good) Good |\n"
        "|---|---|---|---|\n"
        "| [bread] Bread | ( ) | ( ) | ( ) |\n| [cake] Cake | ( ) | ( ) | ( ) |"
    ),
    Shape.MATRIX_SEVERAL: (
        "### When do you buy these?\n\n| | (week) In the week | (weekend) At the weekend |\n"
        "|---|---|---|\n| [bread] Bread | [ ] | [ ] |\n| [cake] Cake | [ ] | [ ] |"
    ),
    Shape.MATRIX_LINES: (
        "### What do you bring?\n\n| | (what) What | (who) From whom |\n|---|---|---|\n"
        "| [tables] Tables | ____ | ____ |\n| [chairs] Chairs | ____ | ____ |"
    ),
    Shape.SLIDER: "### How much of it?\n\n(0 %) —— (100 %), steps of 10",
    Shape.SHARE: "### How would you share it out?\n\n- Bread: ____\n- Cake: ____\n- = 100 points",
}
"""A question of each shape, as one would write it; its words are there to be written over."""

SECTIONS: Mapping[str, str] = {
    "idea": (
        "## Share your idea {.idea}\n\n### Give it a name * {#title}\n\n____ (3–80 characters)\n\n"
        "### Tell us more * {#text}\n\n____ (long, at most 2000 characters)"
    ),
    "survey": "## A few questions {.survey #questions}\n\n### How was it?\n\n(1) Bad … (5) Good",
    "poll": (
        "## A quick question {.poll #quick}\n\n### Which do you like better?\n\n"
        "- (this) This\n- (that) That"
    ),
    "thanks": "## Thank you {.thanks}\n\nWe read everything, and answer within two weeks.",
    "ideas": "## The ideas so far {.ideas}",
    "results": "## What people answered {.results}",
    "picture": "![What the picture shows](picture.jpg)",
}

READY: Mapping[str, str] = {
    "tone": (
        "### What is it? {#tone}\n\n"
        "- (concern) A concern\n- (suggestion) A suggestion\n- (praise) Praise"
    ),
}
"""Questions that the kit knows by their id."""

SCORECARDS: Mapping[str, str] = {
    path.stem: path.read_text("utf-8").strip() for path in sorted(kit.SCORECARDS.glob("*.md"))
}
"""Ready ones, to be changed like any other section."""

SETTINGS: Mapping[str, str] = {
    # what begins with a line end stands in lines of its own
    "opens": "2027-01-15 09:00",
    "closes": "2027-03-31 18:00",
    "phases": (
        "\n- Collect ideas: 2027-01-15 to 2027-02-28, submit"
        "\n- Look at them: 2027-03-01 to 2027-03-31, show ideas"
    ),
    "voting": "approve, 3 per person",
    "comments": "on",
    "seen by": "link",
    "access": "invite",
    "answers within": "14 days",
    "objective": "What it is good for, in a number",
    "measure": "kg of plastic a month, from 120 to 40, by 2027-06-30",
    "prize": "What the best idea gets",
    "contact": "hello@example.org",
    "tags": "one, another",
    "moderation": "before",
    "retention": "180 days",
    "screening": "mentions allergy, allergic: tell staff",
}

PIECES = (
    *(f"section:{each}" for each in SECTIONS),
    *(f"shape:{each}" for each in SHAPES),
    *(f"ready:{each}" for each in READY),
    *(f"scorecard:{each}" for each in SCORECARDS),
    *(f"setting:{each}" for each in SETTINGS),
)

SNIPPETS: Mapping[str, Mapping[str, str]] = {
    "shape": {each.value: snippet for each, snippet in SHAPES.items()},
    "section": SECTIONS,
    "ready": READY,
    "scorecard": SCORECARDS,
}

FORM = re.compile(r"##[ \t]+(?P<label>.+?)[ \t]*\{[^}]*\.(?:idea|survey|poll)\b[^}]*\}[ \t]*")
SECTION = re.compile(r"##?[ \t]")
FENCE = re.compile(r" {0,3}(?:```|~~~)")


def form_lines(text: str) -> dict[int, str]:
    """The headings of forms by the number of their line, whether or not the text can be read."""
    found = _headings(text)
    return {
        number: form["label"]
        for number, line in found.items()
        if (form := FORM.fullmatch(folded(line)))
    }


def insert(text: str, piece: str, *, after: int = 0, form: int = 0) -> tuple[str, int]:
    """The text with that piece in it, and the number of the line where it begins.

    It comes after the paragraph of line `after`, else at the end of the form whose heading is line
    `form`, else at the end. A setting that stands there already is only found. Raises KeyError.
    """
    kind, _, name = piece.partition(":")
    if kind == "setting":
        return _with_setting(text, name, SETTINGS[name])
    snippet = SNIPPETS[kind][name]
    lines = text.rstrip("\n").split("\n")
    at = _paragraph_end(lines, after) if after else _form_end(text, lines, form)
    above = [*lines[:at], ""] if at and lines[at - 1].strip() else lines[:at]
    below = lines[at:]
    while below and not below[0].strip():
        below.pop(0)
    new = _unlike(snippet, lines).split("\n")
    return "\n".join([*above, *new, *([""] if below else []), *below]) + "\n", len(above) + 1


def _with_setting(text: str, key: str, value: str) -> tuple[str, int]:
    if not line_of_setting(text, key):
        text = set_setting(text, key, value)
    return text, line_of_setting(text, key)


def _headings(text: str) -> dict[int, str]:
    """Every heading of one or two `#`, by its line; what stands in fenced code is none."""
    found, fenced = {}, False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= bool(FENCE.match(line))
        if not fenced and SECTION.match(line):
            found[number] = line
    return found


def _paragraph_end(lines: list[str], number: int) -> int:
    """How many lines stand above the first empty one from there on."""
    following = range(min(number, len(lines)), len(lines))
    return next((each for each in following if not lines[each].strip()), len(lines))


def _form_end(text: str, lines: list[str], form: int) -> int:
    if form not in form_lines(text):
        return len(lines)
    end = next((each - 1 for each in _headings(text) if each > form), len(lines))
    while not lines[end - 1].strip():
        end -= 1
    return end


def _unlike(snippet: str, lines: list[str]) -> str:
    """The snippet; its heading gets a number where the same one stands there already."""
    heading, _, rest = snippet.partition("\n")
    if not heading.startswith("### ") or "{#" in heading:
        return snippet
    words, brace, braces = heading.partition(" {")
    mark = words[-1] if words[-1] in "?!" else ""
    stem, known = words.removesuffix(mark), {each.partition(" {")[0] for each in lines}
    names = (words, *(f"{stem} {number}{mark}" for number in range(2, 1000)))
    return next(each for each in names if each not in known) + brace + braces + "\n" + rest
