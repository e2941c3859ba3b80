"""What happened is told at least once, to whom it concerns, under one name, and to nobody else."""

from dataclasses import replace

import pytest

from collector.acts import follow, merge, progress, upkeep
from collector.acts.merge import Merging
from collector.entries import Delivery, Event, Progress, Purpose
from collector.entries.person import code_of
from collector.errors import Invalid, Unknown
from collector.garden import MailSettings, NoticeSettings, WebhookSettings
from collector.jobs.deliver import LEASE, PAUSES
from collector.notices import mail
from collector.store import outbox, secret
from tests.notices.conftest import WAITING, Bakery
from tests.notices.post_office import open_channel


def test_whoever_follows_an_idea_is_told_of_its_answer(bakery: Bakery) -> None:
    rye = bakery.receives("Rye with walnuts")
    bakery.is_followed(rye)
    bakery.replies(rye, "Yes, from May.")
    bakery.works()
    (got,) = bakery.office.received
    assert got["Subject"] == "Answered: Rye with walnuts"
    assert got["To"] == "ann@example.org"
    assert "> Yes, from May." in got.get_content()
    assert f"/challenges/bread/ideas/{rye.ref}/" in got.get_content()


def test_an_address_counts_once_its_holder_says_so(bakery: Bakery) -> None:
    rye = bakery.receives()
    key = secret(bakery.garden)
    follow.ask(bakery.store, key, rye.ref, "ann@example.org", "en", bakery.now)
    bakery.replies(rye)
    bakery.works()
    (asked,) = bakery.office.received
    assert "Please confirm" in asked["Subject"]
    assert "List-Unsubscribe" not in asked
    (person,) = outbox.people(bakery.store, rye.ref)
    code = code_of(key, Purpose.CONFIRM, person.ref)
    assert f"/collect/-/follow/{code}" in asked.get_content()
    follow.confirm(bakery.store, code, bakery.now)
    bakery.replies(rye, "And rolls.")
    bakery.works()
    assert bakery.subjects[1:] == ["Answered: Rye"]


def test_a_step_and_the_answer_given_with_it_are_told_in_one(bakery: Bakery) -> None:
    rye = bakery.receives()
    bakery.is_followed(rye)
    progress.progress(
        bakery.store, Progress.PLANNED, [rye.ref], "ada", bakery.now, text="From May on."
    )
    bakery.works()
    (got,) = bakery.office.received
    assert got["Subject"] == "planned: Rye"
    assert "> From May on." in got.get_content()


def test_whoever_follows_a_merged_idea_is_led_to_where_it_stands(bakery: Bakery) -> None:
    rye, spelt = bakery.receives("Rye"), bakery.receives("Spelt")
    bakery.is_followed(rye)
    merge.merge(bakery.store, rye.ref, spelt.ref, Merging("ada", bakery.now))
    bakery.works()
    (got,) = bakery.office.received
    assert got["Subject"] == "Joined: Rye"
    assert "“Spelt”" in got.get_content()
    assert f"/ideas/{spelt.ref}/" in got.get_content()


def test_what_was_unmerged_meanwhile_is_not_told(bakery: Bakery) -> None:
    rye, spelt = bakery.receives("Rye"), bakery.receives("Spelt")
    bakery.is_followed(rye)
    merge.merge(bakery.store, rye.ref, spelt.ref, Merging("ada", bakery.now))
    merge.unmerge(bakery.store, rye.ref, "ada", bakery.now)
    bakery.works()
    assert bakery.office.received == []


def test_words_that_nobody_has_read_are_mailed_to_nobody(bakery: Bakery) -> None:
    """Else whoever sends an idea could have us mail their words to anybody."""
    spam = bakery.receives("Buy pills at pills.example", state=WAITING)
    follow.ask(bakery.store, secret(bakery.garden), spam.ref, "ann@example.org", "en", bakery.now)
    bakery.works()
    (asked,) = bakery.office.received
    assert "pills" not in asked.as_string()
    assert "What should we bake next?" in asked.get_content()


