import pytest

from collector.brief import Option, Shape


def test_a_numbered_list_of_boxes_is_put_in_order(author):
    question = author.asks("1. [ ] Price\n2. [hours] Opening hours")
    assert question.shape is Shape.RANKING
    assert question.options == (Option("price", "Price"), Option("hours", "Opening hours"))
    assert question.choose is None


@pytest.mark.parametrize("number", ["{}.", "{})", "\u200e{}."])
def test_any_numbers_will_do(author, number):
    lines = "\n".join(f"{number.format(7)} [ ] {each}" for each in ("Rye", "Oats"))
    assert author.asks(lines).shape is Shape.RANKING


@pytest.mark.parametrize(("text", "counts"), [("2", (2, 2)), ("1-3", (1, 3)), ("0-2", (0, 2))])
def test_choose_says_how_many_are_put_in_order(author, text, counts):
    heading = f"### Which? {{#which choose={text}}}"
    assert author.asks("1. [ ] Rye\n2. [ ] Oats\n3. [ ] Corn", heading).choose == counts


def test_what_is_put_in_order_may_come_in_any_order(author):
    assert author.asks("1. [ ] Rye\n2. [ ] Oats", "### Which? {#which .shuffle}").shuffle


def test_numbered_blanks_are_lines(author):
    assert author.asks("1. Rye: ____\n2. Oats: ____").shape is Shape.LINES


@pytest.mark.parametrize(
    ("answers", "reason", "line", "fix"),
    [
        ("1. ( ) Rye\n2. [ ] Oats", "brief-rank-brackets", 2, "- ( ) Rye"),
        ("1. [ ] Rye\n2. Oats", "brief-rank-brackets", 3, "2. [ ] Oats"),
        ("1. [ ] Rye", "brief-rank-single", 2, "2. [ ] Label"),
        ("1. [ ] Rye\n2. [ ] Other: ____", "brief-own-place", 3, "2. [ ] Other"),
        ("1. [ ] Rye\n2. [none!] None", "brief-option-alone", 3, "2. [none] None"),
        ("1. [ ] Rye\n2. [ ] rye!", "brief-code-twice", 3, "2. [rye_2] rye!"),
        ("1. [x] Rye\n2. [ ] Oats", "brief-option-ticked", 2, "1. [ ] Rye"),
        ("1. [ ] Rye\n2. [a b] Oats", "brief-code-signs", 3, "2. [ ] [a b] Oats"),
    ],
)
def test_faults_of_an_order_name_their_line_and_the_line_to_write(
    author, answers, reason, line, fix
):
    finding = author.fails(f"### Which?\n{answers}\n", reason)
    assert (author.line(finding), finding.fix) == (line, fix)


def test_no_more_can_be_put_in_order_than_there_are(author):
    questions = "### Which? {choose=3}\n1. [ ] Rye\n2. [ ] Oats\n"
    assert author.fails(questions, "brief-choose-count").fix == "### Which?"
