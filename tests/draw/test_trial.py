"""A trial, drawn: what each variant brought, what it takes yet, and who is ahead at the end."""

import pytest

from collector.analysis import TrialTally, planned
from collector.brief import Form, FormKind, Option, Page, Question, Shape, Trial, Variant
from collector.draw import plan, trial
from collector.published.rules import without_few
from tests.draw.test_bars import told, tree

BUY = Question(
    "buy", "Would you?", Shape.ONE, options=(Option("yes", "Yes & more"), Option("no", "No"))
)
OF = Trial(
    (Variant("cheap", "<b>Nine</b> euros", "…"), Variant("dear", "Twelve euros", "…")),
    "buy",
    ("yes",),
    detect=0.4,
)
FORM = Form("box", FormKind.POLL, "A box", (Page((BUY,)),), trial=OF)
N = planned(OF)


def drawn(first: tuple[int, int], second: tuple[int, int], dealt: int = 90) -> str:
    tally = TrialTally(OF)
    for code, (yes, n) in zip(OF.codes, (first, second), strict=True):
        for number in range(n):
            tally.add(code, {"buy": "yes" if number < yes else "no"})
    return trial(without_few(tally.result({"cheap": dealt, "dear": dealt})), FORM)


def rows(html: str) -> list[list[str]]:
    (table,) = tree(html).iter("table")
    return [[told(cell) for cell in line] for line in table.iter("tr")][1:]


def notes(html: str) -> str:
    return " ".join(told(each) for each in tree(html).iter("p"))


def test_each_variant_has_a_bar_and_a_line_with_how_often_it_was_shown():
    html = drawn((6, 10), (3, 10))
    assert [[each.replace("\N{NO-BREAK SPACE}", " ") for each in row] for row in rows(html)] == [
        ["<b>Nine</b> euros", "90", "10", "6", "60 %", "31 % to 83 %"],
        ["Twelve euros", "90", "10", "3", "30 %", "11 % to 60 %"],
    ]
    assert "<b>" not in html


def test_before_the_end_it_says_how_many_are_wanting_and_not_who_is_ahead():
    said = notes(drawn((N, N), (0, 10)))
    assert f"Still needed: Twelve euros {N - 10} more" in said
    assert "Counted: Yes & more." in said
    assert "percentage points" not in said


def test_at_the_end_it_says_how_far_apart_they_are_and_whether_chance_gives_that():
    said = notes(drawn((N // 5, N), (N, N)))
    assert "“Twelve euros” less “<b>Nine</b> euros”: +83.3 percentage points" in said
    assert "chance alone hardly gives that: p < 0.001" in said
    assert "could give that" in notes(drawn((N // 2, N), (N // 2 + 1, N)))


def test_of_fewer_than_five_answers_no_count_is_told():
    html = drawn((2, 4), (9, 9))
    assert [each[3] for each in rows(html)] == ["hidden", "hidden"]
    assert "once each variant has 5 answers" in notes(html)


def test_that_one_variant_is_answered_less_is_said():
    assert "what they say may differ" in notes(drawn((5, 10), (25, 50)))


def test_the_plan_names_the_answers_and_the_shares_that_are_told_apart():
    assert plan(OF, N).startswith(f"It takes {N} answers to each variant, {2 * N} in all, ")
    assert "30\N{NO-BREAK SPACE}% and 70\N{NO-BREAK SPACE}%" in plan(OF, N)


def test_a_form_that_is_not_split_has_no_such_result():
    tally = TrialTally(OF)
    with pytest.raises(ValueError, match="not split"):
        trial(tally.result({}), Form("box", FormKind.POLL, "A box", (Page((BUY,)),)))
