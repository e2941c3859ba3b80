"""How long a form takes, by a simple model of reading, choosing and typing.

    seconds = words read · 60 / 238  +  answers · (2 · 1.35 + 1.1 + 0.28)  +  words typed · 60 / 36

Reading: 238 words a minute, silent, English non-fiction (Brysbaert 2019, "How many words do we
read per minute?", Journal of Memory and Language 109). Choosing: two mental preparations, one
pointing and one press (Card, Moran and Newell 1980, "The keystroke-level model for user
performance time with interactive systems", Communications of the ACM 23(7)). Typing: 36 words a
minute on a phone (Palin et al. 2019, "How do people type on mobile devices?", MobileHCI).

Assumed, for want of a source: how many words people type (below), that of several answers two are
ticked, that to find a file takes half a minute, and that half the people meet a question that has
a condition. So the result is told as "about", in whole minutes, at least one.
"""

import re
from collections.abc import Callable, Iterable

from collector.brief import BLANKS, Form, Limits, Page, Question, Shape
from collector.form.prose import bare

READ = 60 / 238
CHOOSE = 2 * 1.35 + 1.1 + 0.28
TYPE = 60 / 36
FIND_A_FILE = 30.0
SOMETIMES = 0.5
"""Of people meet what has a condition."""

TYPED: dict[Shape, int] = dict.fromkeys(BLANKS, 1) | {Shape.TEXT: 4, Shape.LONG: 25, Shape.EMAIL: 4}
"""Words that are typed into a blank."""
MARKS = re.compile(r"[^\w\s]+")


def minutes(form: Form) -> int:
    """Whole minutes that most people need, at least one."""
    seconds = sum(_of_page(page) for page in form.pages)
    return max(1, round(seconds / 60))


def _of_page(page: Page) -> float:
    asked = sum(seconds(each) * _share(each.condition is not None) for each in page.questions)
    introduced = READ * _words([page.introduction])
    return (asked + introduced) * _share(page.condition is not None)


def _share(conditional: bool) -> float:
    return SOMETIMES if conditional else 1.0


def seconds(question: Question) -> float:
    """To read a question and answer it."""
    options = (bare(option.label) for option in question.options)
    lines = (bare(line.label) for line in question.lines)
    texts = [bare(question.label), question.help, question.note, *options, *lines]
    return READ * _words(texts) + ANSWERING[question.shape](question)


def _words(texts: Iterable[str]) -> int:
    return sum(len(MARKS.sub(" ", text).split()) for text in texts)


def _blank(question: Question) -> float:
    return _typing(question.shape, question.limits)


def _typing(shape: Shape, limits: Limits) -> float:
    """A text that must be long takes its least length, six characters a word."""
    counted = limits.least if shape in (Shape.TEXT, Shape.LONG) else None
    return CHOOSE + TYPE * max(TYPED[shape], (counted or 0) / 6)


def _lines(question: Question) -> float:
    return sum(_typing(line.shape, line.limits) for line in question.lines)


def _several(question: Question) -> float:
    return CHOOSE * max(2, question.choose[0] if question.choose else 2)


def _ranking(question: Question) -> float:
    return (CHOOSE + TYPE) * (question.choose[1] if question.choose else len(question.options))


ANSWERING: dict[Shape, Callable[[Question], float]] = {
    **dict.fromkeys(BLANKS, _blank),
    **dict.fromkeys(
        (Shape.ONE, Shape.YES, Shape.SCALE, Shape.STARS, Shape.SLIDER), lambda _question: CHOOSE
    ),
    Shape.SEVERAL: _several,
    Shape.LINES: _lines,
    Shape.RANKING: _ranking,
    Shape.MATRIX_ONE: lambda question: CHOOSE * len(question.lines),
    Shape.MATRIX_SEVERAL: lambda question: CHOOSE * 2 * len(question.lines),
    Shape.MATRIX_LINES: lambda question: _lines(question) * len(question.options),
    Shape.SHARE: lambda question: (CHOOSE + TYPE) * len(question.lines),
    Shape.FILE: lambda _question: CHOOSE + FIND_A_FILE,
}
"""Seconds to answer, by shape; a number or a place is typed as one word."""
