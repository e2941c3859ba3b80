import pytest

from collector.brief import Option, Shape


def test_round_brackets_are_one_of_several(author):
    question = author.asks("- ( ) Rye bread\n- (wheat) Wheat")
    assert question.shape is Shape.ONE
    assert question.options == (Option("rye_bread", "Rye bread"), Option("wheat", "Wheat"))


def test_square_brackets_are_several(author):
    question = author.asks("- [ ] Rye\n- [2nd] Wheat")
    assert question.shape is Shape.SEVERAL
    assert [option.code for option in question.options] == ["rye", "2nd"]


def test_a_single_box_is_yes_or_not(author):
    question = author.asks("- [ ] I agree to the [rules](https://example.org)", "### Rules * {#ok}")
    assert question.shape is Shape.YES
    assert question.required
    assert question.options == (Option("yes", "I agree to the [rules](https://example.org)"),)


def test_an_answer_may_have_a_blank_of_its_own(author):
    question = author.asks("- ( ) Rye\n- ( ) Other: ____")
    assert question.options[1] == Option("other", "Other", own=True)


def test_empty_brackets_in_front_keep_a_label_that_begins_with_brackets(author):
    question = author.asks("- ( ) (optional) Oats\n- ( ) Rye")
    assert question.options[0] == Option("optional_oats", "(optional) Oats")


def test_indented_lines_continue_a_label(author):
    question = author.asks("- ( ) Rye\n  with seeds\n- ( ) Wheat")
    assert question.options[0].label == "Rye with seeds"


def test_empty_lines_between_answers_part_nothing(author):
    question = author.asks("- ( ) Rye\n\n- ( ) Wheat")
    assert len(question.options) == 2


def test_plain_lists_are_help_and_note(author):
    question = author.asks("- dark\n- sour\n\n- ( ) Rye\n- ( ) Wheat\n\nMore:\n\n- see above")
    assert question.help == "- dark\n- sour"
    assert question.note == "More:\n\n- see above"


def test_labels_keep_every_sign(author):
    question = author.asks("- ( ) 7–10 “early” … ★\n- ( ) Later")
    assert question.options[0].label == "7–10 “early” … ★"


def test_a_dropdown_is_a_list_as_a_menu(author):
    question = author.asks("- ( ) Rye\n- ( ) Wheat", "### Which? {#which .dropdown}")
    assert question.dropdown


@pytest.mark.parametrize(("text", "counts"), [("2", (2, 2)), ("1-3", (1, 3)), ("1–2", (1, 2))])
def test_choose_says_how_many_may_be_ticked(author, text, counts):
    heading = f"### Which? {{#which choose={text}}}"
    assert author.asks("- [ ] Rye\n- [ ] Wheat\n- [ ] Oats", heading).choose == counts


@pytest.mark.parametrize(
    ("answers", "reason", "line", "fix"),
    [
        ("- (see note) Rye\n- ( ) Oats", "brief-code-signs", 2, "- ( ) (see note) Rye"),
        ("- [x] Rye\n- [ ] Oats", "brief-option-ticked", 2, "- [ ] Rye"),
        ("- ( ) Oats\n- (X) Rye", "brief-option-ticked", 3, "- ( ) Rye"),
        ("- ( ) Rye\n- [ ] Oats\n- ( ) Corn", "brief-option-mixed", 3, "- ( ) Oats"),
        ("- [ ] Rye\n- Oats\n- [ ] Corn", "brief-option-mixed", 3, "- [ ] Oats"),
        ("- ( ) Rye\n    - ( ) dark\n- ( ) Oats", "brief-option-nested", 3, "- ( ) dark"),
        ("- ( ) Rye\n- ( )", "brief-option-empty", 3, "- ( ) Yes"),
        ("- ( ) Rye\n- (oats)", "brief-option-empty", 3, "- ( ) Oats"),
        ("- ( ) Rye", "brief-option-single", 2, "- [ ] Rye"),
        ("- ( ) !?\n- ( ) Rye", "brief-code-none", 2, "- (code) !?"),
        ("- ( ) Rye\n- ( ) rye!", "brief-code-twice", 3, "- (rye_2) rye!"),
        ("- ( ) Rye\n- ( ) Other: ____ (nmber)", "brief-blank-words", 3, None),
        ("- Rye\n  - ( ) dark\n- Oats", "brief-option-nested", 3, "- ( ) dark"),
        ("- ( ) Rye\n- ( ) Other: ____ (number)", "brief-own-words", 3, "- ( ) Other: ____"),
        ("- ( ) Rye\n- ( ) Other: ____ please", "brief-own-inside", 3, "- ( ) Other please: ____"),
    ],
)
def test_faults_of_a_list_name_their_line_and_the_line_to_write(author, answers, reason, line, fix):
    finding = author.fails(f"### Which?\n{answers}\n", reason)
    assert author.line(finding) == line
    assert fix in (None, finding.fix)


@pytest.mark.parametrize(
    ("heading", "answer", "reason"),
    [
        ("### Which? {choose=2}", "- ( ) Rye\n- ( ) Oats", "brief-choose-shape"),
        ("### Which? {choose=3}", "- [ ] Rye\n- [ ] Oats", "brief-choose-count"),
        ("### Which? {choose=2}", "- [ ] Rye\n- [none!] None", "brief-choose-count"),
        ("### Which? {choose=2-1}", "- [ ] Rye\n- [ ] Oats", "brief-choose-count"),
        ("### Which? {choose=two}", "- [ ] Rye\n- [ ] Oats", "brief-choose-count"),
        ("### Which? {.dropdown}", "- [ ] Rye\n- [ ] Oats", "brief-dropdown-shape"),
    ],
)
def test_braces_that_do_not_fit_the_answer_are_errors(author, heading, answer, reason):
    assert author.fails(f"{heading}\n{answer}\n", reason).fix == "### Which?"
