"""A question: a heading, and under it a condition, exactly one answer shape, help and note."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from collector.brief import condition
from collector.brief.blocks import ITEM, Block, blocks_of
from collector.brief.codes import is_id, made_id
from collector.brief.heading import Heading, near
from collector.brief.listed import read_listed
from collector.brief.model import CONTACTS, FormKind, Question, Shape
from collector.brief.report import Report
from collector.brief.shapes import Answer, reader_of
from collector.brief.source import SourceLine

CLASSES = ("public", "personal", "nps", "dropdown", "shuffle")
KEYS = ("choose", "from", "weight")
LATER = ("pairwise", "maxdiff", "rounds", "show")
IDEAS = "ideas"
"""What `from=` names beside a file: published ideas, which are compared in a later version."""
CHOSEN = frozenset({Shape.SEVERAL, Shape.RANKING})
SHUFFLED = frozenset(
    {
        Shape.ONE,
        Shape.SEVERAL,
        Shape.RANKING,
        Shape.MATRIX_ONE,
        Shape.MATRIX_SEVERAL,
        Shape.SHARE,
    }
)
"""Shapes whose options, or rows, may come in any order."""
WEIGHT = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,3})?")
CHOOSE = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3}))?")
BULLET = re.compile(r"\s*([•◦‣▪·●○]|\(?[a-zA-Z0-9]{1,3}\))\s+\S.*")
BRACKETS = re.compile(r"\s*[-*+•◦‣▪·]?\s*(?:\( ?[xX]?\)|\[ ?[xX]?\]|[☐☑☒□■○◯●◻◼❏❑])\s*(.*)")
HASHES = re.compile(r" {0,3}#{2,6}[^\s#]")
TAG = re.compile(r"</?[a-zA-Z][^<>:@]*>|<!\[|<\?")
CODE_SPAN = re.compile(r"(`+).*?\1")


@dataclass(frozen=True)
class Draft:
    """A question whose condition is not read yet; `question` is None if it has faults."""

    heading: Heading
    id: str
    question: Question | None
    condition: SourceLine | None


@dataclass(frozen=True)
class Asked:
    """What surrounds a question: its form's kind, and whether `---` ends it."""

    kind: FormKind
    private: bool
    before_rule: SourceLine | None = None


def read_question(
    heading: Heading, lines: Sequence[SourceLine], asked: Asked, report: Report
) -> Draft:
    """The question of a heading and the lines below it; all its faults are reported."""
    identifier = _id(heading, report)
    when, rest = _condition(lines)
    blocks = blocks_of(rest)
    shaped = [index for index, block in enumerate(blocks) if reader_of(block)]
    _check_rest([block for index, block in enumerate(blocks) if index not in shaped], report)
    answer = _answer([blocks[index] for index in shaped], heading, report)
    if not shaped and "from" not in heading.attributes.values:
        _no_shape(heading, blocks, asked, report)
    cut = shaped[0] if shaped else len(blocks)
    question = Question(
        id=identifier,
        label=heading.label,
        shape=answer.shape if answer else Shape.TEXT,
        required=heading.required,
        help=markdown(line for block in blocks[:cut] for line in block.lines),
        note=markdown(line for block in blocks[cut + 1 :] for line in block.lines),
        line=heading.line.number,
    )
    marked = _marked(question, answer, heading, asked, report) if answer else None
    return Draft(heading, identifier, marked if identifier else None, when)


def markdown(lines: Iterable[SourceLine]) -> str:
    """The lines as they were written, without blank ones at both ends."""
    written = "\n".join(line.raw for line in lines)
    return re.sub(r"\A(?:[ \t]*\n)+", "", written).rstrip()


def _id(heading: Heading, report: Report) -> str:
    """The id, written or made; empty if there is none that can be used."""
    written, line = heading.attributes.id, heading.line
    if not heading.label:
        report.error(line, "brief-question-words", fix="### What would you like to know?")
        return ""
    identifier = written or made_id(heading.label)
    if not identifier:
        report.error(line, "brief-id-none", fix=heading.with_word("#answer"))
    elif not is_id(identifier):
        at = heading.attributes.places.get("#", 0)
        fix = line.replaced(at, at + 1 + len(written), f"#{made_id(written) or 'answer'}")
        report.error(line, "brief-id-signs", at=at, fix=fix, id=identifier)
        return ""
    return identifier


