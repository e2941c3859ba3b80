"""Warnings: what reads well but asks badly, each with its reason."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from collector.brief.codes import plain_words
from collector.brief.heading import read_heading
from collector.brief.model import Brief, Form, FormKind, Option, Question, Shape
from collector.brief.report import Report
from collector.brief.source import SourceLine

MOST_REQUIRED = 5
TWO_THINGS = re.compile(r"(?<=\w)\s+(?:and|as well as)\s+(?=\w)", re.IGNORECASE)
STAR = re.compile(r"\s*\\?\*(?=\s*[?:!.]?\s*(?:\{|#*\s*$))")
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


@dataclass(frozen=True)
class Advice:
    """A warning: its reason, the words it quotes, and a line or a word of the braces to write."""

    reason: str
    fix: str = ""
    word: str = ""
    words: str = ""


def advise(
    brief: Brief, written: Collection[str], lines: Mapping[int, SourceLine], report: Report
) -> None:
    """Warn of what the brief could do better; `written` are the keys of its settings."""
    if "closes" not in written:
        report.warn(1, "brief-no-closes", fix="closes: never")
    for form in brief.forms:
        _advise_form(form, lines, report)
        for question in form.questions:
            for check in ADVICE:
                advice = check(question, form)
                if advice:
                    _tell(advice, question, lines[question.line], report)


def _advise_form(form: Form, lines: Mapping[int, SourceLine], report: Report) -> None:
    required = [each for each in form.questions if each.required]
    if len(required) > MOST_REQUIRED:
        line = required[MOST_REQUIRED].line
        fix = STAR.sub("", lines[line].raw, count=1)
        report.warn(line, "brief-many-required", fix=fix, count=len(required), label=form.label)


def _tell(advice: Advice, question: Question, line: SourceLine, report: Report) -> None:
    heading = read_heading(line, Report(report.path)) if advice.word else None
    fix = heading.with_word(advice.word) if heading else advice.fix
    facts = {"label": plain_words(question.label), "words": advice.words}
    report.warn(question.line, advice.reason, fix=fix, **facts)


def _two_things(question: Question, _form: Form) -> Advice | None:
    if question.shape not in (Shape.SCALE, Shape.STARS):
        return None
    first, *rest = TWO_THINGS.split(question.label, maxsplit=1)
    return Advice("brief-two-things", fix=f"### {first}?") if rest else None


def _unbalanced(question: Question, _form: Form) -> Advice | None:
    return Advice("brief-unbalanced") if _is_unbalanced(question) else None


def _no_way_out(question: Question, _form: Form) -> Advice | None:
    if not question.required or question.shape not in (Shape.ONE, Shape.SEVERAL):
        return None
    if any(_lets_out(option) for option in question.options):
        return None
    return Advice("brief-no-way-out", fix="- ( ) Other: ____")


def _choose_none(question: Question, _form: Form) -> Advice | None:
    if question.shape is not Shape.SEVERAL or question.choose:
        return None
    count = HOW_MANY.search(f"{question.label}\n{question.help}")
    if count is None:
        return None
    most = COUNTS.get(count["count"].lower()) or int(count["count"])
    return Advice("brief-choose-none", word=f"choose=1-{most}", words=count[0])


def _who(question: Question, form: Form) -> Advice | None:
    """It asks for a name or address, and neither hides it nor means to show it."""
    shown = form.kind is FormKind.IDEA and question.id in ("title", "text")
    if question.personal or question.public or shown:
        return None
    if question.shape not in (Shape.TEXT, Shape.LONG, Shape.LINES):
        return None
    named = {question.id: question.label, **{line.code: line.label for line in question.lines}}
    personal = any(WHO.search(words) for pair in named.items() for words in pair)
    return Advice("brief-who", word=".personal") if personal else None


ADVICE: tuple[Callable[[Question, Form], Advice | None], ...] = (
    _two_things,
    _unbalanced,
    _no_way_out,
    _choose_none,
    _who,
)


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


def _lets_out(option: Option) -> bool:
    return option.own or WAY_OUT.search(option.label.replace("’", "'")) is not None
