"""Saved and gone on with, or sent and changed: an entry in its place, by its receipt."""

import pytest

from collector.acts import desk
from collector.entries import Response, State
from collector.moderation import Move
from collector.store import Store, reads
from tests.web.visitor import Page, Visitor, fills

STAY = "/collect/stay/stay"
SID = "5" * 32
IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}
BRIEF = """\
---
closes: never
---

# Your stay

How was it?

## Your stay {.survey #stay results=always}

### How was it? * {#how}
(1) Bad … (5) Good

### Your e-mail {#mail}
____ (e-mail)

---

### What else? * {#else}
____ (3–80 characters)
"""


@pytest.fixture
def guest(visitor: Visitor) -> Visitor:
    folder = visitor.app.extensions["garden"].garden.challenges
    (folder / "stay.md").write_text(BRIEF, "utf-8")
    visitor.builds()
    return visitor


def saves(guest: Visitor, answers: dict[str, str], **own: str) -> Page:
    """The thanks page of an unfinished form."""
    asked = guest.asks({**answers, **own, "_save": "yes"}, "stay", "stay")
    assert "Save this for later?" in asked.text
    guest.clock.turn(seconds=3)
    return guest.thanks(guest.posts(STAY, asked.fields("Yes, save it")))


def changes(visitor: Visitor, code: str, path: str, answers: dict[str, str]) -> Page:
    """The receipt's holder goes on; the answer to the second step."""
    page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
    assert page.status == 200, page.html
    fields = [each for each in page.fields("Send") if each[0] not in answers]
    return visitor.confirms(visitor.posts(path, [*fields, *answers.items()]), path)


def stays(store: Store) -> list[Response]:
    return list(reads.responses(store, "stay"))