def _condition(lines: Sequence[SourceLine]) -> tuple[SourceLine | None, Sequence[SourceLine]]:
    """The condition at the top, if there is one, and the lines below it."""
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    if first is None or not condition.begins(lines[first]):
        return None, lines
    return lines[first], lines[first + 1 :]


def _check_rest(blocks: Sequence[Block], report: Report) -> None:
    """Faults in what is neither condition nor shape."""
    for block in blocks:
        for line in block.lines:
            brackets = None if block.items else BRACKETS.fullmatch(line.plain)
            if condition.START.match(line.plain):
                report.error(line, "brief-condition-late", fix=line.raw)
            elif brackets:
                fix = f"- ( ) {line.words(brackets.start(1))}"
                report.error(line, "brief-option-dash", fix=fix)
            check_text(line, report)


def check_text(line: SourceLine, report: Report) -> None:
    """Faults that a line of a form's Markdown can have: raw HTML, a heading that is none."""
    tag = TAG.search(CODE_SPAN.sub(lambda span: " " * len(span[0]), line.plain))
    if tag:
        fix = line.replaced(tag.start(), tag.end(), "")
        report.error(line, "brief-html", at=tag.start(), fix=fix, tag=tag[0])
    if HASHES.match(line.plain):
        hashes = re.match(r"\s*#+", line.plain)
        at = hashes.end() if hashes else 0
        report.error(
            line, "brief-heading-blank", fix=f"{line.raw[: line.end(at)]} {line.words(at)}"
        )


def _answer(blocks: Sequence[Block], heading: Heading, report: Report) -> Answer | None:
    """The answer of the one shape; a second one is a fault. All are read, for their faults."""
    answers = [reader.read(block, report) for block in blocks if (reader := reader_of(block))]
    if "from" in heading.attributes.values and heading.attributes.values["from"] != IDEAS:
        answers.insert(0, read_listed(heading, report))
    listed = len(answers) > len(blocks)
    for block in blocks if listed else blocks[1:]:
        more = not block.text.strip("_")
        fix = "____ (long)" if more else f"### {heading.label.rstrip('?')} (2)?"
        report.error(block.first, "brief-shape-two", fix=fix, label=heading.label)
    return answers[0] if len(answers) == 1 else None


def _no_shape(heading: Heading, blocks: list[Block], asked: Asked, report: Report) -> None:
    """Say what the answer's line would look like, as near as can be told to what was meant."""
    lines = [line for block in blocks for line in block.lines]
    if any(BRACKETS.fullmatch(line.plain) for line in lines):
        return
    entries = [item.line for block in blocks for item in block.items]
    entries += [line for line in lines if BULLET.fullmatch(line.plain)]
    inside = next((line for line in lines if "___" in line.plain), None)
    if inside:
        at = inside.plain.index("___")
        report.error(inside, "brief-blank-inside", at=at, fix="____ (text)")
    elif entries:
        bullet = BULLET.fullmatch(entries[0].plain) or ITEM.match(entries[0].plain)
        words = entries[0].words(bullet.end(1) if bullet else 0)
        report.error(entries[0], "brief-option-marks", fix=f"- ( ) {words}")
    elif asked.before_rule:
        report.error(asked.before_rule, "brief-shape-rule", fix="____ (text)")
    else:
        report.error(heading.line, "brief-shape-none", fix="____ (text)", label=heading.label)


