"""A matrix as a table: how many chose each answer in each line."""

from collector.analysis import LEAST, Matrix, MatrixRow
from collector.draw.likert import span
from collector.draw.numbers import percent
from collector.draw.section import Asked, render
from collector.words import say


def cells(matrix: Matrix, asked: Asked) -> str:
    """HTML of the table; what may not be told is said to be hidden."""
    notes = [say("cells-shares")]
    if any(line.hidden for line in matrix.rows):
        notes.append(say("groups-why-hidden", {"least": LEAST}))
    return render(
        "groups",
        id=asked.own_id,
        label=asked.label,
        base=span(matrix.rows),
        heads=[say("likert-line"), say("likert-n"), *matrix.columns],
        rows=[_line(line, matrix) for line in matrix.rows],
        notes=notes,
    )


def _line(line: MatrixRow, matrix: Matrix) -> list[str]:
    told = {
        each.label: say("groups-cell", {"count": each.count, "share": percent(each.share)})
        for each in line.rows
    }
    hidden = say("groups-hidden")
    return [line.label, str(line.n), *(told.get(column, hidden) for column in matrix.columns)]
