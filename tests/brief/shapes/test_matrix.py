import pytest

from collector.brief import Limits, Line, Option, Shape

HEAD = "|   | (bad) Bad | Very good |\n|---|:-:|:-:|\n"


def test_round_cells_are_one_answer_a_row(author):
    question = author.asks(f"{HEAD}| [staff] Our staff | ( ) | ( ) |\n| Prices | () | ( ) |")
    assert question.shape is Shape.MATRIX_ONE
    assert question.options == (Option("bad", "Bad"), Option("very_good", "Very good"))
    assert question.lines == (Line("staff", "Our staff"), Line("prices", "Prices"))


def test_square_cells_are_several_answers_a_row(author):
    table = "| | Rye | (none!) Neither |\n|---|---|---|\n| Monday | [ ] | [ ] |"
    question = author.asks(table)
    assert question.shape is Shape.MATRIX_SEVERAL
    assert question.options == (Option("rye", "Rye"), Option("none", "Neither", alone=True))


def test_blanks_take_the_words_of_their_row_or_of_the_first_of_all(author):
    rows = (
        "| June | ____ (whole number 0–9) | ____ |",
        "| July | ____ | ____ |",
        "| August | ____ (date) | ____ (date) |",
    )
    question = author.asks("| | Adults | Children |\n|---|---|---|\n" + "\n".join(rows))
    assert question.shape is Shape.MATRIX_LINES
    count = Limits(0, 9, whole=True)
    assert question.lines == (
        Line("june", "June", Shape.NUMBER, count),
        Line("july", "July", Shape.NUMBER, count),
        Line("august", "August", Shape.DATE),
    )


@pytest.mark.parametrize(
    "row", ["Our staff | ( ) | ( )", "|Our staff|( )|( )|", "| Our staff | ( ) | ( ) | "]
)
def test_bars_at_the_ends_may_be_left_out(author, row):
    assert author.asks(HEAD + row).lines == (Line("our_staff", "Our staff"),)


def test_a_bar_with_a_backslash_belongs_to_the_words(author):
    (line,) = author.asks(HEAD + r"| Rye \| spelt | ( ) | ( ) |").lines
    assert line.label == r"Rye \| spelt"


def test_empty_brackets_keep_a_name_that_begins_with_brackets(author):
    table = "| | ( ) (very) Bad | Good |\n|---|---|---|\n| [ ] [sic] Staf | ( ) | ( ) |"
    question = author.asks(table)
    assert [each.label for each in question.options] == ["(very) Bad", "Good"]
    assert question.lines == (Line("sic_staf", "[sic] Staf"),)


def test_a_table_without_marks_is_help(author):
    question = author.asks("| Bread | Price |\n|---|---|\n| Rye | 4 € |\n\n____")
    assert question.help.startswith("| Bread | Price |")


def test_rows_may_come_in_any_order(author):
    heading = "### How? {#how .shuffle}"
    assert author.asks(HEAD + "| Staff | ( ) | ( ) |", heading).shuffle


@pytest.mark.parametrize(
    ("table", "reason", "line", "fix"),
    [
        (f"{HEAD}| Staff | ( ) |", "brief-matrix-ragged", 4, "| Staff | ( ) | ( ) |"),
        (
            f"{HEAD}| Staff | [ ] | [ ] | [ ] |",
            "brief-matrix-ragged",
            4,
            "| Staff | [ ] | [ ] |",
        ),
        (f"{HEAD}| Staff | ( ) | [ ] |", "brief-matrix-mixed", 4, "| Staff | ( ) | ( ) |"),
        (f"{HEAD}| Staff | ( ) | yes |", "brief-matrix-mixed", 4, "| Staff | ( ) | ( ) |"),
        (f"{HEAD}| Staff | ☐ | [ ] |", "brief-matrix-mixed", 4, "| Staff | [ ] | [ ] |"),
        (f"{HEAD}| Staff | (x) | ( ) |", "brief-option-ticked", 4, "| Staff | ( ) | ( ) |"),
        (
            "| | Good |\n|---|---|\n| Staff | ( ) |",
            "brief-matrix-heads",
            2,
            "| | Good | Good |",
        ),
        (f"{HEAD}| | ( ) | ( ) |", "brief-matrix-name", 4, None),
        (f"{HEAD}| Us | ( ) | ( ) |\n| us | ( ) | ( ) |", "brief-code-twice", 5, None),
        (
            "| | Bad | bad |\n|---|---|---|\n| Us | ( ) | ( ) |",
            "brief-code-twice",
            2,
            "| | Bad | (bad_2) bad |",
        ),
        (
            f"{HEAD}| [a b] Us | ( ) | ( ) |",
            "brief-code-signs",
            4,
            "| [ ] [a b] Us | ( ) | ( ) |",
        ),
        (f"{HEAD}| ?! | ( ) | ( ) |", "brief-code-none", 4, "| [code] ?! | ( ) | ( ) |"),
        (
            "| | Bad | (none!) None |\n|---|---|---|\n| Us | ( ) | ( ) |",
            "brief-option-alone",
            2,
            "| | Bad | (none) None |",
        ),
        (
            f"{HEAD}| Us | ____ (date) | ____ (time) |",
            "brief-matrix-words",
            4,
            "| Us | ____ (date) | ____ |",
        ),
        (f"{HEAD}| Us | ____ (5 stars) | ____ |", "brief-lines-shape", 4, None),
        (f"{HEAD}| Us | ____ (nmber) | ____ |", "brief-blank-words", 4, None),
    ],
)
def test_faults_of_a_table_name_their_line_and_the_line_to_write(author, table, reason, line, fix):
    finding = author.fails(f"### How?\n{table}\n", reason)
    assert author.line(finding) == line
    assert fix in (None, finding.fix)


def test_two_cells_that_would_share_a_column_are_refused(author):
    table = (
        "| | (b__c) A | (c) B |\n|---|---|---|\n| [a] A | ____ | ____ |\n| [a__b] B | ____ | ____ |"
    )
    assert "a__b__c" in author.fails(f"### How? {{#q}}\n{table}\n", "brief-id-twice").message
