from xml.etree.ElementTree import Element

from collector.analysis import Connection, Method, Shown, TooFew, connection, connections, suppress
from collector.draw import Asked, groups
from tests.analysis.test_suppression import BAKERY
from tests.draw.test_bars import told, tree

NAMES = ["Staff", "Guests", "Others"]
BREADS = ["Oat", "Rye", "Nut"]
ASKED = Asked("bread", "Which bread, by group?")


def drawn(table, found=None) -> Element:
    shown = suppress(table)
    names, answers = NAMES[: len(table)], BREADS[: len(table[0])]
    return tree(groups(shown, names, answers, found or connection(table), ASKED))


def lines(chart: Element) -> list[list[str]]:
    return [[told(cell) for cell in line] for line in chart.iter("tr")]


def test_a_row_is_a_group_with_counts_and_shares_of_it():
    assert lines(drawn([[15, 5], [9, 11]])) == [
        ["Group", "Answers", "Oat", "Rye"],
        ["Staff", "20", "15 · 75 %", "5 · 25 %"],
        ["Guests", "20", "9 · 45 %", "11 · 55 %"],
        ["All", "40", "24 · 60 %", "16 · 40 %"],
    ]


def test_what_is_hidden_says_so_and_why():
    chart = drawn(BAKERY)
    assert lines(chart)[1] == ["Staff", "36", "hidden", "14 · 39 %", "hidden"]
    assert "Counts under 5 are hidden" in told(chart)
    assert "hidden" not in told(drawn([[15, 5], [8, 12]]))


def test_a_hidden_group_tells_no_share_of_what_is_left():
    shown = Shown(((9, None), (20, 20)), (None, 40), (29, None), None)
    found = connection([[9, 3], [20, 20]])
    chart = tree(groups(shown, NAMES[:2], BREADS[:2], found, ASKED))
    assert lines(chart)[1] == ["Staff", "hidden", "9", "hidden"]
    assert lines(chart)[2] == ["Guests", "40", "20 · 50 %", "20 · 50 %"]


def test_groups_that_differ_are_told_apart_from_chance():
    text = told(drawn([[30, 5], [8, 27]]))
    assert "The groups answered differently." in text
    assert "in fewer than 1 % of all surveys" in text
    assert "Chi-square test, p below 0.001; Cramér's V 0.63." in text


def test_where_counts_are_hidden_no_number_of_the_test_tells_of_them():
    text = told(drawn(BAKERY))
    assert "more than chance would explain" in text
    assert "Cramér" not in text
    alike = told(drawn([[4, 14, 20], [5, 9, 10], [8, 13, 12]]))
    assert "no more differently than chance" in alike
    assert "p 0" not in alike


def test_differences_that_chance_brings_are_told_as_such():
    text = told(drawn([[12, 14, 20], [11, 9, 10], [8, 13, 12]]))
    assert "no greater than chance often brings" in text


def test_of_many_tables_the_corrected_chance_decides():
    table = [[15, 5], [8, 12]]
    found = connections({each: table if each == 0 else [[10, 10], [10, 10]] for each in range(5)})
    text = told(drawn(table, found[0]))
    assert "no greater than chance" in text
    assert "after Holm's correction" in text


def test_the_test_that_was_used_is_named():
    fisher = Connection(40, Method.FISHER, 0.02, 0.02, 0.4)
    assert "Fisher's exact test, p 0.02; " in told(drawn([[15, 5], [8, 12]], fisher))
    sample = Connection(40, Method.FISHER_DRAWN, 0.02, 0.02, 0.4)
    assert "by a sample of tables" in told(drawn([[15, 5], [8, 12]], sample))


def test_too_few_are_refused_politely():
    assert "there are 16, and it takes 20." in told(drawn([[4, 4], [4, 4]]))
    assert "it takes two groups of at least 5 answers" in told(drawn([[14, 14], [1, 2]]))
    assert isinstance(connection([[4, 4], [4, 4]]), TooFew)


def test_every_text_is_escaped():
    html = groups(suppress([[9, 9], [9, 9]]), ["<b>", "&"], ["<i>", '"'], TooFew(1, 20), ASKED)
    assert "<b>" not in html
    assert lines(tree(html))[0][2:] == ["<i>", '"']
