import pytest

from collector.acts.tags import tag
from collector.entries import Idea, Progress, State
from collector.store import Store, reads
from tests.standing.corpus import CORPUS
from tests.web.desk.conftest import Keep
from tests.web.desk.staff import Person
from tests.web.gardens import NOW
from tests.web.visitor import Visitor, fills


@pytest.fixture
def shown(keep: Keep) -> Idea:
    return keep("Rye", state=State.APPROVED)


def kept(store: Store, idea: Idea) -> Idea:
    found = reads.idea(store, idea.ref)
    assert found
    return found


def page_of(person: Person, idea: Idea):
    return person.gets(f"/desk/entries/{idea.ref}")


def test_an_idea_is_brought_on_and_answered_in_one_step(
    moderator: Person, store: Store, shown: Idea
) -> None:
    page = moderator.presses(
        page_of(moderator, shown), "Keep what becomes of it", step="planned", text="From May on."
    )
    assert kept(store, shown).progress is Progress.PLANNED
    assert [each.text for each in reads.replies(store, "bread", about=shown.ref)] == [
        "From May on."
    ]
    assert "Brought on: “Rye”" in page.text
    moderator.presses(page, "Undo")
    assert kept(store, shown).progress is Progress.OPEN


def test_who_declines_without_a_word_is_asked_for_one_once(
    owner: Person, store: Store, shown: Idea
) -> None:
    press = "Keep what becomes of it"
    page = owner.presses(page_of(owner, shown), press, step="declined")
    assert page.status == 422
    assert "Say in a sentence why" in page.text
    assert kept(store, shown).progress is Progress.OPEN
    owner.presses(page, press, step="declined", unworded="yes")
    assert kept(store, shown).progress is Progress.DECLINED


def test_what_was_typed_is_not_lost_where_it_is_too_long(
    owner: Person, store: Store, shown: Idea
) -> None:
    text = "bread " * 700
    page = owner.presses(
        page_of(owner, shown), "Keep what becomes of it", step="planned", text=text
    )
    assert page.status == 422
    assert page.parsed.css_first("textarea#said").text() == text


def test_all_that_are_ticked_are_brought_on_together(
    owner: Person, store: Store, keep: Keep, shown: Idea
) -> None:
    other = keep("Spelt", state=State.APPROVED)
    page = owner.gets("/desk/challenges/bread/approved/")
    assert "Say what becomes of all that are ticked" in page.text
    fields = {"ref": [shown.ref, other.ref], "step": "under review", "back": ""}
    owner.does("/desk/progress", fields)
    assert {kept(store, each).progress for each in (shown, other)} == {Progress.UNDER_REVIEW}
    refused = owner.does("/desk/progress", {**fields, "step": "declined"})
    assert refused.status == 400
    assert "Say in a sentence" in refused.text


@pytest.mark.parametrize("step", ["", "finished", "\0"])
def test_a_step_that_is_none_is_refused(owner: Person, shown: Idea, step: str) -> None:
    answer = owner.does(f"/desk/entries/{shown.ref}/progress", {"step": step})
    assert answer.status == 400


def test_tags_are_ticked_and_written(
    owner: Person, visitor: Visitor, store: Store, keep: Keep, shown: Idea
) -> None:
    other = keep("Spelt", state=State.APPROVED)
    tag(store, other.ref, ["Gluten free", "Kids"], "ada", NOW)
    fills(visitor)
    page = page_of(owner, shown)
    assert [each.attributes["value"] for each in page.parsed.css("[name=tag]")] == [
        "Gluten free",
        "Kids",
    ]
    owner.presses(page, "Keep the tags", tag="Kids", new="GLUTEN FREE, summer")
    assert kept(store, shown).tags == ("Kids", "Gluten free", "summer")
    page = owner.presses(page_of(owner, shown), "Keep the tags", tag=["Kids"])
    assert kept(store, shown).tags == ("Kids",)


def test_too_many_tags_come_back_as_they_were_written(
    owner: Person, store: Store, shown: Idea
) -> None:
    new = ",".join(f"tag {number}" for number in range(11))
    page = owner.presses(page_of(owner, shown), "Keep the tags", new=new)
    assert page.status == 422
    assert "at most 10 tags" in page.text
    assert page.parsed.css_first("#new").attributes["value"] == new
    assert kept(store, shown).tags == ()


@pytest.mark.parametrize("evil", CORPUS)
def test_a_tag_stays_a_text_wherever_it_is_read(
    owner: Person, visitor: Visitor, store: Store, shown: Idea, evil: str
) -> None:
    written = " ".join(evil.split()).replace(",", "")[:40]
    owner.presses(page_of(owner, shown), "Keep the tags", new=written)
    fills(visitor)
    for page in (
        page_of(owner, shown),
        visitor.gets(f"/challenges/bread/ideas/{shown.ref}/"),
        visitor.gets("/challenges/bread/ideas/"),
    ):
        assert page.parsed.css_first("x-evil") is None
