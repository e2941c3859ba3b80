import pytest

from collector.brief import Shape
from collector.brief.shapes import SHAPES

WRITTEN = {
    Shape.TEXT: "____",
    Shape.LONG: "____ (long)",
    Shape.EMAIL: "____ (e-mail)",
    Shape.PHONE: "____ (phone)",
    Shape.WEB: "____ (web address)",
    Shape.NUMBER: "____ (number)",
    Shape.AMOUNT: "____ (amount)",
    Shape.DATE: "____ (date)",
    Shape.TIME: "____ (time)",
    Shape.ONE: "- ( ) A\n- ( ) B",
    Shape.SEVERAL: "- [ ] A\n- [ ] B",
    Shape.YES: "- [ ] A",
    Shape.SCALE: "(1) A … (5) B",
    Shape.STARS: "☆☆☆☆☆",
    Shape.LINES: "- A: ____",
    Shape.FILE: "____ (file: pdf)",
    Shape.RANKING: "1. [ ] A\n2. [ ] B",
    Shape.MATRIX_ONE: "| | A | B |\n|---|---|---|\n| C | ( ) | ( ) |",
    Shape.MATRIX_SEVERAL: "| | A | B |\n|---|---|---|\n| C | [ ] | [ ] |",
    Shape.MATRIX_LINES: "| | A | B |\n|---|---|---|\n| C | ____ | ____ |",
    Shape.SLIDER: "(0) A … (100) B",
    Shape.SHARE: "- A: ____\n- B: ____\n- = 100",
}


def test_every_shape_can_be_written():
    assert set(WRITTEN) == set(Shape)


@pytest.mark.parametrize("shape", Shape)
def test_marks_alone_decide_which_shape_begins(author, shape):
    assert author.asks(WRITTEN[shape]).shape is shape


def test_no_two_readers_of_the_table_are_alike():
    assert len(set(SHAPES)) == len(SHAPES)
