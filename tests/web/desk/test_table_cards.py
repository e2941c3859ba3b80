"""Table cards: eight on a sheet, each the way to the challenge."""

from collector.entries import Role
from tests.standing.test_injection import evil
from tests.web.desk.staff import let_in

PATH = "/desk/challenges/bread/cards"


def test_a_sheet_holds_eight_alike_with_title_address_and_code(owner):
    page = owner.gets(PATH)
    cards = page.parsed.css(".card")
    assert len(cards) == 8
    assert len({each.html for each in cards}) == 1
    assert "What should we bake next?" in cards[0].text()
    assert "ideas.bakery.example/challenges/bread" in cards[0].text()
    told = cards[0].css_first("svg title").text()
    assert "https://ideas.bakery.example/challenges/bread/?from=card" in told


def test_the_code_may_say_where_the_cards_lie_and_nothing_odd(owner):
    assert "from=till" in owner.gets(f"{PATH}?from=till").html
    odd = owner.gets(f"{PATH}?from=<x-evil>&language=<x-evil>")
    assert "from=card" in odd.html
    assert evil(odd.html) == []


def test_viewers_of_the_challenge_print_them(app, owner):
    assert let_in(app, "cem", Role.VIEWER, "bread").gets(PATH).status == 200
    assert let_in(app, "eve", Role.VIEWER, "club").gets(PATH).status == 404
