"""Warnings: what reads well but asks badly, each with its reason."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from collector.brief.challenge import Brief
from collector.brief.codes import plain_words
from collector.brief.heading import read_heading
from collector.brief.model import Form, FormKind, Option, Question, Shape
from collector.brief.report import Report
from collector.brief.source import SourceLine
from collector.brief.tone import TONES, is_tone, odd
from collector.brief.tongue import Tongue, tongue_of

MOST_REQUIRED = 5
STAR = re.compile(r"\s*\\?\*(?=\s*[?:!.]?\s*(?:\{|#*\s*$))")


@dataclass(frozen=True)
class Advice:
    """A warning: its reason, the words it quotes, and a line or a word of the braces to write."""

    reason: str
    fix: str = ""
    word: str = ""
    words: str = ""


@dataclass(frozen=True)
class Asked:
    """A question, the form that asks it, and the words of its language."""

    question: Question
    form: Form
    tongue: Tongue


def advise(
    brief: Brief, written: Collection[str], lines: Mapping[int, SourceLine], report: Report
) -> None:
    """Warn of what the brief could do better; `written` are the keys of its settings."""
    if not {"closes", "phases"} & set(written):
        report.warn(1, "brief-no-closes", fix="closes: never")
    if "objective" not in written:
        report.warn(1, "brief-no-objective")
    tongue = tongue_of(brief.language)
    for form in brief.forms:
        _advise_form(form, lines, report)
        for question in form.questions:
            for check in ADVICE:
                advice = check(Asked(question, form, tongue))
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


def _two_things(asked: Asked) -> Advice | None:
    question = asked.question
    if question.shape not in GRADED:
        return None
    for label in (question.label, *(line.label for line in question.lines)):
        first, *rest = asked.tongue.two_things.split(label, maxsplit=1)
        if rest:
            return Advice("brief-two-things", fix="" if question.lines else f"### {first}?")
    return None


def _unbalanced(asked: Asked) -> Advice | None:
    return Advice("brief-unbalanced") if _is_unbalanced(asked.question, asked.tongue) else None


def _no_way_out(asked: Asked) -> Advice | None:
    question, tongue = asked.question, asked.tongue
    if not question.required or question.shape not in (Shape.ONE, Shape.SEVERAL):
        return None
    if any(_lets_out(option, tongue) for option in question.options):
        return None
    mark = "( )" if question.shape is Shape.ONE else "[ ]"
    return Advice("brief-no-way-out", fix=f"- {mark} {tongue.other}: ____")


def _choose_none(asked: Asked) -> Advice | None:
    question = asked.question
    if question.shape not in (Shape.SEVERAL, Shape.RANKING) or question.choose:
        return None
    most = asked.tongue.most(_plain(f"{question.label}\n{question.help}"))
    if most is None:
        return None
    words, count = most
    choose = f"choose={count}" if question.shape is Shape.RANKING else f"choose=1-{count}"
    return Advice("brief-choose-none", word=choose, words=words)


def _who(asked: Asked) -> Advice | None:
    """It asks for a name or address, and neither hides it nor means to show it."""
    question = asked.question
    shown = asked.form.kind is FormKind.IDEA and question.id in ("title", "text")
    if question.personal or question.public or shown:
        return None
    if question.shape not in (Shape.TEXT, Shape.LONG, Shape.LINES):
        return None
    named = {question.id: question.label, **{line.code: line.label for line in question.lines}}
    personal = any(asked.tongue.who.search(words) for pair in named.items() for words in pair)
    return Advice("brief-who", word=".personal") if personal else None


def _tone(asked: Asked) -> Advice | None:
    if is_tone(asked.form, asked.question) and odd(asked.question):
        return Advice("brief-tone", fix="- (concern) A concern", words=", ".join(TONES))
    return None


GRADED = (Shape.SCALE, Shape.STARS, Shape.SLIDER, Shape.MATRIX_ONE)
"""Shapes in which one grade is given to all that is asked."""

ADVICE: tuple[Callable[[Asked], Advice | None], ...] = (
    _two_things,
    _unbalanced,
    _no_way_out,
    _choose_none,
    _who,
    _tone,
)


def _is_unbalanced(question: Question, tongue: Tongue) -> bool:
    """Whether a scale has more room, or more words, on one side than on the other."""
    if question.shape is Shape.SCALE and question.low < 0 < question.high:
        return question.low != -question.high
    if question.shape not in (Shape.ONE, Shape.SCALE, Shape.MATRIX_ONE):
        return False
    labels = [plain_words(option.label) for option in question.options]
    worse = sum(bool(tongue.worse.search(label)) for label in labels)
    better = sum(
        bool(tongue.better.search(label)) and not tongue.worse.search(label) for label in labels
    )
    return worse + better >= 3 and worse != better


def _lets_out(option: Option, tongue: Tongue) -> bool:
    return option.own or tongue.out.search(_plain(option.label)) is not None


def _plain(text: str) -> str:
    return text.replace("’", "'")
