"""What visitors find where an idea was merged into another one."""

import pytest

from collector.acts import desk, merge, receipt
from collector.acts.merge import Merging
from collector.acts.progress import progress
from collector.entries import Idea, Progress
from collector.moderation import Move
from collector.store import Store, reads
from tests.web.gardens import NOW
from tests.web.public.talk import Talk
from tests.web.visitor import Visitor, fills

SENT = {"text": "Please.", "role": "customer"}


@pytest.fixture
def three(visitor: Visitor, store: Store) -> dict[str, tuple[str, Idea]]:
    """Three approved ideas: by title their receipt's code and what is kept."""
    found = {}
    for title in ("Rye bread", "Dark loaf", "Whole grain"):
        code = visitor.sends({"title": title, **SENT})
        entry = receipt.look(store, code).entry
        assert isinstance(entry, Idea)
        desk.decide(store, Move.APPROVE, [entry.ref], "ada", NOW)
        found[title] = (code, entry)
    return found


def opened(visitor: Visitor, code: str) -> str:
    return visitor.posts("/collect/-/receipt", {"code": code}).html


def test_the_receipt_says_where_it_went_however_many_steps_away(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    (code, rye), (_, loaf), (_, grain) = three.values()
    merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW, text="The same flour."))
    merge.merge(store, loaf.ref, grain.ref, Merging("ada", NOW))
    told = opened(visitor, code)
    assert f'href="/challenges/bread/ideas/{grain.ref}/"' in told
    assert "The same flour." in told


def test_until_then_the_receipt_leads_to_its_own_page_while_that_is_shown(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    code, rye = three["Rye bread"]
    own = f'href="/challenges/bread/ideas/{rye.ref}/">See it on its page'
    assert own in opened(visitor, code)
    desk.decide(store, Move.REJECT, [rye.ref], "ada", NOW)
    assert own not in opened(visitor, code)


def test_it_tells_how_far_the_idea_has_come_be_it_at_another(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    (code, rye), (_, loaf), _ = three.values()
    progress(store, Progress.PLANNED, [rye.ref], "ada", NOW)
    assert "Planned since 20 November 2026" in opened(visitor, code)
    merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW))
    assert "Planned since" not in opened(visitor, code)
    progress(store, Progress.DONE, [loaf.ref], "ada", NOW)
    assert "Done since 20 November 2026" in opened(visitor, code)


def test_what_is_declined_without_being_shown_is_told_to_its_author(
    visitor: Visitor, store: Store
) -> None:
    code = visitor.sends({"title": "Rye bread", **SENT})
    progress(store, Progress.DECLINED, [receipt.look(store, code).entry.ref], "ada", NOW)
    told = opened(visitor, code)
    assert "Declined since 20 November 2026" in told
    assert "See it on its page" not in told


def test_it_says_nothing_of_that_once_it_stands_by_itself(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    (code, rye), (_, loaf), _ = three.values()
    merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW))
    desk.decide(store, Move.REJECT, [loaf.ref], "ada", NOW)
    assert loaf.ref not in opened(visitor, code)
    fills(visitor)
    assert "Dark loaf" not in visitor.gets(f"/challenges/bread/ideas/{rye.ref}/").html


def test_its_page_leads_on_and_is_its_own_again_when_it_is_unmerged(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    (_, rye), (_, loaf), _ = three.values()
    merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW, text="The same flour."))
    fills(visitor)
    page = visitor.gets(f"/challenges/bread/ideas/{rye.ref}/")
    assert "was merged into another one" in page.text
    assert "The same flour." in page.text
    assert page.parsed.css_first(f"a[href='../{loaf.ref}/']") is not None
    assert "Rye bread" in visitor.gets(f"/challenges/bread/ideas/{loaf.ref}/").text
    assert "Rye bread" not in visitor.gets("/challenges/bread/ideas/").text
    merge.unmerge(store, rye.ref, "ada", NOW)
    fills(visitor)
    assert "Please." in visitor.gets(f"/challenges/bread/ideas/{rye.ref}/").text
    assert "Rye bread" not in visitor.gets(f"/challenges/bread/ideas/{loaf.ref}/").text


def test_what_was_said_to_it_stands_at_the_other_and_can_be_answered_there(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    (_, rye), (_, loaf), _ = three.values()
    said = Talk(visitor, store, rye).says("Dark, please")
    merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW))
    fills(visitor)
    page = visitor.gets(f"/challenges/bread/ideas/{loaf.ref}/")
    assert "Written to “Rye bread”" in page.text
    assert "Dark, please" in page.text
    Talk(visitor, store, loaf).says("So do I", said.ref)
    merge.unmerge(store, rye.ref, "ada", NOW)
    fills(visitor)
    assert "Dark, please" not in visitor.gets(f"/challenges/bread/ideas/{loaf.ref}/").text
    for words in ("Dark, please", "So do I"):
        assert words in visitor.gets(f"/challenges/bread/ideas/{rye.ref}/").text


def test_withdrawn_while_it_was_merged_it_is_told_nowhere(
    visitor: Visitor, store: Store, three: dict[str, tuple[str, Idea]]
) -> None:
    (code, rye), (_, loaf), _ = three.values()
    merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW))
    receipt.withdraw(store, code, NOW)
    fills(visitor)
    assert visitor.gets(f"/challenges/bread/ideas/{rye.ref}/").status == 404
    assert "Rye bread" not in visitor.gets(f"/challenges/bread/ideas/{loaf.ref}/").text
    found = reads.idea(store, rye.ref)
    assert found
    assert found.merged == loaf.ref
