import pytest

from collector.brief import Option, Shape


def test_a_scale_goes_from_its_first_number_to_its_last(author):
    question = author.asks("(1) Bad … (5) Good")
    assert (question.shape, question.low, question.high) == (Shape.SCALE, 1, 5)
    assert question.options == (Option("1", "Bad"), Option("5", "Good"))


@pytest.mark.parametrize("gap", ["…", "...", "....", "--", "—", "–", "-", "——"])
def test_any_gap_reads_like_an_ellipsis(author, gap):
    question = author.asks(f"(-2) Bad {gap} (0) So-so {gap} (2) Good")
    assert [option.label for option in question.options] == ["Bad", "So-so", "Good"]


def test_ends_need_no_words(author):
    assert author.asks("(0) … (10)").options == ()


def test_nps_counts_a_scale_from_0_to_10(author):
    assert author.asks("(0) No … (10) Yes", "### Recommend us? {#nps .nps}").nps


@pytest.mark.parametrize(
    ("scale", "reason", "fix"),
    [
        ("(5) Good … (1) Bad", "brief-scale-order", "(1) Bad … (5) Good"),
        ("(1) Bad … (3) Fair (5) Good", "brief-scale-gap", "(1) Bad … (3) Fair … (5) Good"),
        ("(0.5) Bad … (5) Good", "brief-scale-whole", "(1) Bad … (5) Good"),
        ("(0 €) … (5 $)", "brief-slider-units", "(0 $) … (5 $)"),
        ("(0) … (100), steps of 7", "brief-slider-steps", "(0) … (100), steps of 10"),
        ("(0) … (105) Fit, steps of 0", "brief-slider-steps", "(0) … (105) Fit, steps of 5"),
        ("(0) … (100), steps of ten", "brief-scale-whole", "(1) Bad … (5) Good"),
        ("(0 €) … (1.000 €)", "brief-scale-whole", "(1) Bad … (5) Good"),
    ],
)
def test_faults_of_a_scale_come_with_a_scale_that_reads(author, scale, reason, fix):
    assert author.fails(f"### How?\n{scale}\n", reason).fix == fix


@pytest.mark.parametrize(
    ("written", "high", "step", "unit"),
    [
        ("(0 €) —— (500 €), steps of 10", 500, 10, "€"),
        ("(€0) … (€500) steps of 10 €", 500, 10, "€"),
        ("(0 €) … (500 €), in Schritten von 10", 500, 10, "€"),
        ("(0 €) … (500 €), par pas de 10", 500, 10, "€"),
        ("(0) … (11)", 11, 1, ""),
        ("(0) … (10), steps of 2.", 10, 2, ""),
        ("(0 h) … (8 h)", 8, 1, "h"),
    ],
)
def test_long_scales_and_those_with_a_unit_or_steps_are_sliders(author, written, high, step, unit):
    question = author.asks(written)
    assert question.shape is Shape.SLIDER
    assert (question.low, question.high, question.step) == (0, high, step)
    assert question.limits.unit == unit


def test_points_of_a_slider_have_words(author):
    question = author.asks("(0 €) Nothing … (50 €) Some … (500 €) Much, steps of 50")
    assert question.options == (
        Option("0", "Nothing"),
        Option("50", "Some"),
        Option("500", "Much"),
    )


def test_nps_needs_its_scale(author):
    author.fails("### How? {.nps}\n(1) Bad … (5) Good\n", "brief-nps-scale")


def test_brackets_in_a_sentence_are_no_scale(author):
    question = author.asks("(1) Look, (2) taste, then say.\n____")
    assert question.shape is Shape.TEXT
