"""A thank-you is read by whom it is for alone."""

from flask import Flask

from collector.entries import Event, Role
from collector.store import Store, outbox, thank_yous
from tests.standing.corpus import CORPUS
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.recognition.cakes import Author
from tests.web.visitor import Visitor


def test_a_thank_you_is_read_behind_the_receipt_and_nowhere_else(
    app: Flask, visitor: Visitor, store: Store, owner: Person
) -> None:
    herb = Author(visitor, store, "Herb cake", name="Hal")
    page = owner.gets(f"/desk/entries/{herb.ref}")
    owner.presses(page, "Thank", text="A croissant: CODE-4711 <b>")
    assert "not read yet" in owner.gets(f"/desk/entries/{herb.ref}").text
    assert "CODE-4711" not in herb.page()
    assert "A croissant: CODE-4711 <b>" in herb.opens().text
    (said,) = thank_yous.about(store, herb.ref)
    assert said.seen == NOW
    assert "not read yet" not in owner.gets(f"/desk/entries/{herb.ref}").text
    viewer = let_in(app, "vic", Role.VIEWER)
    assert "CODE-4711" not in viewer.gets(f"/desk/entries/{herb.ref}").text
    (told,) = [each for each in outbox.notices(store) if each.event is Event.THANKED]
    assert told.about == herb.ref
    taken = owner.presses(owner.gets(f"/desk/entries/{herb.ref}"), "Erase these words")
    assert "CODE-4711" not in taken.text
    assert "CODE-4711" not in herb.opens().text


def test_thanks_fall_with_what_was_erased_and_go_along_when_data_is_taken_home(
    visitor: Visitor, store: Store, owner: Person
) -> None:
    iced = Author(visitor, store, "Iced cake")
    owner.presses(owner.gets(f"/desk/entries/{iced.ref}"), "Thank", text="CODE-42")
    assert "CODE-42" in iced.opens(do="download").html
    iced.opens(do="erase")
    assert thank_yous.about(store, iced.ref) == []


def test_without_words_nothing_is_said_and_nothing_typed_is_lost(
    visitor: Visitor, store: Store, owner: Person
) -> None:
    jam = Author(visitor, store, "Jam cake")
    path = f"/desk/entries/{jam.ref}"
    assert owner.does(f"{path}/thank", {"text": "  "}).status == 422
    long = owner.does(f"{path}/thank", {"text": "x" * 5000})
    assert long.status == 422
    assert "x" * 5000 in long.html
    assert thank_yous.about(store, jam.ref) == []


def test_words_of_thanks_stay_words(visitor: Visitor, store: Store, owner: Person) -> None:
    kale = Author(visitor, store, "Kale cake")
    for words in CORPUS:
        owner.does(f"/desk/entries/{kale.ref}/thank", {"text": words})
    for page in (kale.opens(), owner.gets(f"/desk/entries/{kale.ref}")):
        assert not page.parsed.css("[onerror], [onload], [onclick], .ig-answers__text *")
        assert "javascript:" not in " ".join(
            each.attributes.get("href") or "" for each in page.parsed.css("a")
        )