def test_a_reader_is_written_to_in_their_language(bakery: Bakery) -> None:
    rye = bakery.receives()
    bakery.is_followed(rye, "ann@example.org", "de")
    bakery.replies(rye)
    bakery.works()
    assert bakery.office.received[0]["Content-Language"] == "de"


def test_nobody_is_written_to_again_and_again(bakery: Bakery) -> None:
    rye = bakery.receives()
    key = secret(bakery.garden)
    for _ in range(5):
        follow.ask(bakery.store, key, rye.ref, "Ann@example.org", "en", bakery.now)
        follow.ask(bakery.store, key, rye.ref, "ann@example.org ", "en", bakery.now)
    bakery.works()
    assert len(bakery.office.received) == 1
    bakery.turns(hours=2)
    follow.ask(bakery.store, key, rye.ref, "ann@example.org", "en", bakery.now)
    bakery.works()
    assert len(bakery.office.received) == 2
    assert len(outbox.people(bakery.store, rye.ref)) == 1


def test_who_leaves_is_told_no_more(bakery: Bakery) -> None:
    rye = bakery.receives()
    person = bakery.is_followed(rye)
    bakery.replies(rye)
    code = code_of(secret(bakery.garden), Purpose.LEAVE, person.ref)
    follow.leave(bakery.store, code, bakery.now)
    follow.leave(bakery.store, code, bakery.now)
    bakery.works()
    assert bakery.office.received == []
    assert outbox.people(bakery.store, rye.ref) == []


@pytest.mark.parametrize("text", ["", "ann", "ann@", "a@b", "a@b.example\nBcc: x", "x" * 300])
def test_what_is_no_address_is_refused(bakery: Bakery, text: str) -> None:
    rye = bakery.receives()
    with pytest.raises(Invalid):
        follow.ask(bakery.store, b"k", rye.ref, text, "en", bakery.now)
    with pytest.raises(Unknown):
        follow.ask(bakery.store, b"k", "nothing-of-this-name", "a@b.example", "en", bakery.now)


def test_what_was_erased_is_not_told_and_nobody_follows_it(bakery: Bakery) -> None:
    rye = bakery.receives()
    bakery.is_followed(rye)
    bakery.replies(rye)
    upkeep.erase(bakery.garden, bakery.store, rye.ref, "ada", bakery.now)
    bakery.works()
    assert bakery.office.received == []
    assert bakery.notices() == []
    assert outbox.people(bakery.store, rye.ref) == []


def test_of_an_idea_that_is_not_shown_only_its_author_is_told(bakery: Bakery) -> None:
    rye = bakery.receives(state=WAITING)
    bakery.is_followed(rye)
    author = bakery.is_followed(rye, "author@example.org")
    bakery.store.transact(lambda store: outbox.keep_person(store, replace(author, author=True)))
    bakery.replies(rye)
    bakery.works()
    (got,) = bakery.office.received
    assert got["To"] == "author@example.org"
    assert "/ideas/" not in got.get_content()


def test_a_notice_holds_no_word_and_no_address(bakery: Bakery) -> None:
    rye = bakery.receives("Rye")
    bakery.is_followed(rye)
    bakery.replies(rye, "Yes, from May.")
    bakery.office.refuses["ann@example.org"] = "550 <ann@example.org> is unknown"
    bakery.works()
    told = repr(list(bakery.store.table("notices")))
    for word in ("Rye", "May", "ann@", "ada@"):
        assert word not in told


