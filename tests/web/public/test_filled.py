"""A link that brings answers along, and says where somebody came from."""

import pytest

from collector.store import Store, reads
from tests.web.visitor import Visitor

PATH = "/collect/bread/idea"
OURS = {"_form", "_lang"}
ANSWERS = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}


def filled(visitor: Visitor, query: str, path: str = PATH) -> dict[str, str]:
    page = visitor.gets(f"{path}?{query}")
    assert page.status == 200, page.html
    return dict(page.fields("Send"))


def test_the_form_is_drawn_with_the_answers_of_its_address(visitor: Visitor, store: Store) -> None:
    fields = filled(visitor, "role=staff&title=Rye%20rolls&from=poster")
    assert (fields["role"], fields["title"], fields["_from"]) == ("staff", "Rye rolls", "poster")
    assert list(reads.ideas(store, "bread")) == []


def test_from_there_it_is_sent_as_ever_and_the_origin_is_kept(
    visitor: Visitor, store: Store
) -> None:
    page = visitor.gets(f"{PATH}?role=staff&from=shop-window")
    fields = [each for each in page.fields("Send") if each[0] not in ANSWERS]
    asked = visitor.posts(PATH, [*fields, *ANSWERS.items()])
    visitor.thanks(visitor.confirms(asked))
    (idea,) = reads.ideas(store, "bread")
    assert idea.origin == "shop-window"


@pytest.mark.parametrize(
    "query",
    [
        *("role=boss", "role=staff&role=customer", "title=ab", f"title={'x' * 81}", "email=a@b.de"),
        *("title=a%00bc", "nothing=1", "_token=x", "_sid=x", "from=A", "from=a%20b"),
        *(f"from={'a' * 41}", "_from=poster", "=", "&&&", "role", "%"),
    ],
)
def test_what_the_form_does_not_take_is_left_out(visitor: Visitor, query: str) -> None:
    fields = filled(visitor, query)
    assert [name for name, text in fields.items() if text and name not in OURS] == []


def test_what_is_typed_into_an_address_stays_text(visitor: Visitor) -> None:
    page = visitor.gets(f"{PATH}?title=%22%3E%3Cx-evil%3E&role_other=%3Cx-evil%3E&role=other")
    assert page.parsed.css_first("x-evil") is None
    assert dict(page.fields("Send"))["title"] == '"><x-evil>'


def test_an_address_outside_its_time_says_when(visitor: Visitor) -> None:
    page = visitor.gets("/collect/over/idea?title=Rolls")
    assert page.status == 409
    assert "Rolls" not in page.text


def test_an_address_of_no_form_leads_nowhere(visitor: Visitor) -> None:
    for path in ("/collect/bread/nothing", "/collect/nothing/idea", "/collect/-/idea"):
        assert visitor.gets(path).status == 404


@pytest.mark.parametrize("told", ["Poster", "a b", "a" * 41, "<x-evil>", "ä", "a\n"])
def test_an_origin_that_does_not_read_is_none(visitor: Visitor, store: Store, told: str) -> None:
    visitor.sends(ANSWERS | {"_from": told, "_lang": told, "_order": told})
    (idea,) = reads.ideas(store, "bread")
    assert (idea.origin, idea.language, idea.order) == ("", "en", {})


def test_an_origin_survives_every_page_between(visitor: Visitor, store: Store) -> None:
    asked = visitor.asks(ANSWERS | {"title": "ab", "_from": "poster"})
    fields = [each for each in asked.fields("Send") if each[0] != "title"]
    asked = visitor.posts(PATH, [*fields, ("title", "Rye")])
    changed = visitor.posts(PATH, [*asked.fields("Change something"), ("_change", "yes")])
    visitor.thanks(visitor.confirms(visitor.posts(PATH, changed.fields("Send"))))
    (idea,) = reads.ideas(store, "bread")
    assert idea.origin == "poster"
