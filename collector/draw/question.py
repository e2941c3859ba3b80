"""One question's result, drawn as its shape asks for."""

from collector.analysis import QuestionResult
from collector.brief import Shape
from collector.draw.bars import bars
from collector.draw.cells import cells
from collector.draw.histogram import histogram
from collector.draw.likert import likert
from collector.draw.portions import portions
from collector.draw.ranks import ranks
from collector.draw.section import Asked


def question(result: QuestionResult, prefix: str = "") -> str:
    """HTML of the result, every text escaped. `prefix` keeps its ids apart from others."""
    asked = Asked(result.id, result.label, prefix)
    if result.ranking is not None:
        return ranks(result.ranking, result.labels, asked)
    if result.sharing is not None:
        return portions(result.sharing, result.total, result.labels, asked)
    if result.matrix is not None and result.n:
        whole = not all(line.hidden for line in result.matrix.rows)
        diverging = result.shape is Shape.MATRIX_ONE and whole
        return likert(result.matrix, asked) if diverging else cells(result.matrix, asked)
    if result.bins is not None:
        return histogram(result.bins, asked, result.description, result.unit)
    return bars(result, prefix)
