"""A participant map on the site: two columns, and beside each group what its people did."""

from dataclasses import replace

from collector import pages
from collector.garden import Garden
from tests.models.test_participants import MAP
from tests.pages.gardens import NOW, data, publish
from tests.pages.test_models import links, parsed, write


def built(garden: Garden, text: str = MAP) -> Garden:
    write(garden, "people.md", text)
    pages.build(garden, now=NOW)
    return garden


def engaged(garden: Garden, **groups: dict[str, int]) -> list[str]:
    """What stands in each group's card, after this was published."""
    publish(garden, replace(data(), engagement=groups))
    pages.fill(garden, "bread")
    cards = parsed(garden, "people").css(".ig-participants .ig-block")
    return [" ".join(card.text().split()) for card in cards]


def test_groups_stand_inside_and_outside_each_with_what_is_said_of_it(garden: Garden) -> None:
    page = parsed(built(garden), "people")
    sides = page.css(".ig-participants > section")
    assert [each.css_first("h2").text() for each in sides] == ["Inside", "Outside"]
    assert [len(each.css(".ig-block")) for each in sides] == [1, 2]
    staff = sides[0].css_first(".ig-block")
    assert staff.css_first("h3").text() == "People who work here"
    assert "Role: They bake and sell" in " ".join(staff.text().split())
    assert staff.css_first("em").text() == "easier"
    assert links(garden, "participants", ".ig-rows a") == ["Who takes part"]


def test_what_people_did_stands_beside_their_group_and_few_are_not_told(garden: Garden) -> None:
    staff, mill, neighbours = engaged(
        built(garden), staff={"ideas": 10, "votes": 15}, suppliers={}, other={"ideas": 5}
    )
    assert staff.endswith("So far Ideas sent in: 10 or more People who voted: 15 or more")
    assert mill.endswith("So far Not told: fewer than 5.")
    assert "So far" not in neighbours


def test_a_group_that_the_challenge_does_not_invite_says_nothing(garden: Garden) -> None:
    assert not any("So far" in each for each in engaged(built(garden)))


def test_a_map_of_other_challenges_tells_nothing_of_this_one(garden: Garden) -> None:
    slug = next(each for each in pages.live(built(garden)).briefs if each != "bread")
    text = MAP.replace("kind: participants", f"kind: participants\nchallenges: {slug}")
    told = engaged(built(garden, text), staff={"ideas": 10})
    assert not any("So far" in each for each in told)
