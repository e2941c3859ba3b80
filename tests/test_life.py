"""The life of one idea: from a slip of paper to "done", with everybody told who asked to be."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from collector.cli import main
from collector.entries import Idea, Role, State
from collector.garden import Garden, StoreSettings
from collector.jobs import Runner, rebuild
from collector.store import Store, reads
from collector.web import create_app
from tests.engines import not_in_memory
from tests.gardens import lay_out
from tests.notices.post_office import PostOffice, open_office
from tests.web.desk.staff import Person, let_in
from tests.web.desk.test_behalf import code_on, enters
from tests.web.desk.test_programme import numbers
from tests.web.gardens import NOW
from tests.web.public import ballot_box
from tests.web.public.talk import Talk
from tests.web.visitor import Clock, Visitor

BRIEF = """\
---
closes: never
voting: approve
answers within: 14 days
---

# What should we bake next?

Our oven stands idle on weekday afternoons.

## Share your idea {.idea}

### Give it a name * {#title}
____ (3–80 characters)

### Tell us more {#text}
____ (long)
"""
SETTINGS = """\
name = "Corner Bakery"
[site]
url = "https://ideas.bakery.example"
[store]
url = "{store}"
[mail]
host = "{host}"
port = {port}
security = "none"
from = "garden@bakery.example"
"""


RECEIPT = "/collect/-/receipt"


@dataclass
class Bakery:
    """Everything there is, and what is left to do done at once."""

    garden: Garden
    app: Flask
    clock: Clock
    office: PostOffice

    @property
    def store(self) -> Store:
        return self.app.extensions["garden"].store

    def visitor(self) -> Visitor:
        """Somebody with a browser of their own."""
        return Visitor(self.app, self.clock)

    def works(self) -> None:
        runner = Runner(self.garden, self.store, self.clock)
        for _ in range(2):
            self.clock.turn(seconds=5)
            runner.tell(self.clock.now)
            while runner.once():
                pass
        runner.limits.close()

    def mail(self) -> str:
        """The newest one, as it is read."""
        letter = self.office.received[-1]
        return f"{letter['To']}: {letter['Subject']}\n{letter.get_content()}"


@pytest.fixture
def bakery(
    tmp_path: Path, engine: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bakery]:
    with open_office() as (office, mail):
        told = SETTINGS.format(store=engine.url, host=mail.host, port=mail.port)
        garden = lay_out(tmp_path, {"bread": BRIEF}, told)
        with Store.open(garden) as store:
            rebuild(garden, store, NOW)
        clock = Clock(NOW)
        monkeypatch.setattr("collector.cli.export.now", clock)
        app = create_app(garden, clock=clock)
        yield Bakery(garden, app, clock, office)
        app.extensions["garden"].store.close()
        app.extensions["garden"].limits.close()


def named(store: Store, title: str) -> Idea:
    return next(each for each in reads.ideas(store, "bread") if each.answers["title"] == title)


@not_in_memory
def test_an_idea_lives_from_a_slip_of_paper_until_it_is_done(  # noqa: PLR0915  # a long life
    bakery: Bakery, tmp_path: Path
) -> None:
    store, owner = bakery.store, let_in(bakery.app, "ada", Role.OWNER)

    # a slip is printed, filled in beside the till by Maja, and typed in with a receipt for her
    slip = tmp_path / "slip.html"
    assert main(["--garden", str(tmp_path), "slips", "bread", "--to", str(slip)]) == 0
    assert "Give it a name" in slip.read_text("utf-8")
    said = {"title": "Rye & walnut", "text": "For the afternoon", "_source": "comment card"}
    card = code_on(enters(owner, **said))
    [walnut] = reads.ideas(store, "bread")
    assert (walnut.state, walnut.source, walnut.typed_by) == (State.WAITING, "comment card", "ada")
    maja = bakery.visitor()
    assert "waiting for us" in maja.posts(RECEIPT, {"code": card}).text

    # it waits, is approved, and stands on its page
    ben, cem = bakery.visitor(), bakery.visitor()
    page = f"/challenges/bread/ideas/{walnut.ref}/"
    assert ben.gets(page).status == 404
    assert "Rye & walnut" in owner.gets("/desk/queue/").text
    owner.approves(walnut)
    bakery.works()
    assert "For the afternoon" in ben.gets(page).text

    # Maja sees on her receipt where it stands, and wants to be told by mail, too
    assert page in maja.posts(RECEIPT, {"code": card}).html
    follow = f"/collect/-/ideas/{walnut.ref}/follow"
    assert "mailbox" in maja.posts(follow, {"email": "maja@home.example"}).text
    bakery.works()
    link = re.search(r"/collect/-/follow/\S+", bakery.mail())
    assert link
    assert "You will be told" in maja.posts(link[0], {}).text

    # two people vote, one of them twice
    for voter in (ben, ben, cem):
        ballot_box.votes(voter, walnut.ref)
    bakery.works()
    assert "2 votes" in ben.gets(page).text

    # one comments, another one replies
    talk = Talk(ben, store, walnut)
    first = talk.says("With honey?", name="Ben")
    talk.visitor = cem
    talk.says("Without!", to=first.ref)
    bakery.works()
    assert re.search("With honey?.*Without!", ben.gets(page).text)

    # Dee sends much the same, has a receipt, and votes for her own
    dee = bakery.visitor()
    receipt = dee.sends({"title": "Walnut rye", "text": "In the afternoon"})
    similar = named(store, "Walnut rye")
    owner.approves(similar)
    bakery.works()
    for voter in (dee, cem):
        ballot_box.votes(voter, similar.ref)

    # they become one: each person counts once
    merged = f"/desk/entries/{similar.ref}/merge?into={walnut.ref}"
    button = "Merge “Walnut rye” into “Rye & walnut”"
    owner.presses(owner.gets(merged), button, text="Both are the same loaf.")
    bakery.works()
    told = ben.gets(page).text
    assert "3 votes" in told
    assert "Walnut rye" in told
    assert page in dee.posts(RECEIPT, {"code": receipt}).html

    # planned, with an official answer that whoever follows reads
    brings_on(owner, walnut, "planned", "From May on, on Fridays.")
    bakery.works()
    told = ben.gets(page).text
    assert "From May on, on Fridays." in told
    letter = bakery.mail()
    assert letter.startswith("maja@home.example: planned: Rye & walnut")
    assert "> From May on, on Fridays." in letter

    # done: its page, its author's receipt and Maja's mailbox tell it
    bakery.clock.turn(days=30)
    owner = let_in_again(bakery)
    brings_on(owner, walnut, "done", "It is on the shelf. Thank you!")
    bakery.works()
    assert "It is on the shelf" in ben.gets(page).text
    for person, code in ((maja, card), (dee, receipt)):
        assert "Done since 20 December 2026" in person.posts(RECEIPT, {"code": code}).text
    assert "It is on the shelf" in maja.posts(RECEIPT, {"code": card}).text
    assert "done: Rye & walnut" in bakery.mail()
    assert [each["Subject"] for each in bakery.office.received] == [
        "Please confirm: follow an idea at Corner Bakery",
        "A comment on: Rye & walnut",
        "A reply to a comment on: Rye & walnut",
        "planned: Rye & walnut",
        "done: Rye & walnut",
    ]

    # all that is taken home agrees, and so does the programme
    ideas = exported(bakery, "ideas")
    assert [(row["title"], row["source"], row["progress"], row["votes"]) for row in ideas] == [
        ("Rye & walnut", "comment card", "done", "3"),
        ("Walnut rye", "web", "open", ""),
    ]
    cast = exported(bakery, "votes")
    assert len(cast) == 4
    assert [row["counts_with"] for row in cast if row["counted"] == "1"] == [walnut.ref] * 3
    assert [row["text"] for row in exported(bakery, "comments")] == ["With honey?", "Without!"]
    with ben.client.get("/collect/-/published/bread.json") as answer:
        (idea,) = answer.json["ideas"]
    assert (idea["votes"]["n"], idea["progress"]) == (3, "done")
    assert [each["title"] for each in idea["merged"]] == ["Walnut rye"]
    funnel = numbers(owner.gets("/desk/programme/bread/"))
    assert [funnel[step] for step in ("Sent", "Voted", "Shortlisted", "Done")] == [*"2111"]
    assert funnel["Answered"] == "2"

    # nobody's address is in any public byte
    public = [*bakery.garden.build.rglob("*"), *bakery.garden.published.rglob("*")]
    assert not [each for each in public if each.is_file() and b"maja@home" in each.read_bytes()]


def exported(bakery: Bakery, what: str) -> list[dict[str, str]]:
    path = bakery.garden.root / f"{what}.csv"
    words = ["export", "bread", "--what", what, "--to", str(path)]
    assert main(["--garden", str(bakery.garden.root), *words]) == 0
    return [*csv.DictReader(path.read_text("utf-8-sig").splitlines())]


def let_in_again(bakery: Bakery) -> Person:
    """Ada logs in anew after a month."""
    owner = Person(bakery.app, "ada")
    owner.logs_in()
    return owner


def brings_on(owner: Person, idea: Idea, step: str, text: str) -> None:
    page = owner.gets(f"/desk/entries/{idea.ref}")
    owner.presses(page, "Keep what becomes of it", step=step, text=text)
