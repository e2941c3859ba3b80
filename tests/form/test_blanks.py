import pytest

from collector.brief import Limits, Shape
from collector.errors import Problem
from collector.form.blanks import Typed, read_blank


@pytest.fixture
def read(today):
    def read(shape, text, **limits):
        return read_blank(shape, Typed(text, Limits(**limits), today))

    return read


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (Shape.TEXT, "Rye \n bread", "Rye bread"),
        (Shape.LONG, "Rye\n\n  bread", "Rye\n\n  bread"),
        (Shape.EMAIL, "o'neill+bread@mail.example.org", "o'neill+bread@mail.example.org"),
        (Shape.EMAIL, "jürg@bäckerei.example", "jürg@bäckerei.example"),
        (Shape.PHONE, "+41 (0)44/123-45 67", "+41 (0)44/123-45 67"),
        (Shape.WEB, "www.example.org", "https://www.example.org"),
        (Shape.WEB, "http://example.org:8080/a?b#c", "http://example.org:8080/a?b#c"),
        (Shape.NUMBER, "12", 12),
        (Shape.NUMBER, "12.5", 12.5),
        (Shape.NUMBER, "12,5", 12.5),
        (Shape.NUMBER, "−3", -3),
        (Shape.NUMBER, "5,0", 5),
        (Shape.DATE, "2028-02-29", "2028-02-29"),
        (Shape.DATE, "1.2.2027", "2027-02-01"),
        (Shape.TIME, "9:05", "09:05"),
        (Shape.TIME, "14.30", "14:30"),
        (Shape.TIME, "14:30:59", "14:30"),
    ],
)
def test_a_blank_reads_what_people_write(read, shape, text, value):
    assert read(shape, text) == value


@pytest.mark.parametrize(
    ("shape", "text", "reason"),
    [
        (Shape.TEXT, "x" * 301, "answer-too-long"),
        (Shape.LONG, "x" * 10_001, "answer-too-long"),
        (Shape.EMAIL, "ann", "answer-no-email"),
        (Shape.EMAIL, "ann@bakery", "answer-no-email"),
        (Shape.EMAIL, "ann@example.org bob@example.org", "answer-no-email"),
        (Shape.EMAIL, "ann@example.org\nBcc: bob@example.org", "answer-no-email"),
        (Shape.EMAIL, "a" * 250 + "@b.ch", "answer-no-email"),
        (Shape.PHONE, "call me", "answer-no-phone"),
        (Shape.PHONE, "12", "answer-no-phone"),
        (Shape.PHONE, "1" * 21, "answer-no-phone"),
        (Shape.WEB, "bakery", "answer-no-web"),
        (Shape.WEB, "ftp://example.org", "answer-no-web"),
        (Shape.WEB, "javascript:alert(1)", "answer-no-web"),
        (Shape.WEB, "https://bank.example@evil.example", "answer-no-web"),
        (Shape.WEB, "https://[::1", "answer-no-web"),
        (Shape.WEB, "https://example.org:99999", "answer-no-web"),
        (Shape.WEB, "https://example.org/a b", "answer-no-web"),
        (Shape.WEB, "example.org/" + "a" * 2_000, "answer-no-web"),
        (Shape.NUMBER, "a dozen", "answer-no-number"),
        (Shape.NUMBER, "1,000.5", "answer-no-number"),
        (Shape.NUMBER, "1e5", "answer-no-number"),
        (Shape.NUMBER, "nan", "answer-no-number"),
        (Shape.NUMBER, "9" * 16, "answer-no-number"),
        (Shape.AMOUNT, "€", "answer-no-number"),
        (Shape.DATE, "tomorrow", "answer-no-date"),
        (Shape.DATE, "3/4/2027", "answer-no-date"),
        (Shape.DATE, "2027-02-29", "answer-no-such-date"),
        (Shape.DATE, "0000-01-01", "answer-no-such-date"),
        (Shape.TIME, "noon", "answer-no-time"),
        (Shape.TIME, "24:00", "answer-no-time"),
        (Shape.TIME, "12:60", "answer-no-time"),
    ],
)
def test_a_blank_says_what_it_can_not_read(read, shape, text, reason):
    problem = read(shape, text)
    assert isinstance(problem, Problem)
    assert problem.reason == reason


def test_a_text_keeps_to_its_characters(read):
    assert read(Shape.TEXT, "Rye", least=3, most=3) == "Rye"
    short = Problem("answer-too-short", {"least": 4, "length": 3})
    assert read(Shape.TEXT, "Rye", least=4) == short
    assert read(Shape.TEXT, "Rye", most=2) == Problem("answer-too-long", {"most": 2, "length": 3})
    assert read(Shape.LONG, "x" * 20_000, most=20_000) == "x" * 20_000


def test_a_number_keeps_to_its_bounds(read):
    assert read(Shape.NUMBER, "-20", least=-20, most=50) == -20
    assert read(Shape.NUMBER, "-20.1", least=-20) == Problem("answer-too-small", {"least": "-20"})
    assert read(Shape.NUMBER, "50,5", most=50.25) == Problem("answer-too-big", {"most": "50.25"})


def test_a_whole_number_is_asked_for_as_such(read):
    assert read(Shape.NUMBER, "3.0", whole=True) == 3
    assert read(Shape.NUMBER, "2.5", whole=True) == Problem("answer-not-whole")
    assert read(Shape.NUMBER, "three", whole=True) == Problem("answer-not-whole")


@pytest.mark.parametrize("text", ["12,50 €", "€ 12.50", "12.5€", "12.5"])
def test_an_amount_may_be_written_with_its_unit(read, text):
    assert read(Shape.AMOUNT, text, unit="€") == 12.5


def test_a_date_from_today_may_be_today(read):
    assert read(Shape.DATE, "2026-11-20", from_today=True) == "2026-11-20"
    assert read(Shape.DATE, "2026-11-19", from_today=True) == Problem("answer-past")
    assert read(Shape.DATE, "2026-11-19") == "2026-11-19"
