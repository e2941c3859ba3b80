"""A bakery with mail, an idea, and somebody who follows it; on every engine."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from collector.acts import desk, follow
from collector.brief import Shape
from collector.entries import Delivery, Idea, JobKind, Notice, Purpose, State
from collector.entries.person import code_of
from collector.form import define
from collector.garden import (
    Garden,
    MailSettings,
    NoticeSettings,
    Settings,
    SiteSettings,
    StoreSettings,
    WebhookSettings,
)
from collector.jobs import Runner
from collector.jobs import deliver as delivering
from collector.moderation import Move
from collector.notices import Around
from collector.store import Store, outbox, secret, writes
from tests.form.forms import form, question
from tests.kept import NOW, brief, idea
from tests.notices.post_office import PostOffice, open_office

HOME = "https://ideas.bakery.example"
FORM = form(question(Shape.TEXT, "title"), question(Shape.EMAIL))


@dataclass
class Bakery:
    """Its owner, its runner and the people who follow its ideas."""

    garden: Garden
    store: Store
    office: PostOffice
    now: object = field(default=NOW)

    def sets(self, **settings: object) -> None:
        self.garden = replace(self.garden, settings=replace(self.garden.settings, **settings))

    def works(self) -> None:
        """Everything that is due."""
        runner = Runner(self.garden, self.store, lambda: self.now, {JobKind.DELIVER})
        delivering.ask(self.store, self.now)
        while runner.once():
            pass

    def turns(self, **by: int) -> None:
        self.now += timedelta(**by)

    def receives(self, title: str = "Rye", **facts: object) -> Idea:
        new = idea(FORM, {"title": title, "email": "ann@home.example"}, **facts)
        self.store.transact(lambda store: writes.add(store, new))
        return new

    def approves(self, entry: Idea) -> None:
        desk.decide(self.store, Move.APPROVE, [entry.ref], "ada", self.now)

    def replies(self, entry: Idea, text: str = "Yes, from May.") -> None:
        desk.reply(self.store, entry.ref, text, "ada", self.now)

    def is_followed(self, entry: Idea, address: str = "ann@example.org", language: str = "en"):
        """By somebody who confirms it; the person."""
        key = secret(self.garden)
        follow.ask(self.store, key, entry.ref, address, language, self.now)
        person = outbox.people(self.store, entry.ref)[-1]
        return follow.confirm(self.store, code_of(key, Purpose.CONFIRM, person.ref), self.now)

    def notices(self, *states: Delivery) -> list[Notice]:
        return list(outbox.notices(self.store, *states))

    @property
    def subjects(self) -> list[str]:
        return [each["Subject"] for each in self.office.received]


@pytest.fixture(scope="module")
def opened() -> Iterator[tuple[PostOffice, MailSettings]]:
    with open_office() as found:
        yield found


@pytest.fixture
def bakery(
    engine: StoreSettings,
    tmp_path: Path,
    opened: tuple[PostOffice, MailSettings],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bakery]:
    office, mail = opened
    office.received.clear()
    office.refuses.clear()
    office.content = ""
    briefs = {"bread": brief(FORM)}

    def around(garden, store, now):
        return Around(garden, store, secret(garden), briefs, now)

    monkeypatch.setattr(delivering, "_around", around)
    settings = Settings(
        name="Corner Bakery",
        site=SiteSettings(url=HOME),
        store=engine,
        mail=mail,
        notices=NoticeSettings(to=("ada@bakery.example",)),
    )
    garden = Garden(tmp_path, settings)
    (tmp_path / "var").mkdir()
    with Store.open(garden) as store:
        made = define(FORM)
        writes.keep_definition(store, "bread", FORM.name, made.hash, made.to_document(), {}, "en")
        yield Bakery(garden, store, office)


WAITING = State.WAITING
HOOK = WebhookSettings(url="http://localhost/x", events=("approved",), inside=True)
