"""The texts of one question become its answers, or problems, by column. One reader a shape."""

from collections.abc import Callable, Collection

from collector.brief import BLANKS, Line, Option, Question, Shape
from collector.entries import is_reference
from collector.errors import Problem
from collector.form import matrix, numbers
from collector.form.choice import chosen_of, several_of
from collector.form.columns import line_column, own_column
from collector.form.ranking import read_ranking
from collector.form.read_back import YES
from collector.form.sent import Outcome, Sent, read_line, read_own
from collector.form.sharing import read_share


def read_answers(question: Question, sent: Sent) -> Outcome:
    """What a question that is due got, by column."""
    return READERS[question.shape](question, sent)


def steps(question: Question) -> range:
    """The whole numbers of a scale, of stars or of a slider."""
    low = 1 if question.shape is Shape.STARS else question.low
    return range(low, question.high + 1, question.step)


def _blank(question: Question, sent: Sent) -> Outcome:
    line = Line("", "", question.shape, question.limits)
    return read_line(question.id, line, question.required, sent)


def _lines(question: Question, sent: Sent) -> Outcome:
    outcome: Outcome = {}
    for line in question.lines:
        outcome |= read_line(line_column(question, line), line, question.required, sent)
    return outcome


def _one(question: Question, sent: Sent) -> Outcome:
    chosen = sent.of(question.id)
    own = _own_words(question, chosen, sent)
    if not chosen:
        return own | _missing(question, "answer-not-chosen")
    return {question.id: chosen_of(question, chosen)} | own


def _several(question: Question, sent: Sent) -> Outcome:
    ticked = set(sent.of(question.id))
    own = _own_words(question, ticked, sent)
    if not ticked:
        return own | _missing(question, "answer-not-chosen")
    return {question.id: several_of(question, ticked)} | own


def _own_words(question: Question, chosen: Collection[str], sent: Sent) -> Outcome:
    outcome: Outcome = {}
    for option in question.options:
        column = own_column(question, option)
        if option.own and sent.of(column):
            outcome |= _own(column, option, chosen, sent)
    return outcome


def _own(column: str, option: Option, chosen: Collection[str], sent: Sent) -> Outcome:
    if option.code not in chosen:
        return {column: Problem("answer-own-unticked")}
    return read_own(column, sent)


def _yes(question: Question, sent: Sent) -> Outcome:
    """Left empty is an answer too: whoever saw the box did not tick it."""
    ticked = set(sent.of(question.id))
    if not ticked and question.required:
        return {question.id: Problem("answer-not-ticked")}
    if not ticked <= {YES}:
        return {question.id: Problem("answer-unknown")}
    return {question.id: bool(ticked)}


def _step(question: Question, sent: Sent) -> Outcome:
    chosen = _sole(question, sent, "answer-not-chosen")
    if not isinstance(chosen, str):
        return chosen
    number = next((step for step in steps(question) if str(step) == chosen), None)
    return {question.id: Problem("answer-unknown") if number is None else number}


def _slider(question: Question, sent: Sent) -> Outcome:
    typed = _sole(question, sent, "answer-missing")
    if not isinstance(typed, str):
        return typed
    number = numbers.read(typed.removesuffix(question.limits.unit).strip())
    if isinstance(number, int) and number in steps(question):
        return {question.id: number}
    facts = {"low": question.low, "high": question.high, "step": question.step}
    return {question.id: Problem("answer-step" if question.step == 1 else "answer-steps", facts)}


def _sole(question: Question, sent: Sent, missing: str) -> str | Outcome:
    """The one text that was sent, or what comes of none or several."""
    texts = sent.of(question.id)
    if not texts:
        return _missing(question, missing)
    return texts[0] if len(texts) == 1 else {question.id: Problem("answer-repeated")}


def _file(question: Question, sent: Sent) -> Outcome:
    """The ref of a file; whether it is there is for whoever keeps files to say."""
    refs = sent.of(question.id)
    if not refs:
        return _missing(question, "answer-no-file")
    if len(refs) > 1:
        return {question.id: Problem("answer-two-files")}
    return {question.id: refs[0] if is_reference(refs[0]) else Problem("answer-file-gone")}


def _missing(question: Question, reason: str) -> Outcome:
    return {question.id: Problem(reason)} if question.required else {}


READERS: dict[Shape, Callable[[Question, Sent], Outcome]] = {
    **dict.fromkeys(BLANKS, _blank),
    Shape.ONE: _one,
    Shape.SEVERAL: _several,
    Shape.YES: _yes,
    Shape.SCALE: _step,
    Shape.STARS: _step,
    Shape.LINES: _lines,
    Shape.RANKING: read_ranking,
    Shape.MATRIX_ONE: matrix.read_one,
    Shape.MATRIX_SEVERAL: matrix.read_several,
    Shape.MATRIX_LINES: matrix.read_cells,
    Shape.SLIDER: _slider,
    Shape.SHARE: read_share,
    Shape.FILE: _file,
}
