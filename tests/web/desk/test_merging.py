import pytest

from collector.acts import desk, merge
from collector.acts.merge import Merging
from collector.entries import Idea, Role, State
from collector.moderation import Move
from collector.store import Store, reads
from tests.standing.corpus import CORPUS
from tests.web.desk.conftest import Keep
from tests.web.desk.staff import Person, buttons, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Visitor, fills


@pytest.fixture
def pair(keep: Keep) -> tuple[Idea, Idea]:
    """Two that ask for the same: the first waits, the second is shown."""
    return keep("Gluten-free rolls"), keep("Rolls without gluten", state=State.APPROVED)


def merged(store: Store, ref: str) -> str:
    found = reads.idea(store, ref)
    assert found
    return found.merged


def sides(person: Person, one: Idea, other: Idea):
    return person.gets(f"/desk/entries/{one.ref}/merge?into={other.ref}")


def test_an_idea_s_page_names_those_like_it_also_what_waits(
    owner: Person, visitor: Visitor, keep: Keep, pair: tuple[Idea, Idea]
) -> None:
    waits = keep("Rolls: gluten free, please")
    keep("A bench outside", state=State.APPROVED)
    fills(visitor)
    page = owner.gets(f"/desk/entries/{pair[1].ref}")
    alike = [each.text().strip() for each in page.parsed.css(".ig-desk-alike li > a:first-child")]
    assert sorted(alike) == ["Gluten-free rolls", "Rolls: gluten free, please"]
    assert f"/desk/entries/{pair[1].ref}/merge?into={waits.ref}" in page.html