def _marked(
    question: Question, answer: Answer, heading: Heading, asked: Asked, report: Report
) -> Question | None:
    """The question with its answer and what its braces say; None if that does not fit."""
    attributes = heading.attributes
    sound = _known(heading, report)
    shapes = {answer.shape, *(line.shape for line in answer.lines)}
    choose = _choose(attributes.values.get("choose", ""), answer)
    full = replace(
        question,
        options=answer.options,
        lines=answer.lines,
        limits=answer.limits,
        low=answer.low,
        high=answer.high,
        step=answer.step,
        total=answer.total,
        choose=choose,
        public="public" in attributes.classes,
        personal="personal" in attributes.classes or bool(shapes & CONTACTS),
        nps="nps" in attributes.classes,
        dropdown="dropdown" in attributes.classes,
        shuffle="shuffle" in attributes.classes,
        weight=_weight(attributes.values.get("weight", "1")),
    )
    for word, reason in _misfits(full, attributes.values, asked):
        place = attributes.places[word]
        fix = _without(heading, word)
        report.error(heading.line, reason, at=place, fix=fix, word=word)
        sound = False
    return full if sound else None


def _known(heading: Heading, report: Report) -> bool:
    """Whether each class and key is one of a question's."""
    attributes = heading.attributes
    odd = [each for each in attributes.classes if each not in CLASSES]
    odd += [each for each in attributes.values if each not in KEYS]
    odd += ["from"] if attributes.values.get("from") == IDEAS else []
    for word in odd:
        meant = near(word, [*CLASSES, *KEYS])
        later = word in (*LATER, "from")
        fix = _without(heading, word)
        if meant and not later and word in attributes.classes:
            at = attributes.places[word]
            fix = heading.line.replaced(at, at + 1 + len(word), f".{meant}")
        reason = "brief-class-later" if later else "brief-class-unknown"
        facts = {"word": word, "known": ", ".join(f"{{.{each}}}" for each in CLASSES)}
        report.error(heading.line, reason, at=attributes.places[word], fix=fix, **facts)
    return not odd


def _without(heading: Heading, word: str) -> str:
    """The heading's line with one word of its braces taken out."""
    line, start = heading.line, heading.attributes.places[word]
    found = re.compile(r"[^\s}]*").match(line.plain, start)
    written = line.replaced(start, found.end() if found else start, "")
    return re.sub(r"\s*\{\s*\}", "", re.sub(r"\s+\}", "}", re.sub(r"\{\s+", "{", written)))


def _choose(text: str, answer: Answer) -> tuple[int, int] | None:
    match = CHOOSE.fullmatch(text.replace("–", "-"))
    if match is None:
        return None
    least = int(match[1])
    most = int(match[2]) if match[2] else least
    beside = sum(not option.alone for option in answer.options)
    return (least, most) if 0 < most <= beside and least <= most else None


def _weight(text: str) -> float:
    """How much it counts; 1 where that can't be read, which is a misfit."""
    return float(text.replace(",", ".")) if WEIGHT.fullmatch(text) else 1


def _misfits(question: Question, values: Mapping[str, str], asked: Asked) -> list[tuple[str, str]]:
    """Words of the braces that this question can't have, each with its reason."""
    found: list[tuple[str, str]] = []
    if "weight" in values and asked.kind is not FormKind.JURY:
        found.append(("weight", "brief-weight-outside"))
    elif not WEIGHT.fullmatch(values.get("weight", "1")):
        found.append(("weight", "brief-weight"))
    if "choose" in values and (question.choose is None or question.shape not in CHOSEN):
        chosen = question.shape in CHOSEN
        found.append(("choose", "brief-choose-count" if chosen else "brief-choose-shape"))
    if question.nps and (question.shape, question.low, question.high) != (Shape.SCALE, 0, 10):
        found.append(("nps", "brief-nps-scale"))
    if question.dropdown and question.shape is not Shape.ONE:
        found.append(("dropdown", "brief-dropdown-shape"))
    if values.get("from", IDEAS) != IDEAS and not question.dropdown:
        found.append(("from", "brief-from-dropdown"))
    if question.shuffle and question.shape not in SHUFFLED:
        found.append(("shuffle", "brief-shuffle-shape"))
    if question.public and question.personal:
        found.append(("public", "brief-public-personal"))
    elif question.public and (asked.kind is not FormKind.IDEA or asked.private):
        found.append(("public", "brief-public-form"))
    return found
