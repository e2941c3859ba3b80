from dataclasses import replace

import pytest

from collector.acts import desk, upkeep
from collector.acts.typed import SOURCES
from collector.entries import Response, State
from collector.store import reads, writes
from tests.standing.corpus import CORPUS
from tests.web.desk.staff import buttons
from tests.web.gardens import NOW


@pytest.fixture
def survey(store, visitor):
    response = Response(
        ref="surveyed",
        challenge="bread",
        form="visit",
        form_hash=visitor.form_hash("bread", "visit"),
        answers={"how": 4, "else": ("bread", "cake")},
        state=State.APPROVED,
        received=NOW,
    )
    writes.add(store, response)
    return response


def replies(page):
    return [each.text().strip() for each in page.parsed.css(".ig-desk-reply .ig-answers__text")]


SAID = {"other": "another way"}
"""Of how a slip came, what is said otherwise than it is kept."""


@pytest.mark.parametrize("source", SOURCES)
def test_a_typed_slip_says_how_it_came_and_who_typed_it(owner, keep, source):
    slip = keep(source=source, typed_by="Ann <x-evil>")
    page = owner.gets(f"/desk/entries/{slip.ref}")
    assert f"{SAID.get(source, source)}, typed by Ann <x-evil>" in page.text
    assert page.parsed.css_first("x-evil") is None


def test_an_idea_s_page_tells_everything_about_it(owner, moderator, rye, store):
    moderator.approves(rye)
    desk.reply(store, rye.ref, "We try it on Friday.", "ada", NOW)
    page = owner.gets(f"/desk/entries/{rye.ref}")
    assert page.parsed.css_first("h1").text() == "Rye"
    for told in ("maja@home.example", "We try it on Friday.", "ben approved it", "ada replied"):
        assert told in page.text


def test_a_response_is_told_in_the_words_of_its_form(owner, survey):
    page = owner.gets(f"/desk/entries/{survey.ref}")
    assert "The bread" in page.text
    assert "Only its author sees it" in page.text


def test_an_unknown_entry_is_not_found(owner):
    for ref in ("nobody", "x" * 300, "%00", "%ed%a0%80"):
        assert owner.gets(f"/desk/entries/{ref}").status == 404


def test_a_reply_is_sent_and_stands_there(moderator, rye, store):
    page = moderator.gets(f"/desk/entries/{rye.ref}")
    page = moderator.presses(page, "Send the reply", text="We try it.\r\nOn Friday.")
    assert replies(page) == ["We try it.\nOn Friday."]
    assert reads.replies(store, "bread")[0].by == "ben"


def test_a_reply_that_is_too_long_is_not_lost(owner, rye, store):
    text = "bread " * 700
    page = owner.gets(f"/desk/entries/{rye.ref}")
    page = owner.presses(page, "Send the reply", text=text)
    assert page.status == 422
    assert page.parsed.css_first("textarea#text").text() == text
    assert "at most 4000 characters" in page.parsed.css_first("#text-error").text()
    assert reads.replies(store, "bread") == []


def test_a_reply_is_erased(owner, rye, store):
    desk.reply(store, rye.ref, "A slip of the tongue", "ada", NOW)
    page = owner.presses(owner.gets(f"/desk/entries/{rye.ref}"), "Erase it")
    assert replies(page) == []
    assert "slip" not in page.text


def test_a_reply_to_another_entry_can_not_be_erased_from_here(owner, rye, keep, store):
    other = keep("Spelt")
    answer = desk.reply(store, other.ref, "Yes", "ada", NOW)
    assert owner.does(f"/desk/entries/{rye.ref}/unreply", {"reply": answer.ref}).status == 404
    assert reads.replies(store, "bread") == [answer]


def test_a_withdrawn_idea_offers_neither_move_nor_reply(owner, keep):
    gone = keep("Gone", state=State.WITHDRAWN)
    page = owner.gets(f"/desk/entries/{gone.ref}")
    assert page.parsed.css_first("textarea") is None
    assert owner.does(f"/desk/entries/{gone.ref}/reply", {"text": "Why?"}).status == 409


def is_clean(page):
    evil = page.parsed.css("x-evil, [onxevil], [href^='javascript:'], img[src=x]")
    return page.status < 500 and not evil and "1337" not in page.html


def test_what_visitors_typed_is_text_on_every_page_of_the_desk(owner, keep):
    answers = dict.fromkeys(("text", "supply", "email", "role_other", "unknown"), "".join(CORPUS))
    ideas = [
        keep(text, answers={**answers, "role": "other"}, flags=("trap",)) for text in CORPUS[:50]
    ]
    pages = ["/desk/queue/", "/desk/challenges/bread/waiting/", "/desk/challenges/bread/"]
    pages += [f"/desk/entries/{each.ref}" for each in ideas]
    for path in pages:
        assert is_clean(owner.gets(path)), path
    refs = "&".join(f"done={each.ref}" for each in ideas)
    owner.does("/desk/decide", {"do": "approve", "ref": [each.ref for each in ideas]})
    assert is_clean(owner.gets(f"/desk/queue/?{refs}"))


