"""What a typed cell means: codes and labels are taken alike, yes and no as people write them."""

import re
from collections.abc import Callable, Iterable, Sequence

from collector.brief import BLANKS, Option, Question, Shape
from collector.form.prose import bare
from collector.form.read_back import YES

TICKED = frozenset(
    {"1", "x", "✓", "✔", "yes", "y", "true", "ja", "j", "wahr", "oui", "o", "vrai", "sí", "si", "s"}
)
EMPTY = frozenset({"", "0", "-", "no", "n", "false", "nein", "falsch", "non", "faux", "falso"})


def texts_of(question: Question, column: str, cell: str) -> list[str]:
    """What a form would send in this column; what can't be understood stays as it was typed."""
    if not cell:
        return []
    own = question.shape in (Shape.ONE, Shape.SEVERAL) and column != question.id
    return [cell] if own else CELLS[question.shape](question, cell)


def is_ticked(cell: str) -> bool | None:
    """Whether a cell says yes; None if it says neither."""
    plain = cell.strip().casefold()
    if plain in TICKED:
        return True
    return False if plain in EMPTY else None


def _as_typed(_question: Question, cell: str) -> list[str]:
    return [cell]


def _one(question: Question, cell: str) -> list[str]:
    return [_code(question.options, cell)]


def _several(question: Question, cell: str) -> list[str]:
    """Parted by semicolons or line ends, unless the whole is one label."""
    if _code(question.options, cell) in _codes(question.options):
        return _one(question, cell)
    parts = (part.strip() for part in re.split(r"[;\n]", cell))
    return [_code(question.options, part) for part in parts if part]


def _yes(_question: Question, cell: str) -> list[str]:
    ticked = is_ticked(cell)
    return [cell] if ticked is None else [YES] * ticked


def _code(options: Sequence[Option], text: str) -> str:
    """The code that is meant by a code or a label; else the text itself."""
    if text in _codes(options):
        return text
    plain = _plain(text)
    return next((each.code for each in options if plain in _names(each)), text)


def _codes(options: Iterable[Option]) -> set[str]:
    return {option.code for option in options}


def _names(option: Option) -> tuple[str, str]:
    return _plain(option.code), _plain(bare(option.label))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


CELLS: dict[Shape, Callable[[Question, str], list[str]]] = {
    **dict.fromkeys(BLANKS, _as_typed),
    Shape.ONE: _one,
    Shape.SEVERAL: _several,
    Shape.YES: _yes,
    Shape.SCALE: _one,
    Shape.STARS: _one,
    Shape.SLIDER: _one,
    Shape.LINES: _as_typed,
    Shape.FILE: _as_typed,
    Shape.RANKING: _as_typed,
    Shape.MATRIX_ONE: _one,
    Shape.MATRIX_SEVERAL: _several,
    Shape.MATRIX_LINES: _as_typed,
    Shape.SHARE: _as_typed,
}
