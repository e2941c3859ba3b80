"""What is not approved, or not for everybody, is in no public byte: neither built nor answered.

Every kind of entry is forged in every state, with a word of its own in each answer; pages are
filled and built; then every file and every public address is looked through.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from collector.brief import COMMENT, REPORT
from collector.entries import (
    Benefit,
    Comment,
    Event,
    File,
    Idea,
    JobKind,
    Part,
    Person,
    Progress,
    Reply,
    Report,
    Response,
    State,
    ThankYou,
    new_reference,
)
from collector.garden import Garden
from collector.jobs import Runner, rebuild
from collector.pages import live
from collector.store import Store, outbox, reads, writes
from collector.web import create_app
from tests.standing.matrix import MATRIX
from tests.standing.test_permissions import concrete
from tests.standing.traces import unpacked
from tests.web.gardens import NOW
from tests.web.public.files import plant_photos
from tests.web.visitor import Clock, Visitor

HIDDEN = [state for state in State if state is not State.APPROVED]
REFS = {state: new_reference() for state in State}
"""Of files."""

SHOWN_WORDS = {
    b"word-approved-title",
    b"word-approved-text",
    b"word-approved-reply",
    b"word-approved-tag",
    b"word-approved-learnt",
    b"word-approved-said-name",
    b"word-approved-answer",
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = create_app(plant_photos(tmp_path_factory.mktemp("waiting") / "garden"), clock=Clock(NOW))
    context = app.extensions["garden"]
    told_of(context.garden)
    form_hash = Visitor(app, Clock(NOW)).form_hash()
    for state in State:
        forge(context.store, state, form_hash)
        forge_file(context.store, state, Visitor(app, Clock(NOW)).form_hash("photos"))
    for slug in ("bread", "photos"):
        writes.enqueue(context.store, JobKind.FILL, slug, NOW)
    runner = Runner(context.garden, context.store, Clock(NOW))
    while runner.once():
        pass
    rebuild(context.garden, context.store, NOW)
    yield app
    context.store.close()


def told_of(garden: Garden) -> None:
    """A report of the quarter and a story, so that they are looked through too."""
    for place, text in REPORTS.items():
        path = garden.own_pages / place
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")


REPORTS = {
    "reports/2026-Q4.md": "---\nkind: report\n---\n",
    "stories/word-approved-tag.md": "---\nkind: story\n---\n\n## How it was\n\nCold.\n",
}
"""The story is about whatever has its name as a tag."""


def forge(store: Store, state: State, form_hash: str) -> None:
    """One idea and one response in this state; the words tell where they came from."""

    def word(place: str) -> str:
        return f"word-{state.value}-{place}"

    answers = {name: word(name) for name in ("title", "text", "role_other", "supply", "email")}
    idea = Idea(
        ref=new_reference(),
        challenge="bread",
        form="idea",
        form_hash=form_hash,
        answers=answers | {"role": "other"},
        state=state,
        received=NOW,
        tags=(word("tag"),),
        progress=Progress.PLANNED,
        progressed=NOW,
    )
    writes.add(store, idea)
    told = Reply(
        ref=new_reference(), about=idea.ref, challenge="bread", text=word("reply"), by="ada", at=NOW
    )
    writes.add(store, told)
    thanks = ThankYou(
        ref=new_reference(),
        about=idea.ref,
        challenge="bread",
        text=word("thanks"),
        by="ada",
        at=NOW,
    )
    writes.add(store, thanks)
    survey = {"how": 3, "else": (word("else"),)}
    response = Response(
        ref=new_reference(),
        challenge="bread",
        form="visit",
        form_hash=form_hash,
        answers=survey,
        state=state,
        received=NOW,
    )
    writes.add(store, replace(response))
    forge_talk(store, state, idea)
    forge_benefits(store, idea, word("learnt"))
    forge_follower(store, idea, word("follower"))


def forge_benefits(store: Store, idea: Idea, learnt: str) -> None:
    """What it brought, first all shown, then only the learnt: a version before tells nothing."""
    blank = Benefit.blank(idea.ref, idea.challenge)
    said = {"learnt": f"{learnt}-before", "value": "7", "value_unit": f"{learnt}-before"}
    first = replace(blank, **said, shown=tuple(Part)).following(blank, NOW)
    unit = {"value": "8", "value_unit": f"{learnt}-unit"}
    for each in (
        first,
        replace(blank, learnt=learnt, **unit, shown=("learnt",)).following(first, NOW),
    ):
        writes.add(store, each)


def forge_follower(store: Store, idea: Idea, contact: str) -> None:
    """Somebody who follows the idea, and is to be told of it."""
    ref = new_reference()
    person = Person(
        ref=ref,
        place=ref,
        contact=contact,
        about=idea.ref,
        challenge=idea.challenge,
        language="en",
        asked=NOW,
        confirm_hash=ref,
        leave_hash=ref,
        confirmed=NOW,
    )
    writes.add(store, person)
    store.transact(lambda store: outbox.tell(store, Event.ANSWERED, idea.ref, "bread", NOW))


def forge_talk(store: Store, state: State, idea: Idea) -> None:
    """A comment in this state with a reply to it, and a report; on an idea in this state and on
    one that is shown."""
    shown = next(iter(reads.ideas(store, "bread", State.APPROVED)), None)

    def said(text: str, about: Idea, state: State, parent: str = "") -> Comment:
        comment = Comment(
            ref=new_reference(),
            challenge="bread",
            form=COMMENT,
            form_hash="0" * 64,
            answers={"text": text, "name": f"{text}-name"},
            state=state,
            received=NOW,
            about=about.ref,
            parent=parent,
        )
        writes.add(store, comment)
        return comment

    for about in (idea, shown) if shown else ():
        hidden = f"word-{state.value}-said"
        comment = said(hidden, about, state)
        owned = state not in (State.APPROVED, State.WITHDRAWN, State.ERASED)
        said(
            f"{hidden}-reply" if owned else "word-approved-answer",
            about,
            State.APPROVED,
            comment.ref,
        )
        said(f"{hidden}-again", about, state, said("word-approved-said", about, State.APPROVED).ref)
    report = Report(
        ref=new_reference(),
        challenge="bread",
        form=REPORT,
        form_hash="0" * 64,
        answers={"why": "other", "words": f"word-{state.value}-report"},
        state=state,
        received=NOW,
        about=idea.ref,
    )
    writes.add(store, report)


def forge_file(store: Store, state: State, form_hash: str) -> None:
    """One idea with a file, in this state."""
    title, recipe = (f"word-{state.value}-{place}" for place in ("title", "file"))
    idea = Idea(
        ref=new_reference(),
        challenge="photos",
        form="idea",
        form_hash=form_hash,
        answers={"title": title, "recipe": REFS[state]},
        state=state,
        received=NOW,
    )
    writes.add(store, idea)
    file = File(
        ref=REFS[state],
        challenge="photos",
        form="idea",
        column="recipe",
        name=f"{recipe}.pdf",
        type="pdf",
        size=1,
        hash="0" * 64,
        since=NOW,
        about=idea.ref,
    )
    writes.add(store, file)


def words() -> set[bytes]:
    """Every forged word that nobody may see."""
    places = ("title", "text", "role_other", "supply", "email", "reply", "else", "tag", "said")
    hidden = {f"word-{state.value}-{place}".encode() for state in HIDDEN for place in places}
    private = {f"word-approved-{place}".encode() for place in ("role_other", "supply", "email")}
    files = {f"word-{state.value}-file".encode() for state in State}
    refs = {ref.encode() for ref in REFS.values()}
    learnt = {f"word-{state.value}-learnt".encode() for state in HIDDEN}
    learnt |= {b"word-approved-learnt-before", b"word-approved-learnt-unit"}
    thanks = {f"word-{state.value}-thanks".encode() for state in State}
    reports = {f"word-{state.value}-report".encode() for state in State}
    return hidden | private | files | refs | reports | thanks | learnt | {b"word-approved-else"}


def public_files(app: Flask) -> list[Path]:
    garden = app.extensions["garden"].garden
    files = [*garden.build.rglob("*"), *garden.published.rglob("*")]
    return [each for each in files if each.is_file()]


def test_no_hidden_word_is_in_any_built_or_published_byte(app: Flask) -> None:
    found = {
        (str(path), word)
        for path in public_files(app)
        for word in words()
        if word in unpacked(path)
    }
    assert found == set()


def test_what_was_approved_is_there_and_packed_alike(app: Flask) -> None:
    everything = b"".join(map(unpacked, public_files(app)))
    assert {word for word in SHOWN_WORDS if word in everything} == SHOWN_WORDS
    packed = b"".join(unpacked(path) for path in public_files(app) if path.suffix == ".gz")
    assert b"word-approved-title" in packed


def test_no_hidden_word_is_at_any_public_address(app: Flask) -> None:
    visitor = Visitor(app, Clock(NOW))
    site = live(app.extensions["garden"].garden)
    assert site is not None
    pages = [f"/{each.relative_to(site.public)}" for each in site.public.rglob("*.html")]
    searches = [f"/collect/-/ideas/bread?{asked}" for asked in ("q=word", "progress=planned")]
    routes = [concrete(route) for route in MATRIX if route.startswith("GET /collect")]
    for address in [*pages, *routes, *searches]:
        with visitor.gets(address).response as answer:
            content = answer.get_data()
        assert {word for word in words() if word in content} == set(), address
