import pytest

from collector.brief import Shape


@pytest.mark.parametrize("stars", ["☆☆☆☆☆", "★★★★★", "⭐⭐⭐⭐⭐", "⭐️⭐️⭐️⭐️⭐️", "☆ ☆ ☆ ☆ ☆"])
def test_stars_are_as_many_as_stand_there(author, stars):
    question = author.asks(stars)
    assert (question.shape, question.low, question.high) == (Shape.STARS, 1, 5)


@pytest.mark.parametrize("stars", ["☆☆", "☆" * 11])
def test_there_are_three_to_ten_stars(author, stars):
    assert author.fails(f"### How?\n{stars}\n", "brief-stars-count").fix == "☆☆☆☆☆"
