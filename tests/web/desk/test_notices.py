"""Notices at the desk: seen, tried again, dropped and tested; and the feed of what waits."""

import re
from xml.etree import ElementTree

import pytest
from flask import Flask

from collector.acts import people
from collector.entries import Delivery, Event, Notice, Role
from collector.entries.notice import name_of
from collector.garden import WebhookSettings
from collector.store import Store, outbox, writes
from tests.standing.corpus import CORPUS
from tests.web.desk.conftest import Keep
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.mailing import with_mail

HOOK = WebhookSettings(url="https://hooks.example/secret-path", events=("approved",), kind="slack")


def failed(store: Store, ref: str, about: str, state: Delivery = Delivery.BOUNCED) -> Notice:
    notice = Notice(
        ref=ref,
        event=Event.ANSWERED,
        about=about,
        challenge="bread",
        to="person:ann",
        state=state,
        at=NOW,
        due=NOW,
        done=NOW,
        tries=3,
        error="The mail server refused it.",
    )
    writes.add(store, notice)
    return notice


def test_what_failed_is_told_and_tried_again(owner: Person, store: Store, keep: Keep) -> None:
    failed(store, "n1", keep("Rye with walnuts").ref)
    failed(store, "n2", "", Delivery.GIVEN_UP)
    page = owner.gets("/desk/notices/")
    for told in ("Failed: 2", "Rye with walnuts", "The mail server refused it."):
        assert told in page.text
    owner.does("/desk/notices/retry", {"ref": "n1"})
    assert (outbox.find(store, "n1").state, outbox.find(store, "n1").tries) == ("waiting", 0)
    assert outbox.find(store, "n2").state == "given up"
    owner.does("/desk/notices/retry")
    assert outbox.find(store, "n2").state == "waiting"


def test_what_failed_is_dropped(owner: Person, store: Store) -> None:
    failed(store, "n1", "")
    failed(store, "n2", "")
    owner.does("/desk/notices/drop", {"ref": "n1"})
    assert outbox.find(store, "n1") is None
    owner.does("/desk/notices/drop")
    assert outbox.find(store, "n2") is None


def test_what_was_sent_is_not_sent_again(owner: Person, store: Store) -> None:
    failed(store, "n1", "", Delivery.SENT)
    owner.does("/desk/notices/retry", {"ref": "n1"})
    assert outbox.find(store, "n1").state == "sent"


def test_tests_go_to_owners_and_to_the_webhook_alone(
    app: Flask, owner: Person, store: Store
) -> None:
    with_mail(app, webhooks=(HOOK,))
    page = owner.gets("/desk/notices/")
    assert "hooks.example" in page.text
    assert "secret-path" not in page.html
    owner.presses(page, "Send a test mail")
    owner.does("/desk/notices/test", {"to": f"hook:{name_of(HOOK.url)}"})
    owner.does("/desk/notices/test", {"to": "hook:of-somebody-else"})
    found = [(each.event, each.to) for each in outbox.notices(store, Delivery.WAITING)]
    assert found == [
        (Event.TEST, f"owner:{name_of('ada@bakery.example')}"),
        (Event.TEST, f"hook:{name_of(HOOK.url)}"),
    ]


def test_without_settings_it_says_what_could_be(owner: Person) -> None:
    page = owner.gets("/desk/notices/")
    assert "No mail server is set" in page.text
    assert "No chat or program is told" in page.text
    assert "host" in [each.text() for each in page.parsed.css("code")]
    assert "`" not in page.text


class TestFeed:
    def address(self, person: Person) -> str:
        page = person.does("/desk/notices/feed")
        found = re.search(r"/desk/feed/[a-z0-9]+\.xml", page.html)
        assert found, page.html
        return found[0]

    def test_it_tells_what_waits_and_no_more(self, app: Flask, owner: Person, keep: Keep) -> None:
        entry = keep("Rye & <walnuts>", answers={"text": "Dark", "email": "me@home.example"})
        answer = Person(app).gets(self.address(owner))
        assert answer.status == 200
        feed = ElementTree.fromstring(answer.html)
        atom = "{http://www.w3.org/2005/Atom}"
        (told,) = feed.findall(f"{atom}entry")
        assert told.findtext(f"{atom}title") == "Rye & <walnuts>"
        link = told.find(f"{atom}link").attrib["href"]
        assert link == f"https://ideas.bakery.example/desk/entries/{entry.ref}"
        assert "me@home.example" not in answer.html
        assert "Dark" not in answer.html

    def test_a_new_address_ends_the_old_one_and_it_can_be_taken_back(
        self, app: Flask, owner: Person
    ) -> None:
        first = self.address(owner)
        second = self.address(owner)
        assert Person(app).gets(first).status == 404
        assert Person(app).gets(second).status == 200
        owner.does("/desk/notices/no-feed")
        assert Person(app).gets(second).status == 404

    def test_it_ends_with_the_rights_of_who_made_it(
        self, app: Flask, owner: Person, store: Store
    ) -> None:
        assert owner.name
        other = let_in(app, "eve", Role.OWNER)
        address = self.address(other)
        people.remove(store, "eve")
        assert Person(app).gets(address).status == 404

    def test_only_its_hash_is_kept(self, owner: Person, store: Store) -> None:
        key = self.address(owner).rpartition("/")[2].removesuffix(".xml")
        assert key not in repr(list(store.table("feeds")))

    @pytest.mark.parametrize("words", CORPUS)
    def test_words_stay_words(self, app: Flask, owner: Person, keep: Keep, words: str) -> None:
        keep(words)
        keep("controls \x00\x0b\ufffe".replace("\0", ""))
        answer = Person(app).gets(self.address(owner))
        feed = ElementTree.fromstring(answer.html)
        titles = [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}title")]
        assert any((each or "").split() == words.split() for each in titles)
        assert not [each for each in feed.iter() if "evil" in each.tag]
