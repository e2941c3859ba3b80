import pytest

from collector.brief import Limits, Shape


@pytest.mark.parametrize(
    ("words", "shape", "limits"),
    [
        ("", Shape.TEXT, Limits()),
        ("text", Shape.TEXT, Limits()),
        ("3–80 characters", Shape.TEXT, Limits(3, 80)),
        ("3 to 80 characters", Shape.TEXT, Limits(3, 80)),
        ("at most 500 characters", Shape.TEXT, Limits(None, 500)),
        ("at least 10 characters", Shape.TEXT, Limits(10, None)),
        ("long", Shape.LONG, Limits()),
        ("long, at most 2000 characters", Shape.LONG, Limits(None, 2000)),
        ("at least 5 characters, at most 9 characters", Shape.TEXT, Limits(5, 9)),
        ("e-mail", Shape.EMAIL, Limits()),
        ("email", Shape.EMAIL, Limits()),
        ("phone", Shape.PHONE, Limits()),
        ("web address", Shape.WEB, Limits()),
        ("number", Shape.NUMBER, Limits()),
        ("number -20 to 50", Shape.NUMBER, Limits(-20, 50)),
        ("number −20–50", Shape.NUMBER, Limits(-20, 50)),
        ("number 0,5–1.5", Shape.NUMBER, Limits(0.5, 1.5)),
        ("number at least 1", Shape.NUMBER, Limits(1, None)),
        ("whole number 1–10", Shape.NUMBER, Limits(1, 10, whole=True)),
        ("whole number at most 10", Shape.NUMBER, Limits(None, 10, whole=True)),
        ("amount", Shape.AMOUNT, Limits()),
        ("amount €", Shape.AMOUNT, Limits(unit="€")),
        ("amount 0–500 €", Shape.AMOUNT, Limits(0, 500, unit="€")),
        ("amount €0–500", Shape.AMOUNT, Limits(0, 500, unit="€")),
        ("amount 0 € to 500 €", Shape.AMOUNT, Limits(0, 500, unit="€")),
        ("amount 0–2,5 kg", Shape.AMOUNT, Limits(0, 2.5, unit="kg")),
        ("date", Shape.DATE, Limits()),
        ("date from today", Shape.DATE, Limits(from_today=True)),
        ("time", Shape.TIME, Limits()),
        ("Long, At most 20 characters", Shape.LONG, Limits(None, 20)),
    ],
)
def test_words_in_the_brackets_say_what_may_stand_in_a_blank(author, words, shape, limits):
    brackets = f" ({words})" if words else ""
    question = author.asks(f"____{brackets}")
    assert (question.shape, question.limits) == (shape, limits)


def test_stars_can_be_written_as_a_blank(author):
    question = author.asks("____ (5 stars)")
    assert (question.shape, question.low, question.high) == (Shape.STARS, 1, 5)


def test_a_blank_needs_no_empty_line_around_it(author):
    question = author.asks("Say it in a word.\n____ (text)\nThank you.")
    assert (question.help, question.note) == ("Say it in a word.", "Thank you.")


@pytest.mark.parametrize(
    ("words", "reason", "fix"),
    [
        ("txt", "brief-blank-words", "____ (text)"),
        ("3–80 letters", "brief-blank-words", "____ (text)"),
        ("long, max 80 characters", "brief-blank-words", "____ (long, at most 80 characters)"),
        ("url", "brief-blank-words", "____ (web address)"),
        ("lnog, at most 9 characters", "brief-blank-words", "____ (long, at most 9 characters)"),
        ("e-mail, phone", "brief-blank-twice", "____ (e-mail)"),
        (
            "at most 5 characters, 3–80 characters",
            "brief-blank-twice",
            "____ (at most 5 characters)",
        ),
        ("80–3 characters", "brief-blank-order", "____ (3 to 80 characters)"),
        ("whole number 10–1", "brief-blank-order", "____ (whole number 1 to 10)"),
        ("at most 0 characters", "brief-blank-length", "____ (at most 100 characters)"),
        ("0,5–3 characters", "brief-blank-length", "____ (at most 100 characters)"),
        ("whole number 0,5–3", "brief-blank-whole", "____ (whole number 1–10)"),
        (
            "e-mail, at most 9 characters",
            "brief-blank-characters",
            "____ (text, at most 100 characters)",
        ),
        ("number 1–1.000", "brief-blank-thousands", "____ (number 1-1000)"),
        ("amount €0–500 $", "brief-blank-twice", "____ (text)"),
        ("11 stars", "brief-stars-count", "____ (5 stars)"),
        ("2 stars", "brief-stars-count", "____ (5 stars)"),
        ("5 stars, text", "brief-blank-twice", "____ (5 stars)"),
        ("text, 5 stars", "brief-blank-twice", "____ (text)"),
        ("at most 5 MB", "brief-blank-words", "____ (text)"),
    ],
)
def test_words_that_do_not_read_are_never_guessed(author, words, reason, fix):
    finding = author.fails(f"### A photo?\n____ ({words})\n", reason)
    assert (author.line(finding), finding.fix) == (2, fix)
    author.asks(fix)


def test_the_column_of_a_fault_is_that_of_its_words(author):
    finding = author.fails("### A word?\n____ (long, lnog)\n", "brief-blank-words")
    assert finding.column == 13


def test_nothing_may_follow_a_blank(author):
    finding = author.fails("### How much?\n____ (number) kg\n", "brief-blank-rest")
    assert finding.fix == "____ (number)"
