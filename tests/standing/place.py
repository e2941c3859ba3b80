"""The corner bakery, laid out, served and planted, for tests that look at every page of it."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from collector import pages
from collector.acts import desk, progress, tags, vote
from collector.acts.merge import Merging, merge
from collector.acts.vote import Cast
from collector.brief import COMMENT, REPORT
from collector.cli.demo import lay_out
from collector.cli.samples import plant
from collector.cli.visitor import Visitor
from collector.entries import (
    Comment,
    Idea,
    JobKind,
    Progress,
    Report,
    Response,
    State,
    Step,
    Workshop,
    new_reference,
)
from collector.form import check, define
from collector.form.made import made
from collector.garden import Garden
from collector.store import Store, reads, writes
from tests.served import Served, serving
from tests.standing import rooms
from tests.standing.polls import call_to_vote, vote_on_all

PASSWORD = "flour, water, salt and time"


@dataclass(frozen=True)
class Bakery:
    """A served garden with samples in it, and the account of its owner."""

    served: Served
    garden: Garden
    idea: Idea
    """One that is shown, with a reply; another was merged into it."""
    merged: Idea
    comment: Comment
    """One on it that is shown and answered, with a report that waits."""
    workshops: Mapping[Step, Workshop] = field(default_factory=dict)
    """By the step that each is at."""

    @property
    def address(self) -> str:
        return self.served.address


@contextmanager
def bakery(folder: Path) -> Iterator[Bakery]:
    lay_out(folder)
    close_one(folder)
    part_one(folder)
    call_to_vote(folder)
    ask_for_more(folder)
    with serving(folder) as served:
        garden = Garden.find(folder)
        plant(garden, Visitor(served.address))
        with Store.open(garden) as store:
            answered = {reply.about for reply in reads.replies(store, "new-breads")}
            idea = next(each for each in reads.ideas(store, "new-breads") if each.ref in answered)
            name_authors(store, idea.challenge)
            bring_on(store, idea)
            comment = discuss(garden, store, idea)
            vote_apart(garden, store, idea)
            merged = merge_another(garden, store, idea)
            for place in vote_on_all(garden, store):
                wait_for(place)
            answer(garden, store, "what-matters", 40)
            held = rooms.hold(garden, store, served.address)
        yield Bakery(served, garden, idea, merged, comment, held)


def discuss(garden: Garden, store: Store, idea: Idea) -> Comment:
    """Comments of every kind on the idea; the one that is replied to, answered and reported."""
    site = pages.live(garden)
    assert site is not None
    said, told = (site.briefs[idea.challenge].form(name) for name in (COMMENT, REPORT))
    assert said is not None
    assert told is not None
    shared = {"challenge": idea.challenge, "received": datetime.now(UTC)}

    def says(text: str, state: State = State.APPROVED, parent: str = "", name: str = "") -> Comment:
        comment = Comment(
            **shared,
            ref=new_reference(),
            form=said.name,
            form_hash=define(said).hash,
            answers={"text": text, **({"name": name} if name else {})},
            state=state,
            about=idea.ref,
            parent=parent,
        )
        writes.add(store, comment)
        return comment

    first = says("I would come every morning for that.\n\nReally.", name="Anna")
    says("Me too", parent=first.ref)
    gone = says("Not shown any more", State.WITHDRAWN)
    says("I agree with you", parent=gone.ref, name="Bert")
    says("This waits", State.WAITING)
    desk.reply(store, first.ref, "Then see you on Monday!", "ada", shared["received"])
    report = Report(
        **shared,
        ref=new_reference(),
        form=told.name,
        form_hash=define(told).hash,
        answers={"why": "other", "words": "Who is Anna?"},
        state=State.WAITING,
        about=first.ref,
    )
    writes.add(store, report)
    return first


def vote_apart(garden: Garden, store: Store, idea: Idea) -> None:
    """Somebody votes whose browser keeps nothing."""
    built = pages.live(garden)
    assert built is not None
    cast = Cast(brief=built.briefs[idea.challenge], idea=idea.ref, value="yes")
    vote.cast(store, cast, datetime.now(UTC))


def bring_on(store: Store, idea: Idea) -> None:
    """Some ideas come further, and are filed under tags, so that lists and roadmap hold some."""
    now = datetime.now(UTC)
    ideas = [each for each in reads.ideas(store, idea.challenge, State.APPROVED) if not each.merged]
    others = [each.ref for each in ideas if each.ref != idea.ref]
    stood = {each.ref: each.progress for each in ideas}
    steps = (Progress.PLANNED, Progress.DONE, Progress.UNDER_REVIEW, Progress.DECLINED)
    for step, ref in zip((Progress.IN_PROGRESS, *steps), (idea.ref, *others), strict=False):
        if stood[ref] is not step:
            progress.progress(store, step, [ref], "ada", now)
        tags.tag(store, ref, ["Warm & fresh", step.value], "ada", now)


def close_one(folder: Path) -> None:
    """One challenge has ended, so that its pages are walked too."""
    text = (folder / "challenges" / "new-breads.md").read_text("utf-8")
    ended = re.sub(r"(?m)^closes: .*$", "closes: 2026-01-31", text)
    ended = re.sub(r"(?m)^opens: .*\n", "", ended).replace("bake next?", "bake at Christmas?")
    (folder / "challenges" / "christmas.md").write_text(ended, encoding="utf-8")


BY_ITSELF = """
[recognition]
month = "most comments among all ideas"

