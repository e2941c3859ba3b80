"""The Summary of every shape: one number or answer a line, none of them made up."""

import pytest

from collector.brief import FormKind, Shape
from tests.export.exported import as_xlsx, material, of_shape
from tests.form.forms import form
from tests.kept import response

SHAPES = (
    Shape.MATRIX_ONE,
    Shape.MATRIX_SEVERAL,
    Shape.RANKING,
    Shape.SHARE,
    Shape.SLIDER,
    Shape.MATRIX_LINES,
    Shape.FILE,
)
SURVEY = form(*map(of_shape, SHAPES), kind=FormKind.SURVEY, name="survey")
FIRST = {
    "matrix_one__staff": "late",
    "matrix_several__staff": ("early", "late"),
    "ranking__late": 1,
    "ranking__early": 2,
    "share__light": 40,
    "share__heat": 60,
    "slider": 100,
    "matrix_lines__june__early": 3,
    "file": "f4",
}
SECOND = {**FIRST, "matrix_one__staff": "early", "slider": 300, "ranking__late": 2}
SECOND |= {"ranking__early": 1, "share__light": 0, "share__heat": 100}


@pytest.fixture(scope="module")
def lines():
    sent = [response(SURVEY, each) for each in (FIRST, SECOND)]
    return as_xlsx(material([SURVEY], sent))["Summary"]


def about(lines, column, **named):
    """The only line about the column that has these."""
    (found,) = (
        line
        for line in lines
        if line["column"] == column and all(line.get(k) == v for k, v in named.items())
    )
    return found


def test_each_row_of_a_matrix_has_its_counts(lines):
    late = about(lines, "matrix_one__staff", code="late")
    assert (late["n"], late["count"], late["share"]) == (2, 1, 0.5)
    assert late["question"] == "A matrix-one: Staff"
    assert about(lines, "matrix_several__staff", code="early")["count"] == 2
    assert about(lines, "matrix_one__prices", code="late")["count"] == 0


def test_an_order_tells_places_points_and_firsts(lines):
    place = about(lines, "ranking__late", measure="Mean place")
    assert (place["answer"], place["value"], place["count"]) == ("Late", 1.5, 2)
    assert about(lines, "ranking__late", measure="Borda's points")["value"] == 3
    assert about(lines, "ranking__early", measure="First places")["value"] == 1
    assert about(lines, "ranking__never", measure="Mean place")["value"] == 3


def test_a_share_out_tells_means_shares_and_givers(lines):
    light = about(lines, "share__light")
    assert (light["value"], light["share"], light["count"]) == (20, 0.2, 1)


def test_numbers_tell_what_describes_them(lines):
    assert about(lines, "slider", measure="Mean")["value"] == 200
    assert about(lines, "slider", measure="Most")["value"] == 300
    assert about(lines, "matrix_lines__june__early", measure="Median")["value"] == 3


def test_of_files_and_words_only_the_number_is_told(lines):
    assert about(lines, "file")["n"] == 2
    assert about(lines, "file")["answer"] == "In their own words"
