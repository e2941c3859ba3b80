from collector.draw import Asked, needs, shares
from tests.draw.test_bars import told, tree

ASKED = Asked("shares", "Who bought something warm")


def drawn(before, after):
    return told(tree(shares(before, after, ASKED)))


def test_a_change_is_told_in_points_with_its_interval():
    """Newcombe 1998, table II: 56 of 70 less 48 of 80 is 20 points, 5.24 to 33.39."""
    text = drawn((48, 80), (56, 70))
    assert "changed by +20 percentage points (95 % interval: +5.2 to +33.4)" in text
    assert "would be rare by chance alone (p = 0.008)" in text
    assert "150 were counted." in text


def test_a_share_that_fell_has_a_minus_and_chance_is_said_to_be_chance():
    text = drawn((5, 50), (4, 50))
    assert "changed by −2 percentage points" in text
    assert "can come by chance alone (p = 0.727)" in text


def test_no_p_is_told_as_nothing():
    assert "(p < 0.001)" in drawn((1, 500), (80, 500))


def test_what_it_takes_is_said_beforehand():
    assert "from 5 % to 10 %" in needs(0.05, 0.1, 435)
    assert "435 people" in needs(0.05, 0.1, 435)
