from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import (
    Hidden,
    Numbers,
    QuestionResult,
    in_steps,
    matrix,
    row,
    table_may_move,
)
from collector.brief import Shape


def result(*counts: int, labels=("Yes", "No", "Perhaps"), n=None) -> QuestionResult:
    n = sum(counts) if n is None else n
    rows = tuple(
        row(code, label, count, n)
        for code, label, count in zip("ynp", labels, counts, strict=False)
    )
    return QuestionResult("come", "Will you come?", Shape.ONE, n=n, asked=n, rows=rows)


def counts(told: QuestionResult) -> list[int]:
    return [each.count for each in told.rows]


def test_one_more_answer_waits_for_four_others():
    shown = result(4, 1)
    for new in (result(5, 1), result(6, 2), result(5, 4)):
        assert in_steps(shown, new) == shown
    assert in_steps(shown, result(6, 4)) == result(6, 4)


def test_the_first_result_shows_at_once_and_one_of_too_few_is_left_to_the_door():
    assert in_steps(None, result(1, 0)) == result(1, 0)
    assert in_steps(result(1, 2), result(2, 2)) == result(2, 2)
    assert in_steps(result(2, 2), result(3, 2)) == result(3, 2)


def test_an_answer_taken_back_waits_as_well():
    shown = result(8, 4)
    assert in_steps(shown, result(7, 4)) == shown
    assert in_steps(shown, result(4, 3)) == result(4, 3)


def test_one_taken_back_and_another_that_comes_are_not_told_by_the_difference():
    shown = result(5, 0)
    fewer = in_steps(shown, result(4, 0))
    assert in_steps(fewer, result(4, 1)) == shown
    assert in_steps(shown, result(0, 0)) == result(0, 0)


def test_a_changed_answer_waits_though_the_number_of_answers_stays():
    shown = result(8, 4)
    assert in_steps(shown, result(7, 5)) == shown
    assert in_steps(shown, result(3, 9)) == result(3, 9)


def test_a_mean_waits_though_there_are_no_rows():
    shown = replace(result(n=7), shape=Shape.NUMBER, numbers=Numbers(3.5, 3))
    later = replace(shown, n=8, asked=9, numbers=Numbers(4.25, 3))
    assert in_steps(shown, later) == shown


def test_a_corrected_label_shows_at_once_and_a_new_option_with_the_next_step():
    shown = in_steps(result(4, 1), result(4, 1, 1, labels=("Yes, I will", "No", "Perhaps")))
    assert [each.label for each in shown.rows] == ["Yes, I will", "No"]
    assert (counts(shown), shown.n) == ([4, 1], 5)


def test_a_row_that_was_hidden_before_is_no_change_by_itself():
    shown = replace(result(9, 6, n=17), hidden=(Hidden("p", "Perhaps"),))
    later = replace(result(9, 6, 3), n=18)
    assert in_steps(shown, later) == shown


def test_the_lines_of_a_matrix_are_told_in_todays_words():
    def table(line, n):
        told = matrix({"rye": {"y": n}}, {"rye": n}, {"rye": line}, {"y": f"{line}!"})
        return QuestionResult("m", "M", Shape.MATRIX_ONE, n=n, asked=n, matrix=told)

    shown = in_steps(table("Rye", 7), table("Dark rye", 8))
    (line,) = shown.matrix.rows
    assert (line.label, line.n, line.rows[0].label) == ("Dark rye", 7, "Dark rye!")
    assert shown.matrix.columns == ("Dark rye!",)


def test_a_question_of_another_shape_begins_anew():
    stars = replace(result(3, 3), shape=Shape.STARS)
    assert in_steps(result(3, 2), stars) == stars


def test_several_ticks_count_by_the_row_that_changed_most():
    shown = result(6, 6, 6, n=7)
    assert in_steps(shown, result(7, 7, 7, n=8)) == shown
    assert in_steps(shown, result(6, 6, 11, n=11)) == result(6, 6, 11, n=11)


answers = st.lists(st.sampled_from("ynp"), max_size=40)


def of(sent) -> QuestionResult:
    return result(*(sent.count(code) for code in "ynp"))


@given(st.lists(answers, min_size=1, max_size=8))
def test_two_results_that_were_shown_never_differ_by_one_to_four_people(batches):
    shown = None
    sent: list[str] = []
    for batch in batches:
        sent = sent + batch
        before, shown = shown, in_steps(shown, of(sent))
        assert shown.n <= len(sent)
        if before is not None and before.n >= 5 and shown != before:
            assert shown.n - before.n >= 5


@given(answers)
def test_what_did_not_change_stays(sent):
    assert in_steps(of(sent), of(sent)) == of(sent)


def test_a_table_waits_for_every_group():
    old = [[8, 4], [6, 9]]
    assert table_may_move(old, [[12, 5], [6, 9]])
    assert table_may_move(old, old)
    assert not table_may_move(old, [[12, 5], [6, 10]])
    assert not table_may_move(old, [[8, 4], [7, 8]])
    assert not table_may_move(old, [[8, 4], [6, 9], [1, 0]])
