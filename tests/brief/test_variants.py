"""A poll that is split says one thing to some and another to others, and asks all the same."""

import pytest

from collector.form import define

TOP = "---\ncloses: never\n---\n# Bread\n\n"
A = "#### Nine euros\n\nIt costs **9 €**.\n\n"
B = "#### Twelve euros {#dear}\n\nIt costs 12 €.\n\n"
ASK = "### Would you buy it? *\n\n- (yes) Yes\n- (perhaps) Perhaps\n- (no) No\n"
SPLIT = "## A box of rolls {.poll #box .split}\n\n"


def test_what_differs_stands_below_headings_of_four_and_the_question_once(author):
    (form,) = author.publishes(f"{TOP}{SPLIT}For Saturdays.\n\n{A}{B}{ASK}").forms
    trial = form.trial
    assert [(each.code, each.label, each.text) for each in trial.variants] == [
        ("nine_euros", "Nine euros", "It costs **9 €**."),
        ("dear", "Twelve euros", "It costs 12 €."),
    ]
    assert form.pages[0].introduction == "For Saturdays."
    assert (trial.question, trial.goal) == ("would_you_buy_it", ("yes",))
    assert define(form).variants == ("nine_euros", "dear")


def test_the_braces_say_what_counts_and_how_much_is_to_be_seen(author):
    head = '## Box {.poll .split goal="yes, perhaps" detect="15 points" base="30 %"}\n\n'
    (form,) = author.publishes(f"{TOP}{head}{A}{B}{ASK}").forms
    assert form.trial.goal == ("yes", "perhaps")
    assert form.trial.expected == pytest.approx((0.3, 0.45))


def test_without_a_base_the_shares_lie_around_a_half_and_a_high_base_goes_down(author):
    def of(more: str):
        head = f"## Box {{.poll .split {more}}}\n\n"
        return author.publishes(f"{TOP}{head}{A}{B}{ASK}").forms[0].trial.expected

    assert of("detect=20") == pytest.approx((0.4, 0.6))
    assert of("detect=20 base=90") == pytest.approx((0.9, 0.7))


def test_a_form_that_is_not_split_has_the_hash_it_always_had(author):
    (form,) = author.publishes(f"{TOP}## Box {{.poll #box}}\n\n{A}{ASK}").forms
    assert form.trial is None
    assert "variants" not in define(form).to_document()
    assert "#### Nine euros" in form.pages[0].introduction


@pytest.mark.parametrize(
    ("body", "reason", "fix"),
    [
        (f"## Box {{.survey .split}}\n\n{A}{B}{ASK}", "brief-section-split", "{.poll .split}"),
        (f"## Box {{.poll detect=10}}\n\n{ASK}", "brief-split-missing", ".split"),
        (f"{SPLIT}{ASK}", "brief-split-none", "#### A"),
        (f"{SPLIT}{A}{ASK}", "brief-split-one", "#### A"),
        (
            SPLIT + "".join(f"#### V{n}\n\nOne of {n}.\n\n" for n in range(5)) + ASK,
            "brief-split-many",
            "",
        ),
        (f"{SPLIT}{A}{A}{ASK}", "brief-variant-twice", "#### B"),
        (f"{SPLIT}{A}#### Free\n\n{ASK}", "brief-variant-empty", "#### Free"),
        (f"{SPLIT}{A}#### !!\n\nFree.\n\n{ASK}", "brief-variant-code", "#### B"),
        (f"{SPLIT}{A}#### Free {{.x}}\n\nFree.\n\n{ASK}", "brief-variant-braces", "#### Free"),
        (f"{SPLIT}{A}- (yes) Yes\n- (no) No\n\n{B}{ASK}", "brief-variant-shape", "###"),
        (f"{SPLIT}{A}{ASK}\n{B}### And now? *\n\n____\n", "brief-variant-late", "#### A"),
        (f"{SPLIT}{A}{B}### Why? *\n\n____\n", "brief-split-question", "- (yes) Yes"),
        (
            f"## Box {{.poll .split goal=yess}}\n\n{A}{B}{ASK}",
            "brief-split-goal",
            "## Box {.poll .split goal=yes}",
        ),
        (
            f'## Box {{.poll .split goal="yes,perhaps,no"}}\n\n{A}{B}{ASK}',
            "brief-split-goal-all",
            "goal=yes}",
        ),
        (
            f"## Box {{.poll .split detect=lots}}\n\n{A}{B}{ASK}",
            "brief-split-detect",
            "## Box {.poll .split detect=10}",
        ),
        (
            f"## Box {{.poll .split base=50 detect=60}}\n\n{A}{B}{ASK}",
            "brief-split-far",
            "## Box {.poll .split base=50 detect=10}",
        ),
        (
            f"## Box {{.poll .split base=100}}\n\n{A}{B}{ASK}",
            "brief-split-base",
            "## Box {.poll .split base=30}",
        ),
        (f"## Box {{.poll .split colour=red}}\n\n{A}{B}{ASK}", "brief-section-unknown", ""),
    ],
)
def test_a_fault_is_named_with_what_to_write(author, body, reason, fix):
    finding = author.hears(f"{TOP}{body}", reason)
    assert fix in finding.fix
