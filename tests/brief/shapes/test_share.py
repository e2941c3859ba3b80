import pytest

from collector.brief import Limits, Line, Shape


def test_lines_above_a_total_share_it_out(author):
    question = author.asks("- Light: ____\n- [heat] Heating: ____\n- = 100 points")
    assert question.shape is Shape.SHARE
    assert (question.total, question.limits.unit) == (100, "points")
    share = Limits(0, 100, whole=True)
    assert question.lines == (
        Line("light", "Light", Shape.NUMBER, share),
        Line("heat", "Heating", Shape.NUMBER, share),
    )


@pytest.mark.parametrize(
    ("written", "total", "unit"),
    [
        ("= 100", 100, ""),
        ("=50 €", 50, "€"),
        ("= € 50", 50, "€"),
        ("= 7,5 hours a week.", 7.5, "hours a week"),
        ("= 100 %", 100, "%"),
    ],
)
def test_a_total_is_a_number_and_what_it_counts(author, written, total, unit):
    question = author.asks(f"- A: ____\n- B: ____\n- {written}")
    assert (question.total, question.limits.unit) == (total, unit)


def test_a_share_of_a_total_that_is_not_whole_need_not_be_whole(author):
    assert not author.asks("- A: ____\n- B: ____\n- = 7.5 hours").lines[0].limits.whole


def test_a_line_may_have_limits_of_its_own(author):
    question = author.asks("- A: ____ (whole number 10–50)\n- B: ____ (number)\n- = 100")
    limits = [line.limits for line in question.lines]
    assert limits == [Limits(10, 50, whole=True), Limits(0, 100)]


@pytest.mark.parametrize(
    ("items", "reason", "line", "fix"),
    [
        ("- A: ____\n- B: ____\n- = all", "brief-share-total", 4, "- = 100 points"),
        ("- A: ____\n- B: ____\n- = 0 points", "brief-share-total", 4, "- = 100 points"),
        ("- A: ____\n- B: ____\n- = -5", "brief-share-total", 4, "- = 100 points"),
        ("- A: ____\n- B: ____\n- = 1.000 €", "brief-blank-thousands", 4, "- = 100 points"),
        ("- A: ____\n- = 100\n- B: ____", "brief-share-place", 3, "- = 100 points"),
        ("- A: ____\n- B: ____\n- = 1\n- = 2", "brief-share-place", 4, "- = 100 points"),
        ("- A: ____\n- = 100", "brief-share-few", 3, "- Another: ____"),
        ("- A: ____\n- B\n- = 100", "brief-share-blank", 3, "- B: ____"),
        ("- A: ____ (date)\n- B: ____\n- = 100", "brief-share-number", 2, "- A: ____"),
        ("- A: ____ (number -5 to 5)\n- B: ____\n- = 9", "brief-share-number", 2, "- A: ____"),
        (
            "- A: ____ (number 0–10)\n- B: ____ (number 0–10)\n- = 100",
            "brief-share-reach",
            4,
            "- = 20",
        ),
        ("- A: ____\n- a: ____\n- = 100", "brief-code-twice", 3, "- [a_2] a: ____"),
        ("- A: ____\n  - B: ____\n- C: ____\n- = 9", "brief-option-nested", 3, None),
    ],
)
def test_faults_name_their_line_and_the_line_to_write(author, items, reason, line, fix):
    finding = author.fails(f"### Which?\n{items}\n", reason)
    assert author.line(finding) == line
    assert fix in (None, finding.fix)
