"""A garden in which everything can be done: every rule of voting, mail, codes; and what is kept."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from collector.acts import invite, vote
from collector.acts.vote import Cast
from collector.brief import COMMENT
from collector.entries import (
    Account,
    Comment,
    Delivery,
    Event,
    Idea,
    JobKind,
    Notice,
    Role,
    State,
    new_reference,
)
from collector.entries.notice import name_of
from collector.form import define
from collector.pages import live
from collector.pages.live import Live
from collector.store import writes
from tests.chromium.gardens import BRIEF, CHALLENGE, Planted, planted
from tests.chromium.test_vote import ROLLS
from tests.notices.post_office import PostOffice, open_office
from tests.served import free_port
from tests.standing.place import wait_for
from tests.web.public.invited_garden import SUPPLY

COST = "\n### What would it cost? * {#cost .public}\n____ (amount 0–500 €)\n"
RULES = {
    "loaves": "approve",
    "rolls": "updown",
    "cakes": "stars",
    "baskets": "ranked, 3 per person",
    "ovens": "budget 100 €",
    "pies": "pairwise",
}
PEOPLE = BRIEF.replace("closes: never", "closes: never\naccess: email").replace(
    "What should we bake next?", "Who are you?"
)

SETTINGS = """
[site]
url = "{url}"

[mail]
host = "{host}"
port = {port}
security = "none"
from = "garden@bakery.example"

[notices]
to = ["{owner}"]
"""


OWNER = "ada@bakery.example"


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Village:
    """The garden, its mail, and its ideas by their names."""

    garden: Planted
    office: PostOffice
    ideas: dict[str, Idea]

    def page(self, title: str) -> str:
        idea = self.ideas[title]
        return f"/challenges/{idea.challenge}/ideas/{idea.ref}/"

    def entry(self, title: str) -> str:
        return f"/desk/entries/{self.ideas[title].ref}"

    def mail_to(self, address: str) -> str:
        """What was last sent there, once it has come."""
        for _ in range(200):
            for mail in reversed(self.office.received):
                if mail["To"] == address:
                    return str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]
            time.sleep(0.05)
        raise AssertionError(f"no mail to {address}")

    def vote(self, title: str, value: str, voter: str = "") -> None:
        """By somebody; without `voter` by one whose browser keeps nothing."""
        idea = self.ideas[title]
        brief = built(self.garden).briefs[idea.challenge]
        cast = Cast(brief=brief, idea=idea.ref, value=value, voter=voter)
        vote.cast(self.garden.store, cast, now())

    def account(self, name: str) -> None:
        account = Account(name=name, password="-", made=now(), role=Role.MODERATOR)
        writes.add(self.garden.store, account)

    def failed_notice(self, title: str) -> None:
        idea, at = self.ideas[title], now()
        notice = Notice(
            ref=new_reference(),
            event=Event.ARRIVED,
            about=idea.ref,
            challenge=idea.challenge,
            at=at,
            due=at,
            to=f"owner:{name_of(OWNER)}",
            state=Delivery.GIVEN_UP,
            done=at,
            error="Nobody answered.",
        )
        writes.add(self.garden.store, notice)

    def waits_for_backup(self) -> None:
        folder = self.garden.garden.backups
        for _ in range(200):
            if list(folder.glob("*")):
                return
            time.sleep(0.05)
        raise AssertionError("no backup was made")

    def card(self) -> str:
        """The link of an invitation."""
        brief = built(self.garden).briefs["supply"]
        (card,) = invite.make(self.garden.store, brief, 1, now(), group="suppliers")
        return card.address(self.garden.address)


def built(garden: Planted) -> Live:
    site = live(garden.garden)
    assert site is not None
    return site


def add_idea(garden: Planted, challenge: str, title: str, state: State) -> Idea:
    brief = built(garden).briefs[challenge]
    extra = {"role": "customer"} if challenge == CHALLENGE else {}
    idea = Idea(
        ref=new_reference(),
        challenge=challenge,
        form="idea",
        form_hash=define(brief.forms[0]).hash,
        answers={"title": title, **extra, **({"cost": 50} if challenge == "ovens" else {})},
        state=state,
        received=now(),
    )
    writes.add(garden.store, idea)
    return idea


def add_comment(garden: Planted, idea: Idea) -> None:
    form = built(garden).briefs[idea.challenge].form(COMMENT)
    assert form is not None
    comment = Comment(
        ref=new_reference(),
        challenge=idea.challenge,
        form=form.name,
        form_hash=define(form).hash,
        answers={"text": "Every morning", "name": "Anna"},
        state=State.APPROVED,
        received=now(),
        about=idea.ref,
    )
    writes.add(garden.store, comment)


@contextmanager
def village(folder: Path, shown: Mapping[str, list[str]], waiting: list[str]) -> Iterator[Village]:
    """With ideas by challenge that are shown, each of the bakery's with a comment, and such that
    wait.
    """
    briefs = {slug: ROLLS.format(slug=slug, voting=rule) for slug, rule in RULES.items()}
    briefs["ovens"] += COST
    briefs |= {"people": PEOPLE, "supply": SUPPLY}
    port = free_port()
    with open_office() as (office, mail):
        home = f"http://127.0.0.1:{port}"
        settings = SETTINGS.format(url=home, host=mail.host, port=mail.port, owner=OWNER)
        with planted(folder, port=port, more=briefs, settings=settings) as garden:
            at = now()
            ideas: dict[str, Idea] = {}
            for challenge, titles in shown.items():
                for title in titles:
                    ideas[title] = add_idea(garden, challenge, title, State.APPROVED)
                    if challenge == CHALLENGE:
                        add_comment(garden, ideas[title])
                writes.enqueue(garden.store, JobKind.FILL, challenge, at)
            for title in waiting:
                ideas[title] = add_idea(garden, CHALLENGE, title, State.WAITING)
            place = Village(garden, office, ideas)
            public = built(garden).public
            for titles in shown.values():
                wait_for(public / place.page(titles[-1])[1:] / "index.html")
            yield place