def test_what_moderators_type_is_text_too(moderator, rye, store):
    page = moderator.gets(f"/desk/entries/{rye.ref}")
    for text in CORPUS:
        page = moderator.presses(page, "Send the reply", text=text)
        assert is_clean(page), text
    written = [each.strip() for each in CORPUS]
    assert [each.text for each in reads.replies(store, "bread")] == written
    assert replies(page) == written


def test_every_small_field_of_the_desk_takes_the_corpus_as_text(owner, rye, store):
    fields = {
        "/desk/decide": ("do", "ref", "seen", "reason", "back"),
        "/desk/undo": ("ref", "seen", "back"),
        f"/desk/entries/{rye.ref}/reply": (),
        f"/desk/entries/{rye.ref}/unreply": ("reply",),
        "/desk/accounts/add": ("name", "role"),
        "/desk/accounts/reset": ("name",),
        "/desk/accounts/remove": ("name",),
        "/desk/challenges/bread/close": ("seen",),
    }
    token = owner.token()
    for path, names in fields.items():
        for text in CORPUS:
            answer = owner.posts(path, {"_csrf": token, **dict.fromkeys(names, text)})
            assert is_clean(answer), (path, text)


def test_addresses_take_the_corpus_as_text(owner):
    for text in CORPUS:
        for page in (
            owner.client.get(
                "/desk/queue/", query_string={"done": text, "after": text, "next": text}
            ),
            owner.client.get("/desk/log-in", query_string={"next": text}),
            owner.client.get("/desk/challenges/bread/download.csv", query_string={"form": text}),
            owner.client.get("/desk/challenges/bread/poster", query_string={"form": text}),
        ):
            assert page.status_code < 500
            assert "<x-evil" not in page.get_data(as_text=True)


class TestErasing:
    def test_an_owner_erases_an_entry_for_good(self, owner, rye, store):
        page = owner.presses(owner.gets(f"/desk/entries/{rye.ref}"), "Erase it for good")
        assert "Nothing of this entry is kept" in page.text
        assert "ada erased it" in page.text
        assert "maja@home.example" not in page.html
        assert reads.idea(store, rye.ref).state is State.ERASED

    def test_a_moderator_is_not_offered_it(self, moderator, rye):
        page = moderator.gets(f"/desk/entries/{rye.ref}")
        assert "Erase it for good" not in page.html

    def test_what_is_erased_is_not_offered_anything(self, owner, rye):
        page = owner.presses(owner.gets(f"/desk/entries/{rye.ref}"), "Erase it for good")
        assert buttons(page) == buttons(owner.gets("/desk/challenges/"))
        assert owner.does(f"/desk/entries/{rye.ref}/erase").status == 303

    def test_it_stands_in_the_list_of_the_erased(self, owner, rye):
        owner.presses(owner.gets(f"/desk/entries/{rye.ref}"), "Erase it for good")
        page = owner.gets("/desk/challenges/bread/erased/")
        assert rye.ref in page.html
        assert "Rye" not in page.text

    def test_what_its_author_erased_says_so(self, owner, visitor, garden, store):
        code = visitor.sends({"title": "Walnut loaf", "text": "Honey", "role": "staff"})
        done = upkeep.erase_by_receipt(garden, store, code, NOW)
        assert "Its author erased it" in owner.gets(f"/desk/entries/{done.entry.ref}").text

    def test_there_is_no_entry_of_that_name(self, owner):
        assert owner.does("/desk/entries/nobody/erase").status == 404


@pytest.mark.parametrize(
    ("state", "complete", "flags", "said"),
    [
        (State.APPROVED, True, ("no key",), "may be somebody's second"),
        (State.WAITING, True, ("trap", "no key"), "may be somebody's second"),
        (State.UNFINISHED, False, (), "unfinished"),
    ],
)
def test_what_counts_apart_or_nowhere_says_so(owner, store, survey, state, complete, flags, said):
    kept = replace(survey, ref="odd", state=state, complete=complete, flags=flags)
    writes.add(store, kept)
    page = owner.gets("/desk/entries/odd")
    assert page.status == 200
    assert said in page.text
    assert owner.gets(f"/desk/challenges/bread/{state}/").status == 200
    assert owner.gets("/desk/challenges/").status == 200
    assert [each for each in buttons(page) if "ccept" in each] == [] or complete