class TestSaving:
    def test_what_reads_is_saved_and_counts_nowhere(self, guest: Visitor, store: Store) -> None:
        page = saves(guest, {"how": "4", "else": "ab", "mail": "nobody"})
        assert "not sent yet" in page.text
        (kept,) = stays(store)
        assert (kept.state, kept.complete) == (State.UNFINISHED, False)
        assert kept.answers == {"how": 4}
        fills(guest, "stay")
        data = guest.gets("/collect/-/published/stay.json", buffered=True).response.json
        assert data["counts"]["responses"] == {"stay": 0}
        assert len(store.table("claims")) == 0

    def test_the_button_stands_below_long_surveys_only(self, guest: Visitor) -> None:
        assert guest.gets(STAY).parsed.css_first("button[name=_save][formnovalidate]") is not None
        for form in ("hours", "visit", "idea"):
            page = guest.gets(f"/collect/bread/{form}")
            assert page.parsed.css_first("button[name=_save]") is None
        asked = guest.asks({"_save": "yes"}, form="visit")
        assert asked.status == 422

    def test_results_wait_until_it_is_sent(self, guest: Visitor) -> None:
        fills(guest, "stay")
        code = guest.sends({"how": "4", "else": "Cake"}, "stay", "stay")
        assert "What everybody says" in guest.posts("/collect/-/receipt", {"code": code}).text
        page = saves(guest, {"how": "4"})
        assert "What everybody says" not in page.text
        page = guest.posts("/collect/-/receipt", {"code": page.receipt()})
        assert "What everybody says" not in page.text

    def test_nothing_at_all_is_not_saved(self, guest: Visitor, store: Store) -> None:
        assert guest.asks({"else": "ab", "_save": "yes"}, "stay", "stay").status == 422
        assert stays(store) == []

    def test_it_is_gone_on_with_and_becomes_an_answer_as_any_other(
        self, guest: Visitor, store: Store
    ) -> None:
        code = saves(guest, {"how": "4", "mail": "ann@home.example"}).receipt()
        (before,) = stays(store)
        sent = changes(guest, code, STAY, {"else": "The bread"})
        assert guest.thanks(sent).receipt() == code
        (kept,) = stays(store)
        assert kept.ref == before.ref
        assert (kept.state, kept.complete, kept.flags) == (State.APPROVED, True, ())
        assert kept.answers == {"how": 4, "mail": "ann@home.example", "else": "The bread"}
        assert len(store.table("receipts")) == 1
        assert reads.revisions(store, kept.ref) == []

    def test_it_may_be_saved_again_on_the_way(self, guest: Visitor, store: Store) -> None:
        code = saves(guest, {"how": "4"}).receipt()
        again = saves(guest, {"how": "3", "else": "Cake"}, _receipt=code)
        assert again.receipt() == code
        assert [each.answers for each in stays(store)] == [{"how": 3, "else": "Cake"}]

    def test_the_same_post_again_changes_nothing(self, guest: Visitor, store: Store) -> None:
        code = saves(guest, {"how": "4"}).receipt()
        form = guest.posts("/collect/-/receipt", {"code": code, "do": "change"})
        fields = [each for each in form.fields("Send") if each[0] != "else"]
        asked = guest.posts(STAY, [*fields, ("else", "The bread")])
        codes = [guest.thanks(guest.confirms(asked, STAY)).receipt() for _ in range(3)]
        assert codes == [code] * 3
        (kept,) = stays(store)
        assert kept.revision == 2

    def test_who_has_answered_meanwhile_is_told_so(self, guest: Visitor, store: Store) -> None:
        code = saves(guest, {"how": "4"}).receipt()
        guest.sends({"how": "2", "else": "Cake"}, "stay", "stay")
        assert changes(guest, code, STAY, {"else": "The bread"}).status == 409
        assert [each.state for each in stays(store)] == [State.UNFINISHED, State.APPROVED]

    def test_what_corrects_what_was_saved_is_claimed(self, guest: Visitor, store: Store) -> None:
        saves(guest, {"how": "4"}, _sid=SID)
        asked = guest.asks({"how": "4", "else": "Cake", "_sid": SID}, "stay", "stay")
        choice = guest.confirms(asked, STAY)
        guest.clock.turn(seconds=3)
        assert guest.posts(STAY, choice.fields("It corrects")).status == 303
        assert [each.state for each in stays(store)] == [State.WITHDRAWN, State.APPROVED]
        assert len(store.table("claims")) == 1

    def test_what_was_sent_is_not_taken_back_by_saving(self, guest: Visitor, store: Store) -> None:
        guest.sends({"how": "4", "else": "Cake", "_sid": SID}, "stay", "stay")
        asked = guest.asks({"how": "2", "_sid": SID, "_save": "yes"}, "stay", "stay")
        choice = guest.posts(STAY, asked.fields("Yes, save it"))
        assert guest.posts(STAY, choice.fields("It corrects")).status == 409
        assert [(each.state, each.answers["how"]) for each in stays(store)] == [(State.APPROVED, 4)]

    def test_what_is_erased_is_gone_and_frees_no_claim(self, guest: Visitor, store: Store) -> None:
        code = saves(guest, {"how": "4"}).receipt()
        guest.sends({"how": "2", "else": "Cake"}, "stay", "stay")
        guest.posts("/collect/-/receipt", {"code": code, "do": "erase"})
        assert len(store.table("claims")) == 1
        assert stays(store)[0].answers == {}
        assert guest.posts("/collect/-/receipt", {"code": code, "do": "change"}).status == 404

    def test_nobody_decides_on_what_is_unfinished(self, guest: Visitor, store: Store) -> None:
        saves(guest, {"how": "4"})
        for move in (Move.APPROVE, Move.REJECT, Move.SPAM, Move.REOPEN):
            with pytest.raises(Exception, match="move-not-allowed"):
                desk.decide(store, move, [stays(store)[0].ref], "ada", guest.clock.now)


class TestTranslated:
    def test_results_are_told_in_the_words_of_the_form(self, guest: Visitor) -> None:
        folder = guest.app.extensions["garden"].garden.challenges
        words = {"How was it?": "Wie war es?", "Bad": "Schlecht", "Good": "Gut"}
        german = BRIEF.replace("---\ncloses: never\n---\n\n", "", 1)
        for ours, theirs in words.items():
            german = german.replace(ours, theirs)
        (folder / "stay.de.md").write_text(german, "utf-8")
        guest.builds()
        asked = guest.asks({"how": "4", "else": "Cake", "_lang": "de"}, "stay", "stay")
        code = guest.thanks(guest.posts(STAY, asked.fields("Ja"))).receipt()
        fills(guest, "stay")
        page = guest.posts("/collect/-/receipt", {"code": code})
        assert page.text.count("Wie war es?") == 2  # the answer, and the result
        assert "How was it?" not in page.text


