"""What holds for any text: the reader never raises, points into the file, and `fix` is safe."""

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from collector.brief import Reading, fix, read
from collector.brief.source import raw_lines
from collector.garden import Settings

SETTINGS = Settings(timezone="Europe/Berlin")
PATH = Path("bread.md")
KIT = Path(__file__).parents[2] / "collector" / "kit"
LINES = sorted(
    {
        line
        for path in (*KIT.glob("briefs/*.md"), *KIT.glob("demo/challenges/*.md"))
        for line in path.read_text(encoding="utf-8").splitlines()
    }
)
MARKS = [
    *("---", "```", "<!--", "-->", "## A {.survey}", "## B {.poll #b results=always}", "# T"),
    *("## C {.idea}", "### Title * {#title}", "### Q?", "### Q", "### R {.nps}", "____ (long)"),
    *("____", "- ( ) A", "- [ ] B", "- C", "- D: ____", "  - ( ) E", "- ( ) Other: ____"),
    *("1. [ ] F", "(1) G … (5) H", "☆☆☆☆☆", "| a | b |", "|---|---|", "| c | ( ) |"),
    *("| [c] | ____ |", "| (d!) | e | \\| |", "d | [ ]", "- = 9 points", "- = €", "2. [g!] M"),
    *("(0 €) … (90 €), steps of 5", "(0) … (30)", "- [n!] N", "- ( ) ![o](p.jpg) O", "- [!]"),
    *("### S {.shuffle choose=1}", "### U {.dropdown from=a.csv}", "____ (file: pdf)"),
    *("*Only if [q](#q) is answered.*", "*Only if [q](#q) is A or B and [r](#r) is 1–3.*"),
    *("closes: never", "image: a.jpg", "![](b.jpg)", "###J", "<b>", "{#k}", "\ufeff", "\\- ( ) L"),
]
line = st.one_of(
    st.sampled_from(MARKS),
    st.sampled_from(LINES),
    st.text(max_size=30),
    st.text("-*_#{}[]()<>!|\\:.= \t☆…–1aAx^\u200e\u00a0", max_size=20),
)
texts = st.builds(
    lambda lines, end: end.join(lines), st.lists(line, max_size=25), st.sampled_from(["\n", "\r\n"])
)


def reads(text: str) -> Reading:
    return read(PATH, SETTINGS, text=text)


@given(texts)
def test_the_reader_never_raises_and_every_finding_points_into_the_file(text):
    raws = raw_lines(text)
    for finding in reads(text).findings:
        assert 1 <= finding.line <= len(raws)
        assert 1 <= finding.column <= len(raws[finding.line - 1]) + 1
        assert finding.message


words = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=15
)
several = st.lists(words, min_size=2, max_size=4, unique=True)
answer = st.one_of(
    st.sampled_from(["____", "☆☆☆☆☆", "(1) A … (5) B", "- [ ] Yes"]),
    *(
        several.map(lambda each, mark=mark: "\n".join(mark.format(label) for label in each))
        for mark in ("- ( ) {}", "- [ ] {}", "- {}: ____", "1. [ ] {}", "- [!] {}")
    ),
    several.map(lambda each: "\n".join((*(f"- {label}: ____" for label in each), "- = 9 €"))),
    st.builds(
        lambda heads, rows, cell: "\n".join(
            [
                f"| | {' | '.join(heads)} |",
                "|---" * (len(heads) + 1) + "|",
                *(f"| {row} " + f"| {cell} " * len(heads) + "|" for row in rows),
            ]
        ),
        several,
        several,
        st.sampled_from(["( )", "[ ]", "____", "____ (number)"]),
    ),
)
question = st.builds("### {}\n{}\n".format, words, answer)
forms = st.lists(question, min_size=1, max_size=4).map(
    lambda each: (
        "---\ncloses: never\nobjective: Better bread\n---\n# T\n\n## S {.survey}\n\n"
        + "\n".join(each)
    )
)


@given(texts | forms)
def test_what_fix_writes_out_reads_the_same_and_is_written_once(text):
    before, fixed = reads(text), fix(text, SETTINGS)
    after = reads(fixed)
    assert [(each.line, each.reason) for each in after.findings] == [
        (each.line, each.reason) for each in before.findings
    ]
    if before.brief:
        assert after.brief == replace(before.brief, source_hash=after.brief.source_hash)
    assert fix(fixed, SETTINGS) == fixed


VARIANTS = {
    "bullet": ["-", "*", "+", "–", "—", "\\-", "\u200e-"],
    "gap": ["…", "...", "--", "—", "———", " – "],
    "blank": ["____", "___", "_________", "\\_\\_\\_", "＿＿＿＿"],
    "round": ["( )", "()", "（ ）", "\\( \\)", "(\u00a0)", "(\u200f )"],
    "square": ["[ ]", "[]", "［ ］", "\\[ \\]", "[\t]"],
    "italic": ["*", "_", "\\*"],
    "star": ["☆", "★", "⭐", "⭐️"],
    "to": ["–", "-", "—", " to ", " – ", "−"],
    "quote": ['"', "“", "”", "„", "«"],
    "blanks": [" ", "  ", "\t", "\u00a0", "\u202f"],
    "hash": ["###", "\\###", "\u200e###", "###\u00a0"],
    "asks": [" *", "*", " \\*", "＊"],
    "rule": ["---", "———", "***", "-----"],
}
TEMPLATE = """\
---
closes: never
objective: Better bread
---

# Bread

## Your visit {.survey}

<hash> Your link<asks> {#role}
<bullet><blanks><round> Customer
<bullet> <round><blanks>Other: <blank>

<hash> Apps {#apps}
<bullet> <square> Till
<bullet> <square> Web

<hash> How good? {#good}
(1) Bad <gap> (5) Good

<hash> Stars {#stars}
<star><star><star><star><star>

<hash> How many? {#count}
<italic>Only if [x](#good) is 2<to>4 and [y](#role) is <quote>Customer<quote>.<italic>

<blank><blanks>(number<blanks>1<to>10)

<rule>

<hash> Home {#home}
<bullet> Street: <blank> (at most<blanks>80 characters)
<bullet> Town:<blanks><blank>

<hash> Order {#order}
1. <square><blanks>Rye
2.<blanks><square> Oats

<hash> Table {#table}
| | Bad | Good |
|---|---|---|
| Staff | <round> |<blanks><round> |

<hash> Money {#money}
<bullet> Oven: <blank>
<bullet> Seats: <blank>
<bullet><blanks>= 100 points

<hash> Price {#price}
(2 €) <gap> (12 €), steps of 2
"""
PLAIN = re.sub("<([a-z]+)>", lambda mark: VARIANTS[mark[1]][0], TEMPLATE)


@given(st.data(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_marks_that_editors_exchange_read_the_same(data, end, start):
    def varied(mark: re.Match[str]) -> str:
        return data.draw(st.sampled_from(VARIANTS[mark[1]]))

    text = start + re.sub("<([a-z]+)>", varied, TEMPLATE).replace("\n", end)
    usual, reading = reads(PLAIN), reads(text)
    assert [each.reason for each in reading.findings] == ["brief-who"]
    assert reading.brief == replace(usual.brief, source_hash=reading.brief.source_hash)
