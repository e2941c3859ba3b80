"""Any form, any answers: readers that are not ours find the same cells and sums in every file."""

import io
from datetime import date, datetime, time

import pandas
import pytest
from hypothesis import given, settings

from collector.brief import Shape
from collector.export.cell import JOINER, looks_like_formula, number_or_text
from collector.published import form_result
from collector.published.figures import figures
from tests.export.any_form import histories
from tests.export.exported import as_csv, as_json, as_ods, as_xlsx, material, written

A_FEW = settings(max_examples=settings.default.max_examples // 3)
"""Each writes up to four files, and reads some of them twice."""
ONCE_IN_WORDS = {"received"}
"""Told with its zone in text, and without in workbooks."""


def plain(cell):
    """A cell as all files can tell it: numbers, text, and days as text."""
    if not isinstance(cell, list) and pandas.isna(cell):
        return ""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time() else cell
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, list):
        cell = JOINER.join(cell)
    if isinstance(cell, str):
        cell = cell[1:] if cell.startswith("'") and looks_like_formula(cell[1:]) else cell
        cell = _number(cell)
    return round(float(cell), 9) if isinstance(cell, int | float) else cell


def _number(text):
    try:
        return float(text) if text.strip() == text else text
    except ValueError:
        return number_or_text(text)


def alike(rows, header):
    return [[plain(row.get(name)) for name in header if name not in ONCE_IN_WORDS] for row in rows]


def squeezed(rows):
    """Without what pandas leaves out as it reads an OpenDocument: where lines end."""
    return [
        [cell.replace("\n", "") if isinstance(cell, str) else cell for cell in row] for row in rows
    ]


def by_pandas(raw, sheet, engine):
    frame = pandas.read_excel(io.BytesIO(raw), sheet_name=sheet, engine=engine, na_filter=False)
    return frame.to_dict("records")


@A_FEW
@given(histories())
def test_every_reader_finds_the_same_cells_in_the_same_columns(history):
    older, today, sent = history
    held = material([today], sent, older=[older])
    machine = as_json(held)
    header = machine["forms"][0]["columns"]
    coded = alike([each["row"] for each in machine["entries"]], header)
    assert alike(as_csv(held, codes=True), header) == coded
    assert alike(as_xlsx(held)["Codes"], header) == coded
    assert alike(as_ods(held)["Codes"], header) == coded
    told = alike(as_csv(held), header)
    assert alike(as_xlsx(held)["Responses"], header) == told
    assert alike(as_ods(held)["Responses"], header) == told


@A_FEW
@given(histories())
def test_pandas_reads_every_file_as_the_others_do(history):
    older, today, sent = history
    held = material([today], sent, older=[older])
    header = as_json(held)["forms"][0]["columns"]
    coded, told = as_csv(held, codes=True), as_csv(held)
    raw = io.BytesIO(written(".csv", held, codes=True))
    table = pandas.read_csv(raw, dtype=str, na_filter=False)
    assert [*table.columns] == header
    assert table.to_dict("records") == coded
    xlsx, ods = written(".xlsx", held), written(".ods", held)
    for sheet, rows in (("Codes", alike(coded, header)), ("Responses", alike(told, header))):
        assert alike(by_pandas(xlsx, sheet, "openpyxl"), header) == rows
        assert squeezed(alike(by_pandas(ods, sheet, "odf"), header)) == squeezed(rows)


@A_FEW
@given(histories(steady=True))
def test_sums_agree_between_the_files_and_what_is_published(history):
    older, today, sent = history
    held = material([today], sent, older=[older])
    book, other, machine = as_xlsx(held), as_ods(held), as_json(held)
    lines = book["Summary"]
    assert [*map(rounded, other["Summary"])] == [*map(rounded, lines)]
    for line in lines:
        if "share" in line and "code" in line and line["column"] in book_columns(machine):
            assert line["count"] == given_code(book["Codes"], line["column"], line["code"]), (
                line,
                [r.get(line["column"]) for r in book["Codes"]],
                [e.answers for e in sent],
            )
    result = form_result(today, held.definitions, held.labels, sent)
    told = {key: value for line in lines for key, value in numbers(line).items()}
    shapes = {question.id: question.shape for question in today.questions}
    published = {
        key: value
        for figure in figures({"poll": result})
        if figure.question
        for key, value in published_number(figure, shapes).items()
    }
    assert published == pytest.approx({key: told[key] for key in published})


def rounded(line):
    return {name: plain(cell) for name, cell in line.items()}


def book_columns(machine):
    return machine["forms"][0]["columns"]


def given_code(rows, column, code):
    """How many rows hold this code, by itself or among others."""
    held = BOXES.get(code, code)
    return sum(held in str(row[column]).split(JOINER) for row in rows)


BOXES = {"yes": "1", "no": "0"}
"""What the codes of a check box are in its column."""

MEASURES = {
    "Mean": "mean",
    "Median": "median",
    "Standard deviation": "deviation",
    "Highest two steps": "top-two",
    "Lowest two steps": "bottom-two",
    "Mean place": "place",
    "Borda's points": "points",
    "First places": "first",
}


def numbers(line):
    """The numbers of a line of the Summary, by column, code and measure."""
    found = {}
    if "count" in line:
        found[line["column"], str(line.get("code", "")), "count"] = line["count"]
    if "share" in line:
        found[line["column"], str(line.get("code", "")), "share"] = line["share"]
    if line.get("measure") in MEASURES:
        found[line["column"], "", MEASURES[line["measure"]]] = line["value"]
    found[line["column"], "", "answered"] = line["n"]
    return found


def published_number(figure, shapes):
    """The same of a published number; classes of numbers have no line in the Summary."""
    shape = shapes.get(figure.question)
    if figure.value is None or ".." in figure.code or figure.measure in ("asked", "responses"):
        return {}
    if shape in (Shape.RANKING, Shape.SHARE) and figure.code:
        measure = {"placed": "count", "givers": "count"}.get(figure.measure, figure.measure)
        return {(f"{figure.question}__{figure.code}", "", measure): figure.value}
    if shape in WHOLE and not figure.line:
        return {}  # only its parts have lines
    column = f"{figure.question}__{figure.line}" if figure.line else figure.question
    return {(column, figure.code, figure.measure): figure.value}


WHOLE = (Shape.RANKING, Shape.SHARE, Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL)