def test_both_stand_beside_each_other_with_what_happens(
    moderator: Person, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    page = sides(moderator, one, other)
    assert [each.text().strip() for each in page.parsed.css(".ig-desk-pair h2")] == [
        "Gluten-free rolls",
        "Rolls without gluten",
    ]
    assert "The other way round" in page.text
    assert f"/desk/entries/{other.ref}/merge?into={one.ref}" in page.html


def test_merged_by_a_button_it_says_so_and_offers_to_undo(
    moderator: Person, store: Store, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    press = "Merge “Gluten-free rolls” into “Rolls without gluten”"
    page = moderator.presses(sides(moderator, one, other), press, text="The same.", approve="yes")
    assert merged(store, one.ref) == other.ref
    kept = reads.idea(store, one.ref)
    assert kept
    assert kept.state is State.APPROVED
    assert [each.text for each in reads.replies(store, "bread", about=one.ref)] == ["The same."]
    assert "Merged: “Gluten-free rolls”" in page.text
    assert "ben merged it into another idea" in page.text
    page = moderator.presses(page, "Undo")
    assert merged(store, one.ref) == ""


def test_unmerged_by_a_button_it_stands_by_itself(
    moderator: Person, store: Store, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    merge.merge(store, one.ref, other.ref, Merging("ada", NOW))
    assert "Gluten-free rolls" in moderator.gets(f"/desk/entries/{other.ref}").text
    page = moderator.presses(moderator.gets(f"/desk/entries/{one.ref}"), "Unmerge")
    assert merged(store, one.ref) == ""
    assert "Stands by itself again" in page.text
    assert "Undo" not in buttons(page)


def test_of_two_moderators_at_once_the_second_reads_that_nothing_was_done(
    moderator: Person, owner: Person, store: Store, keep: Keep, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    third = keep("Bread rolls, gluten free")
    mine, theirs = sides(moderator, one, other), sides(owner, one, third)
    owner.presses(theirs, "Merge “Gluten-free rolls” into “Bread rolls, gluten free”")
    page = moderator.presses(mine, "Merge “Gluten-free rolls” into “Rolls without gluten”")
    assert page.status == 409
    assert "changed meanwhile" in page.text
    assert merged(store, one.ref) == third.ref


def test_a_target_that_is_merged_itself_names_where_to_go(
    owner: Person, store: Store, keep: Keep, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    last = keep("Rolls for all", state=State.APPROVED)
    merge.merge(store, other.ref, last.ref, Merging("ada", NOW))
    page = owner.does(f"/desk/entries/{one.ref}/merge", {"into": other.ref})
    assert page.status == 409
    assert f"Merge into {last.ref} instead" in page.text
    assert f"Merged into {other.ref}" not in page.text


def test_a_sentence_that_is_too_long_is_not_lost(
    owner: Person, store: Store, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    text = "gluten " * 700
    press = "Merge “Gluten-free rolls” into “Rolls without gluten”"
    page = owner.presses(sides(owner, one, other), press, text=text)
    assert page.status == 422
    assert page.parsed.css_first("textarea").text() == text
    assert merged(store, one.ref) == ""


@pytest.mark.parametrize("wanted", ["gluten", "", "nothing like it", "x" * 3000, "%00", "../.."])
def test_who_does_not_know_which_one_chooses_by_words(
    owner: Person, visitor: Visitor, pair: tuple[Idea, Idea], wanted: str
) -> None:
    fills(visitor)
    page = owner.gets(f"/desk/entries/{pair[0].ref}/merge?into={wanted}")
    assert page.status == 200
    assert "Merge into which idea?" in page.text


def test_the_address_of_its_page_names_it_too(owner: Person, pair: tuple[Idea, Idea]) -> None:
    one, other = pair
    address = f"https://x.example/challenges/bread/ideas/{other.ref}/"
    page = owner.gets(f"/desk/entries/{one.ref}/merge?into={address}")
    assert "Merge two ideas?" in page.text


def test_ideas_of_another_challenge_are_not_there(
    owner: Person, keep: Keep, pair: tuple[Idea, Idea]
) -> None:
    soup = keep("Gluten-free soup", challenge="soup")
    page = owner.gets(f"/desk/entries/{pair[0].ref}/merge?into={soup.ref}")
    assert "Gluten-free soup" not in page.text
    assert owner.does(f"/desk/entries/{pair[0].ref}/merge", {"into": soup.ref}).status == 404


def test_what_was_rejected_is_offered_no_merging(
    owner: Person, store: Store, pair: tuple[Idea, Idea]
) -> None:
    desk.decide(store, Move.REJECT, [pair[0].ref], "ada", NOW)
    assert "Similar ideas" not in owner.gets(f"/desk/entries/{pair[0].ref}").text


def test_a_merged_idea_says_where_it_stands_if_the_other_is_not_shown(
    owner: Person, store: Store, pair: tuple[Idea, Idea]
) -> None:
    one, other = pair
    merge.merge(store, one.ref, other.ref, Merging("ada", NOW))
    desk.decide(store, Move.REJECT, [other.ref], "ada", NOW)
    page = owner.gets(f"/desk/entries/{one.ref}")
    assert "stands by itself meanwhile" in page.text


@pytest.mark.parametrize("evil", CORPUS)
def test_whatever_a_visitor_wrote_stays_a_text(
    owner: Person, visitor: Visitor, keep: Keep, evil: str
) -> None:
    one, other = keep(f"Rolls {evil}"), keep(f"More rolls {evil}", state=State.APPROVED)
    fills(visitor)
    for page in (
        owner.gets(f"/desk/entries/{one.ref}"),
        sides(owner, one, other),
        owner.gets(f"/desk/entries/{one.ref}/merge?into=rolls"),
    ):
        assert page.status == 200
        assert page.parsed.css_first("x-evil") is None


def test_a_viewer_sees_no_button_that_is_not_theirs(owner: Person, pair: tuple[Idea, Idea]) -> None:
    viewer = let_in(owner.app, "vera", Role.VIEWER)
    page = viewer.gets(f"/desk/entries/{pair[0].ref}")
    assert page.status == 200
    assert not {"Keep the tags", "Unmerge"} & set(buttons(page))
