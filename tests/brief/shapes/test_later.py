import pytest

MATRICES = (
    "|   | Bad | Good |\n|---|---|---|\n| Staff | ( ) | ( ) |",
    "|   | Bad | Good |\n|---|---|---|\n| Staff | [ ] | [ ] |",
    "|   | Name |\n|---|---|\n| Staff | ____ (text) |",
)


@pytest.mark.parametrize("matrix", MATRICES)
def test_a_table_to_fill_in_is_not_carried_out_yet(author, matrix):
    finding = author.fails(f"### How?\n{matrix}\n", "brief-not-yet")
    assert "does not carry out" in finding.message


def test_a_table_without_marks_is_help(author):
    question = author.asks("| Bread | Price |\n|---|---|\n| Rye | 4 € |\n\n____")
    assert question.help.startswith("| Bread | Price |")


@pytest.mark.parametrize(
    "word", [".shuffle", ".pairwise", ".maxdiff", "from=ideas", "rounds=10", "show=4", "weight=3"]
)
def test_words_of_later_versions_are_errors_and_never_ignored(author, word):
    finding = author.fails(f"### Which? {{{word}}}\n- ( ) A\n- ( ) B\n", "brief-class-later")
    assert finding.fix == "### Which?"