class TestTries:
    """A notice that could not be sent."""

    def test_one_that_is_refused_for_good_is_told_and_left(self, bakery: Bakery) -> None:
        rye = bakery.receives()
        bakery.is_followed(rye)
        bakery.office.refuses["ann@example.org"] = "550 No such person"
        bakery.replies(rye)
        bakery.works()
        (notice,) = bakery.notices(Delivery.BOUNCED)
        assert "550: No such person" in notice.error
        bakery.office.refuses.clear()
        bakery.turns(days=3)
        bakery.works()
        assert bakery.office.received == []

    def test_one_that_is_put_off_comes_later_under_the_same_name(self, bakery: Bakery) -> None:
        rye = bakery.receives()
        bakery.is_followed(rye)
        bakery.office.content = "451 Come later"
        bakery.replies(rye)
        bakery.works()
        (notice,) = bakery.notices(Delivery.WAITING)
        assert notice.tries == 1
        bakery.office.content = ""
        bakery.works()
        assert bakery.office.received == []
        bakery.turns(seconds=PAUSES[0])
        bakery.works()
        (got,) = bakery.office.received
        assert got["Message-ID"].startswith(f"<{notice.ref}@")
        assert [each.ref for each in bakery.notices(Delivery.SENT)] == [notice.ref]

    def test_ten_times_in_two_days_and_then_it_is_given_up(self, bakery: Bakery) -> None:
        rye = bakery.receives()
        bakery.is_followed(rye)
        bakery.office.content = "451 Come later"
        bakery.replies(rye)
        began = bakery.now
        for _ in range(20):
            bakery.works()
            waiting = bakery.notices(Delivery.WAITING)
            if not waiting:
                break
            bakery.now = waiting[0].due
        (notice,) = bakery.notices(Delivery.GIVEN_UP)
        assert notice.tries == 10
        assert 1.5 < (bakery.now - began).total_seconds() / 86400 < 2.5
        bakery.office.content = ""
        outbox.retry(bakery.store, [notice.ref], bakery.now)
        bakery.works()
        assert len(bakery.office.received) == 1

    def test_a_server_that_is_away_is_asked_once_for_all(self, bakery: Bakery, monkeypatch) -> None:
        rye = bakery.receives()
        for n in range(5):
            bakery.is_followed(rye, f"a{n}@example.org")
        asked = []
        bakery.sets(mail=MailSettings(host="localhost", port=9, from_="a@b.example"))
        whole = mail.send
        monkeypatch.setattr(mail, "send", lambda *a: (asked.append(a), whole(*a)))
        bakery.replies(rye)
        bakery.works()
        assert len(asked) == 1

    def test_who_dies_after_sending_sends_it_again_under_the_same_name(
        self, bakery: Bakery, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rye = bakery.receives()
        bakery.is_followed(rye)
        bakery.works()
        bakery.replies(rye)

        class Killed(BaseException):
            pass

        def dies(*_facts: object, **_more: object) -> None:
            raise Killed

        with monkeypatch.context() as patch:
            patch.setattr(outbox, "mark", dies)
            with pytest.raises(Killed):
                bakery.works()
        bakery.works()
        assert len(bakery.office.received) == 1
        bakery.turns(seconds=LEASE + 1)
        bakery.works()
        first, second = bakery.office.received
        assert first["Message-ID"] == second["Message-ID"]
        assert len(bakery.notices(Delivery.SENT)) == 1

    def test_what_one_is_at_no_other_takes(self, bakery: Bakery) -> None:
        rye = bakery.receives()
        bakery.is_followed(rye)
        bakery.replies(rye)
        for each in bakery.notices(Delivery.NEW):
            (person,) = outbox.people(bakery.store, rye.ref)
            outbox.address(bakery.store, each, [f"person:{person.ref}"], bakery.now)
            outbox.address(bakery.store, each, [f"person:{person.ref}"], bakery.now)
        sent = {each.ref for each in bakery.notices(Delivery.WAITING)}
        taken = [outbox.lease(bakery.store, bakery.now, LEASE) for _ in range(4)]
        refs = [each.ref for each in taken if each]
        assert sorted(refs) == sorted(sent)


class TestWithoutSettings:
    """Nothing is ever sent."""

    def test_nothing_is_sent_and_nothing_is_left(self, bakery: Bakery) -> None:
        rye = bakery.receives(state=WAITING)
        bakery.is_followed(rye)
        bakery.sets(mail=MailSettings(), notices=NoticeSettings())
        bakery.approves(rye)
        bakery.replies(rye)
        bakery.works()
        assert bakery.office.received == []
        assert bakery.notices(Delivery.WAITING, Delivery.NEW) == []


class TestWebhooks:
    def hook(self, url: str, *events: str, **facts: object) -> WebhookSettings:
        return WebhookSettings(url=url, events=events, inside=True, **facts)

    def test_a_channel_is_told_what_is_published(self, bakery: Bakery) -> None:
        rye = bakery.receives("Rye", state=WAITING)
        with open_channel() as channel:
            bakery.sets(webhooks=(self.hook(channel.url, "approved", "arrived"),))
            bakery.approves(rye)
            bakery.works()
        ((_, body),) = channel.posts
        assert b"On the page: Rye" in body

    def test_not_of_what_was_taken_back_meanwhile(self, bakery: Bakery) -> None:
        rye = bakery.receives("Rye", state=WAITING)
        with open_channel() as channel:
            bakery.sets(webhooks=(self.hook(channel.url, "approved"),))
            bakery.approves(rye)
            upkeep.erase(bakery.garden, bakery.store, rye.ref, "ada", bakery.now)
            bakery.works()
        assert channel.posts == []

    @pytest.mark.parametrize("words", [True, False])
    def test_a_title_that_waits_is_told_only_where_the_owner_says_so(
        self, bakery: Bakery, words: bool
    ) -> None:
        rye = bakery.receives("Rye with walnuts", state=WAITING)
        with open_channel() as channel:
            bakery.sets(webhooks=(self.hook(channel.url, "arrived", "daily", words=words),))
            bakery.store.transact(
                lambda store: [
                    outbox.tell(store, Event.ARRIVED, rye.ref, "bread", bakery.now),
                    outbox.tell(store, Event.DAILY, "", "", bakery.now),
                ]
            )
            bakery.works()
        assert len(channel.posts) == 2
        assert all((b"Rye with walnuts" in body) == words for _, body in channel.posts)
        assert all(b"ann@home.example" not in body for _, body in channel.posts)

    def test_one_that_points_inside_is_told_at_the_desk(self, bakery: Bakery) -> None:
        rye = bakery.receives(state=WAITING)
        hook = WebhookSettings(url="https://localhost/x", events=("approved",))
        bakery.sets(webhooks=(hook,))
        bakery.approves(rye)
        bakery.works()
        (notice,) = bakery.notices(Delivery.BOUNCED)
        assert "set inside = true" in notice.error


class TestOwners:
    def test_the_daily_mail_tells_what_waits_the_oldest_first(self, bakery: Bakery) -> None:
        bakery.receives("Rye", state=WAITING)
        bakery.receives("Spelt", state=WAITING)
        bakery.store.transact(
            lambda store: outbox.tell(store, Event.DAILY, "", "", bakery.now, once="today")
        )
        bakery.store.transact(
            lambda store: outbox.tell(store, Event.DAILY, "", "", bakery.now, once="today")
        )
        bakery.works()
        (got,) = bakery.office.received
        assert got["To"] == "ada@bakery.example"
        assert got["Subject"] == "2 entries wait for you"
        text = got.get_content()
        assert "What should we bake next?: 2 wait" in text
        assert text.index("Rye") < text.index("Spelt")
        assert "https://ideas.bakery.example/desk/" in text
        assert "ann@home.example" not in text

    def test_no_mail_comes_where_nothing_waits(self, bakery: Bakery) -> None:
        bakery.receives("Rye")
        bakery.store.transact(lambda store: outbox.tell(store, Event.DAILY, "", "", bakery.now))
        bakery.works()
        assert bakery.office.received == []
        assert [each.state for each in bakery.notices() if each.to] == [Delivery.DROPPED]