[[schedule]]
name = "friday"
do = "export"
every = "friday at 18:00"
"""


def ask_for_more(folder: Path) -> None:
    """An idea of the month by a rule, and something that is done by itself."""
    path = folder / "ideagarden.toml"
    path.write_text(path.read_text("utf-8") + BY_ITSELF, encoding="utf-8")


def name_authors(store: Store, challenge: str) -> None:
    """Whoever gave a name has agreed to be named among the contributors."""
    for each in list(reads.ideas(store, challenge)):
        if each.answers.get("name"):
            writes.replace(store, replace(each, agreed={"credit": "0" * 64}), each.revision)


def part_one(folder: Path) -> None:
    """One challenge goes by phases: one is over, one is on, one is still to come."""
    today = datetime.now(UTC).date()
    edges = [today + timedelta(days=each) for each in (-20, -10, -5, 10, 11, 30)]
    lines = (
        "- Send ideas: {} to {}, submit, comment, show ideas",
        "- Vote: {} to {}, vote, comment, show ideas",
        "- We think it over: {} to {}, show ideas, counts",
    )
    phases = "\n".join(
        line.format(*edges[2 * index : 2 * index + 2]) for index, line in enumerate(lines)
    )
    text = f"---\nphases:\n{phases}\nvoting: approve\n---\n{PHASED}"
    (folder / "challenges" / "by-phases.md").write_text(text, encoding="utf-8")


PHASED = """
# What goes into the Easter basket?

First you send ideas, then you vote on them.

## Share your idea {.idea}

### Give it a name * {#title}
____
"""


def merge_another(garden: Garden, store: Store, idea: Idea) -> Idea:
    """Into the idea, with a sentence; the other one."""
    ideas = reads.ideas(store, idea.challenge, State.APPROVED)
    other = [each for each in ideas if each.ref != idea.ref and not each.merged][-1]
    merging = Merging("ada", datetime.now(UTC), "Both ask for the same.")
    merge(store, other.ref, idea.ref, merging)
    site = pages.live(garden)
    assert site is not None
    place = site.public / f"challenges/{idea.challenge}/ideas/{other.ref}/index.html"
    wait_for_words(place, "was merged into")
    return other


def answer(garden: Garden, store: Store, slug: str, times: int) -> None:
    """As many answers to the challenge's survey, no two neighbours alike, on its pages too."""
    site = pages.live(garden)
    assert site is not None
    (form,) = site.briefs[slug].forms
    now = datetime.now(UTC)
    for turn in range(times):
        raw = {
            name: texts
            for asked in form.questions
            for name, texts in made(asked, turn=turn).items()
        }
        sent = check(define(form), raw, today=now.date())
        response = Response(
            ref=new_reference(),
            challenge=slug,
            form=form.name,
            form_hash=define(form).hash,
            answers=sent.answers,
            state=State.APPROVED,
            received=now,
        )
        writes.add(store, response)
    writes.enqueue(store, JobKind.FILL, slug, now)
    wait_for(site.public / f"challenges/{slug}/results/results.csv")


def wait_for(path: Path) -> None:
    end = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < end, f"{path} was not made"
        time.sleep(0.1)


def wait_for_words(path: Path, words: str) -> None:
    end = time.monotonic() + 20
    while not path.exists() or words not in path.read_text("utf-8"):
        assert time.monotonic() < end, f"{words!r} never stood in {path}"
        time.sleep(0.1)
