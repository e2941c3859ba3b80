import pytest

from collector.brief.source import folded, numbered, pieces_of, raw_lines, read_body


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("–—−‑", "----"),
        ("“x” «y»", '"x" "y"'),
        ("don’t", "don't"),
        ("★⭐☆", "☆☆☆"),
        ("⭐️", "☆"),
        ("（ ）［ ］｛．poll｝", "( )[ ]{.poll}"),
        ("\ta\u00a0b\u202fc\u3000d", " a b c d"),
        ("\ufeff# Bread\u200e", "# Bread"),
        (r"\_\_\_\_ \(text\)", "____ (text)"),
        (r"a \| b", r"a \| b"),
        ("straße, naïve, 面包", "straße, naïve, 面包"),
    ],
)
def test_marks_that_editors_exchange_read_like_the_plain_sign(written, plain):
    assert folded(written) == plain


def test_words_are_cut_from_what_was_written():
    line = numbered(1, "- ( ) “Rye”\u200e – dark\\!")
    assert line.plain == '- ( ) "Rye" - dark!'
    assert line.words(6) == "“Rye”\u200e – dark\\!"


def test_columns_count_signs_of_the_file():
    line = numbered(1, "\ufeff\\*Only")
    assert line.plain == "*Only"
    assert line.column(line.plain.index("O")) == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end):
    text = end.join(["a", "", "b"])
    assert raw_lines(text) == ["a", "", "b"]
    assert "".join(pieces_of(text)) == text


def test_comments_are_skipped_and_columns_stay():
    body = read_body(["a <!-- b --> c", "<!-- d", "e", "f --> g"], 1)
    assert [line.plain.split() for line in body.lines] == [["a", "c"], [], [], ["g"]]
    assert body.lines[0].plain.index("c") == 13
    assert body.lines[0].words(0) == "a c"
    assert body.open_comment == 0


def test_a_comment_that_never_ends_is_known_by_its_line():
    assert read_body(["a", "b <!-- c", "d"], 1).open_comment == 2


def test_nothing_in_fenced_code_is_a_mark():
    body = read_body(["```", "### a", "<!-- b", "```", "### c"], 1)
    assert [line.fenced for line in body.lines] == [True] * 4 + [False]
    assert body.open_fence == body.open_comment == 0


def test_a_fence_ends_with_as_many_of_its_own_signs():
    assert read_body(["~~~~", "~~~", "```"], 1).open_fence == 1
