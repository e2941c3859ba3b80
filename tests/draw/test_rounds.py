from collector.analysis import duels, runoff
from collector.draw import Asked, rounds
from tests.analysis.test_runoff import BURLINGTON
from tests.draw.test_bars import told, tree

NAMES = {"M": "Montroll", "K": "Kiss", "W": "Wright"}
ASKED = Asked("mayor", "Who shall be mayor?")


def drawn(ballots, options="MKW"):
    return tree(rounds(runoff(ballots, options), duels(ballots, options), NAMES, ASKED))


def labels(chart):
    return [told(each) for each in chart.iter("text") if each.get("class") == "ig-bar__label"]


def test_burlington_2009_the_winner_stands_first_and_the_first_out_last():
    assert labels(drawn(BURLINGTON)) == ["Kiss: wins", "Wright", "Montroll: out in round 1"]


def test_burlington_2009_the_rounds_are_told_step_by_step_and_who_would_have_beaten_the_winner():
    text = told(drawn(BURLINGTON))
    assert "Round 1: Montroll had the fewest votes and went." in text
    assert "Round 2: Kiss had 4314 of 8378 votes, more than half." in text
    assert "Against each other option alone, Montroll would win." in text


def test_burlington_2009_the_table_has_every_round():
    (details,) = drawn(BURLINGTON).iter("details")
    table = [[told(cell) for cell in line] for line in details.iter("tr")]
    assert table == [
        ["Option", "Round 1", "Round 2"],
        ["Kiss", "2982", "4314"],
        ["Wright", "3297", "4064"],
        ["Montroll", "2554", "–"],
        ["Name nobody left", "0", "455"],
    ]


def test_ties_are_told_with_what_decided_them():
    assert "by lot, " in told(drawn({("M",): 3, ("K",): 3}))
    text = told(drawn({("W",): 4, ("M",): 3, ("K",): 2, ("N", "K"): 1}, "MKWN"))
    assert "Round 2: several had the fewest votes; Kiss had had fewer before and went." in text


def test_whom_nobody_put_first_goes_without_a_count():
    assert "Round 1: nobody put Wright first." in told(
        drawn({("M",): 3, ("K",): 2, ("N",): 2}, "MKWN")
    )


def test_a_circle_and_a_winner_of_both_are_told():
    circle = {("M", "K", "W"): 3, ("K", "W", "M"): 3, ("W", "M", "K"): 3}
    assert "none would win every time" in told(drawn(circle))
    assert "Montroll would also win" in told(drawn({("M", "K"): 5, ("K", "M"): 2, ("W",): 1}))
