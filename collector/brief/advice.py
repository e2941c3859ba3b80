"""Warnings: what reads well but asks badly, each with its reason."""

import re
from collections.abc import Collection, Mapping

from collector.brief.codes import plain_words
from collector.brief.heading import Heading, read_heading
from collector.brief.model import Brief, Form, FormKind, Line, Option, Question, Shape
from collector.brief.report import Report
from collector.brief.source import SourceLine

MOST_REQUIRED = 5
TWO_THINGS = re.compile(r"\w\s+(?:and|as well as)\s+\w", re.IGNORECASE)
HOW_MANY = re.compile(
    r"\b(?:up to|at most|no more than|choose|pick|select|tick)\s+"
    r"(?P<count>two|three|four|five|six|[2-9])\b",
    re.IGNORECASE,
)
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
WAY_OUT = re.compile(
    r"^no\b|\b(?:other|else|none|neither|nothing|never|not sure|unsure|undecided|rather not|n/a"
    r"|not say|no answer|no opinion|no preference|don'?t know|do not know|can'?t say|not apply)\b",
    re.IGNORECASE,
)
WORSE = re.compile(
    r"\b(?:disagree|dissatisfied|dislike|disappointed|not|un(?:likely|happy|satisfied|important)"
    r"|bad|poor|terrible|awful|worse|worst|hate|difficult)\b",
    re.IGNORECASE,
)
BETTER = re.compile(
    r"\b(?:agree|satisfied|like|likely|happy|important|good|great|excellent|better|best|perfect"
    r"|love|easy)\b",
    re.IGNORECASE,
)
WHO = re.compile(
    r"^name$|\b(?:your|full|first|last|family)[ _]?name\b|\bsurname\b"
    r"|^(?:street|town|address|postcode)$|\b(?:your|postal|home|street)[ _]address\b|\bbirth",
    re.IGNORECASE,
)


def advise(
    brief: Brief, written: Collection[str], lines: Mapping[int, SourceLine], report: Report
) -> None:
    """Warn of what the brief could do better; `written` are the keys of its settings."""
    if "closes" not in written:
        report.warn(1, "brief-no-closes", fix="closes: never")
    for form in brief.forms:
        _advise_form(form, lines, report)
        for question in form.questions:
            heading = read_heading(lines[question.line], Report(brief.path))
            if heading:
                _advise_question(question, form, heading, report)


def _advise_form(form: Form, lines: Mapping[int, SourceLine], report: Report) -> None:
    required = [each for each in form.questions if each.required]
    if len(required) > MOST_REQUIRED:
        line = required[MOST_REQUIRED].line
        fix = lines[line].raw.replace("*", "", 1)
        report.warn(line, "brief-many-required", fix=fix, count=len(required), label=form.label)


def _advise_question(question: Question, form: Form, heading: Heading, report: Report) -> None:
    line, label = question.line, question.label
    if question.shape in (Shape.SCALE, Shape.STARS) and TWO_THINGS.search(label):
        first = re.split(r"\s+(?:and|as well as)\s+", label, maxsplit=1)[0]
        report.warn(line, "brief-two-things", fix=f"### {first}?", label=label)
    if _is_unbalanced(question):
        report.warn(line, "brief-unbalanced", label=label)
    if _has_no_way_out(question):
        report.warn(line, "brief-no-way-out", fix="- ( ) Other: ____", label=label)
    count = HOW_MANY.search(f"{label}\n{question.help}")
    if count and question.shape is Shape.SEVERAL and not question.choose:
        most = COUNTS.get(count["count"].lower()) or int(count["count"])
        fix = heading.with_word(f"choose=1-{most}")
        report.warn(line, "brief-choose-none", fix=fix, words=count[0])
    if _asks_who(question, form):
        report.warn(line, "brief-who", fix=heading.with_word(".personal"), label=label)


def _is_unbalanced(question: Question) -> bool:
    """Whether a scale has more room, or more words, on one side than on the other."""
    if question.shape is Shape.SCALE and question.low < 0 < question.high:
        return question.low != -question.high
    if question.shape not in (Shape.ONE, Shape.SCALE):
        return False
    labels = [plain_words(option.label) for option in question.options]
    worse = sum(bool(WORSE.search(label)) for label in labels)
    better = sum(bool(BETTER.search(label)) and not WORSE.search(label) for label in labels)
    return worse + better >= 3 and worse != better


def _has_no_way_out(question: Question) -> bool:
    if not question.required or question.shape not in (Shape.ONE, Shape.SEVERAL):
        return False
    return not any(_lets_out(option) for option in question.options)


def _lets_out(option: Option) -> bool:
    return option.own or WAY_OUT.search(option.label.replace("’", "'")) is not None


def _asks_who(question: Question, form: Form) -> bool:
    """Whether it asks for a name or address, and neither hides it nor means to show it."""
    if question.personal or question.public:
        return False
    if form.kind is FormKind.IDEA and question.id in ("title", "text"):
        return False
    if question.shape in (Shape.TEXT, Shape.LONG, Shape.LINES):
        return _is_personal(question) or any(_is_personal(line) for line in question.lines)
    return False


def _is_personal(asked: Question | Line) -> bool:
    name = asked.id if isinstance(asked, Question) else asked.code
    return any(WHO.search(words) for words in (name, plain_words(asked.label)))
