from collections.abc import Callable

import pytest
from flask import Flask

from collector.entries import Idea, State, new_reference
from collector.errors import TooMany
from collector.store import Store, writes
from tests.web.gardens import NOW
from tests.web.visitor import Visitor, fills

Keep = Callable[..., Idea]


@pytest.fixture
def keep(store: Store, visitor: Visitor) -> Keep:
    def keep(title: str, text: str = "Please.", **facts: object) -> Idea:
        idea = Idea(
            **{
                "ref": new_reference(),
                "challenge": "bread",
                "form": "idea",
                "form_hash": visitor.form_hash(),
                "answers": {"title": title, "text": text, "email": "maja@home.example"},
                "state": State.APPROVED,
                "received": NOW,
                **facts,
            }
        )
        writes.add(store, idea)
        return idea

    return keep


def asked(visitor: Visitor, words: str) -> list[str]:
    answer = visitor.client.get("/collect/-/similar/bread", query_string={"q": words})
    assert answer.status_code == 200, answer.text
    return [each["title"] for each in answer.json["ideas"]]


def test_what_is_there_is_found_by_other_words_and_led_to(keep: Keep, visitor: Visitor) -> None:
    rye = keep("Rolls without gluten")
    keep("A bench outside")
    fills(visitor)
    answer = visitor.client.get("/collect/-/similar/bread?q=Gluten-free+rolls")
    assert answer.json["ideas"] == [
        {
            "ref": rye.ref,
            "title": "Rolls without gluten",
            "url": f"/challenges/bread/ideas/{rye.ref}/",
        }
    ]
    assert answer.json["vote"] is False
    assert answer.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("state", [each for each in State if each is not State.APPROVED])
def test_nothing_is_told_of_what_is_not_shown(keep: Keep, visitor: Visitor, state: State) -> None:
    keep("Rolls without gluten", state=state)
    keep("A bench outside")
    fills(visitor)
    assert asked(visitor, "Rolls without gluten") == []


def test_nobody_is_found_by_what_only_the_owner_sees(keep: Keep, visitor: Visitor) -> None:
    keep("Rolls")
    fills(visitor)
    assert asked(visitor, "maja home example") == []


def test_what_is_published_since_is_found_and_what_is_taken_back_is_not(
    keep: Keep, visitor: Visitor, store: Store
) -> None:
    fills(visitor)
    assert asked(visitor, "Spelt bread") == []
    spelt = keep("Spelt bread")
    fills(visitor)
    assert asked(visitor, "Spelt bread") == ["Spelt bread"]
    writes.replace(store, Idea(**{**vars(spelt), "state": State.WITHDRAWN}), 1)
    fills(visitor)
    assert asked(visitor, "Spelt bread") == []


def test_a_merged_idea_leads_to_where_it_stands(keep: Keep, visitor: Visitor) -> None:
    bread = keep("Half a loaf")
    keep("Smaller bread for singles", merged=bread.ref)
    fills(visitor)
    assert asked(visitor, "Small breads for singles") == ["Half a loaf"]


@pytest.mark.parametrize("words", ["", " ", "a", "\0", "\ud800".encode("utf-8", "surrogatepass")])
def test_what_says_nothing_is_answered_with_nothing(
    keep: Keep, visitor: Visitor, words: str | bytes
) -> None:
    keep("Rolls")
    fills(visitor)
    answer = visitor.client.get("/collect/-/similar/bread", query_string={"q": words})
    assert (answer.status_code, answer.json["ideas"]) == (200, [])


def test_a_question_without_end_is_cut(keep: Keep, visitor: Visitor) -> None:
    keep("Rolls")
    fills(visitor)
    assert asked(visitor, "Rolls " * 2000) == ["Rolls"]


def test_of_a_challenge_that_nobody_knows_nothing_is_told(visitor: Visitor) -> None:
    answer = visitor.client.get("/collect/-/similar/soup?q=leek")
    assert (answer.status_code, answer.json["error"]["reason"]) == (404, "no-challenge")


def test_who_asks_too_often_is_told_when_to_come_back(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(kind: str, *_: object, **__: object) -> None:
        raise TooMany("too-many", 90)

    monkeypatch.setattr(app.extensions["garden"].limits, "take", refuse)
    answer = visitor.client.get("/collect/-/similar/bread?q=rolls")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "90")


def test_without_scripts_the_confirmation_asks_whether_it_is_one_of_these(
    keep: Keep, visitor: Visitor
) -> None:
    keep("Rolls <without> gluten")
    fills(visitor)
    page = visitor.asks({"title": "Gluten-free rolls", "text": "For me.", "role": "staff"})
    assert "Is it one of these?" in page.text
    assert "Rolls &lt;without&gt; gluten" in page.html
    other = visitor.asks({"title": "A swing", "text": "In the garden.", "role": "staff"})
    assert "Is it one of these?" not in other.text