class TestChanging:
    def test_a_waiting_idea_is_changed_in_its_place(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends(IDEA)
        (before,) = reads.ideas(store, "bread")
        visitor.clock.turn(minutes=20)
        sent = changes(visitor, code, "/collect/bread/idea", {"title": "Rye rolls"})
        assert visitor.thanks(sent).receipt() == code
        (idea,) = reads.ideas(store, "bread")
        assert (idea.ref, idea.received, idea.state) == (before.ref, before.received, before.state)
        assert (idea.answers["title"], idea.revision) == ("Rye rolls", 2)
        (revision,) = reads.revisions(store, idea.ref)
        assert (revision.n, revision.answers["title"]) == (1, "Walnut loaf")

    def test_an_answer_that_is_changed_is_counted_as_it_stands(
        self, visitor: Visitor, store: Store
    ) -> None:
        code = visitor.sends({"taste": "sweet"}, form="taste")
        changes(visitor, code, "/collect/bread/taste", {"taste": "salty"})
        fills(visitor)
        data = visitor.gets("/collect/-/published/bread.json", buffered=True).response.json
        (question,) = data["results"]["taste"]["questions"]
        assert [row["count"] for row in question["rows"]] == [0, 1]
        assert len(store.table("claims")) == 1

    @pytest.mark.parametrize(("minutes", "status"), [(29, 303), (31, 409)])
    def test_an_idea_has_its_half_hour(self, visitor: Visitor, minutes: int, status: int) -> None:
        code = visitor.sends(IDEA)
        page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
        visitor.clock.turn(minutes=minutes)
        fields = [each for each in page.fields("Send") if each[0] != "title"]
        asked = visitor.posts("/collect/bread/idea", [*fields, ("title", "Rye rolls")])
        assert visitor.confirms(asked).status == status

    def test_what_was_decided_on_stands(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends(IDEA)
        page = visitor.posts("/collect/-/receipt", {"code": code})
        assert "You can change it until" in page.text
        (idea,) = reads.ideas(store, "bread")
        for move in (Move.APPROVE, Move.REOPEN):
            desk.decide(store, move, [idea.ref], by="ada", now=visitor.clock.now)
            page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
            assert "can't be changed any more" in page.text
            assert "You can change it until" not in page.text

    def test_an_owner_who_looked_at_it_before_is_told(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends(IDEA)
        (idea,) = reads.ideas(store, "bread")
        changes(visitor, code, "/collect/bread/idea", {"title": "Rye rolls"})
        with pytest.raises(Exception, match="entry-changed"):
            desk.decide(
                store, Move.APPROVE, [idea.ref], "ada", visitor.clock.now, seen={idea.ref: 1}
            )

    def test_suspicion_stays_with_what_was_suspected(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends({"when": "noon", "_website": "x"}, form="hours")
        changes(visitor, code, "/collect/bread/hours", {"when": "late", "_website": ""})
        (kept,) = reads.responses(store, "bread")
        assert (kept.state, kept.flags) == (State.WAITING, ("trap",))

    def test_another_form_s_receipt_changes_nothing(self, visitor: Visitor, store: Store) -> None:
        code = visitor.sends(IDEA)
        visitor.sends({"when": "noon", "_receipt": code}, form="hours")
        (idea,) = reads.ideas(store, "bread")
        assert idea.answers["title"] == "Walnut loaf"
        assert len(list(reads.responses(store, "bread"))) == 1

    def test_another_challenge_s_receipt_brings_no_answer_along(
        self, guest: Visitor, store: Store
    ) -> None:
        folder = guest.app.extensions["garden"].garden.challenges
        (folder / "night.md").write_text(BRIEF, "utf-8")
        guest.builds()
        code = guest.sends({"how": "4", "else": "Cake"}, "night", "stay")
        for _ in range(2):
            asked = guest.asks({"how": "2", "else": "Tea", "_receipt": code}, "stay", "stay")
            guest.confirms(asked, STAY)
        assert [each.answers["else"] for each in reads.responses(store, "night")] == ["Cake"]
        assert len(stays(store)) == 1
        assert len(store.table("claims")) == 2

    def test_with_no_time_for_it_nothing_is_changed(self, visitor: Visitor) -> None:
        context = visitor.app.extensions["garden"]
        path = context.garden.root / "ideagarden.toml"
        text = path.read_text("utf-8").replace("[collector]\n", '[collector]\nedit = "0 minutes"\n')
        path.write_text(text, "utf-8")
        settings = type(context.garden.settings).read(path)
        object.__setattr__(context.garden, "settings", settings)
        code = visitor.sends(IDEA)
        page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
        assert "can't be changed any more" in page.text

    def test_erased_it_is_erased_with_all_it_said_before(
        self, visitor: Visitor, store: Store
    ) -> None:
        code = visitor.sends(IDEA)
        changes(visitor, code, "/collect/bread/idea", {"title": "Rye rolls"})
        visitor.posts("/collect/-/receipt", {"code": code, "do": "erase"})
        assert len(store.table("revisions")) == 0
        assert len(store.table("receipts")) == 0
