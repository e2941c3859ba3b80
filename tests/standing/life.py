"""The life of a community beside its model: a machine that does anything, in any order."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from collector import published
from collector.acts import desk, merge, progress, receipt, upkeep, visit, vote
from collector.acts.about import About
from collector.acts.merge import Merging
from collector.acts.visit import Submission
from collector.acts.vote import Cast
from collector.brief import COMMENT, Brief, Form
from collector.entries import Progress, new_reference
from collector.errors import Closed, Conflict, Unknown
from collector.form import define, labels
from collector.garden import Garden
from collector.jobs import Runner
from collector.moderation import Move
from collector.pages import live
from collector.published import PublishedData
from collector.store import Store, reads, writes
from collector.store.engine import MEMORY
from collector.web import create_app
from tests.standing.community import ENDS, STRETCHES, TARGETS, Answer, Model, Remark, Thought
from tests.standing.community import phases as written
from tests.web.visitor import Clock

BRIEF = f"""\
---
{written()}
voting: updown, 3 per person
---

# What should we bake next?

Tell us, and say what you think of what others told.

## Your idea {{.idea}}

### A name * {{#title}}
____

### More {{#text}}
____ (long)

### Where can we write to you? {{#mail .personal}}
____
"""
SETTINGS = """\
name = "Corner Bakery"
timezone = "Europe/Berlin"
[site]
url = "https://ideas.bakery.example"
[backup]
keep = 0
"""
REFUSED = (Closed, Conflict, Unknown)
START = datetime(2026, 11, 10, 9, tzinfo=UTC)
"""In the second week, when everything may be done."""

which = st.integers(0, 30)
few = st.integers(0, 5)
pairs = st.sampled_from([(one, other) for one in range(6) for other in range(6) if one != other])
voters = st.sampled_from(["ada", "ben", "cem", "dee", ""])
values = st.sampled_from(["up", "up", "down", ""])
moves = st.sampled_from(["approve", "approve", "reject", "spam", "reopen"])


class Life(RuleBasedStateMachine):
    """A garden beside its model: what visitors do, what the desk does, and time."""

    def __init__(self, garden: Garden) -> None:
        super().__init__()
        self.garden = garden
        self.clock = Clock(START)
        self.model = Model(START)
        self.open()
        keep_forms(self.store, self.brief)

    def open(self) -> None:
        self.app: Flask = create_app(self.garden, clock=self.clock)
        self.store: Store = self.app.extensions["garden"].store
        self.runner = Runner(self.garden, self.store, self.clock)
        self.client = self.app.test_client()

    def close(self) -> None:
        self.store.close()
        self.app.extensions["garden"].limits.close()
        self.runner.limits.close()

    @property
    def brief(self) -> Brief:
        site = live(self.garden)
        assert site is not None
        return site.briefs["bread"]

    def does(self, act: Callable[[], Any], allowed: bool) -> Any:
        """Do it; whether it may be done is what the model says."""
        if allowed:
            return act()
        with pytest.raises(REFUSED):
            act()
        return None

    def idea(self, n: int) -> Thought:
        return [*self.model.ideas.values()][n % len(self.model.ideas)]

    def remark(self, n: int) -> Remark:
        return [*self.model.remarks.values()][n % len(self.model.remarks)]

    def any(self, n: int) -> Thought | Remark:
        everything = [*self.model.ideas.values(), *self.model.remarks.values()]
        return everything[n % len(everything)]

    has_remarks = precondition(lambda self: self.model.remarks)

    # visitors

    def send(self, form: Form, answers: dict[str, str], about: About | None = None) -> str:
        """The code of the receipt."""
        code = new_reference()
        submission = Submission(
            brief=self.brief,
            form=form,
            form_hash=define(form).hash,
            answers=answers,
            digest=visit.content_digest("bread", form.name, answers),
            code_hash=receipt.code_hash(code),
            about=about,
        )
        visit.send(self.store, submission, self.clock.now)
        return code

    @initialize(merged=st.lists(pairs, max_size=3))
    def some_are_here_already(self, merged: list[tuple[int, int]]) -> None:
        for _ in range(5):
            self.submit()
        self.approve_all_that_wait()
        self.comment(0)
        self.approve_all_that_wait()
        self.reply_to_a_comment(0)
        self.approve_all_that_wait()
        self.vote([(0, "ada", "up"), (1, "ada", "down"), (2, "ada", "up"), (1, "", "up")])
        self.vote([(1, "ben", "up"), (0, "ben", "down"), (2, "cem", "down"), (0, "cem", "up")])
        self.merge(merged)

    @rule()
    def submit(self) -> None:
        title, text, private = (self.model.word() for _ in range(3))
        form = self.brief.form("idea")
        assert form is not None
        answers = {"title": title, "text": text, "mail": private}
        code = self.does(lambda: self.send(form, answers), self.model.allows("submit"))
        if code:
            ref = receipt.look(self.store, code).entry.ref
            self.model.ideas[ref] = Thought(ref, code, title, text, private)

    @rule(said=st.lists(st.tuples(few, voters, values), min_size=1, max_size=6))
    def vote(self, said: list[tuple[int, str, str]]) -> None:
        for n, voter, value in said:
            self.say_of(self.idea(n).ref, voter, value)

    def say_of(self, ref: str, voter: str, value: str) -> None:
        """An empty value takes the vote back; without a key that can't be done so."""
        cast = Cast(brief=self.brief, idea=ref, value=value, voter=voter)
        back = bool(voter) and self.model.allows("vote")
        allowed = self.model.may_vote(ref, voter) if value else back
        if self.does(lambda: vote.cast(self.store, cast, self.clock.now), allowed):
            self.model.vote(ref, voter, value)

    @rule(n=which)
    def comment(self, n: int) -> None:
        about = self.idea(n).ref
        self.say(About(about), self.model.takes_part(about), about, "")

    @has_remarks
    @rule(n=which)
    def reply_to_a_comment(self, n: int) -> None:
        """At the idea where the comment is shown."""
        parent = self.remark(n)
        shown_at = self.model.standing(parent.about)
        is_there = self.model.is_seen(self.model.ideas[parent.about]) or shown_at != parent.about
        allowed = (
            self.model.takes_part(shown_at)
            and is_there
            and parent.state == "approved"
            and not parent.parent
        )
        self.say(About(shown_at, parent.ref), allowed, parent.about, parent.ref)

    def say(self, where: About, may_be: bool, about: str, parent: str) -> None:
        word, name = self.model.word(), self.model.word()
        form = self.brief.form(COMMENT)
        assert form is not None
        allowed = may_be and self.model.allows("comment")
        code = self.does(lambda: self.send(form, {"text": word, "name": name}, where), allowed)
        if code:
            ref = receipt.look(self.store, code).entry.ref
            self.model.remarks[ref] = Remark(ref, code, about, parent, word, name)

    @rule(n=which, way=st.sampled_from(["withdraw", "erase", "be erased"]))
    def leave(self, n: int, way: str) -> None:
        one, now = self.any(n), self.clock.now
        if one.state == "erased":
            with pytest.raises(Unknown):
                receipt.look(self.store, one.code)
        elif way == "withdraw":
            receipt.withdraw(self.store, one.code, now)
            one.state = "withdrawn"
        elif way == "erase":
            upkeep.erase_by_receipt(self.garden, self.store, one.code, now)
            self.model.erase(one.ref)
        else:
            upkeep.erase(self.garden, self.store, one.ref, "ada", now)
            self.model.erase(one.ref)

    # the desk

    @rule(moved=st.lists(st.tuples(few, moves), min_size=1, max_size=3))
    def decide(self, moved: list[tuple[int, str]]) -> None:
        for n, move in moved:
            one = self.any(-n)
            allowed = one.state not in ENDS and one.state != TARGETS[move]
            if self.does(partial(self.moves, Move(move), one.ref), allowed):
                one.state = TARGETS[move]

    def moves(self, move: Move, ref: str) -> object:
        return desk.decide(self.store, move, [ref], "ada", self.clock.now)

    @rule()
    def approve_all_that_wait(self) -> None:
        for each in [*self.model.ideas.values(), *self.model.remarks.values()]:
            if each.state == "waiting":
                self.moves(Move.APPROVE, each.ref)
                each.state = "approved"

    @rule(n=which)
    def decide_and_think_again(self, n: int) -> None:
        one = self.any(n)
        if one.state == "approved":
            self.moves(Move.REJECT, one.ref)
            desk.undo(self.store, [one.ref], "ada", self.clock.now)

    @rule(n=which)
    def answer(self, n: int) -> None:
        one, word = self.any(n), self.model.word()
        act = lambda: desk.reply(self.store, one.ref, word, "ada", self.clock.now)  # noqa: E731
        if answer := self.does(act, one.state not in ENDS):
            one.answers.append(Answer(answer.ref, word))

    @rule(n=which, step=st.sampled_from([each for each in Progress if each is not Progress.OPEN]))
    def bring_on(self, n: int, step: Progress) -> None:
        one = self.idea(n)
        stands = self.model.standing(one.ref) == one.ref
        allowed = one.state not in ENDS and one.progress != step and stands
        act = lambda: progress.progress(self.store, step, [one.ref], "ada", self.clock.now)  # noqa: E731
        if self.does(act, allowed):
            one.progress = step

    @rule(merged=st.lists(pairs, min_size=1, max_size=4))
    def merge(self, merged: list[tuple[int, int]]) -> None:
        for n, into in merged:
            one, other = self.idea(n), self.idea(into)
            allowed = self.model.may_merge(one.ref, other.ref)
            if self.does(partial(self.merges, one.ref, other.ref), allowed):
                one.merged = other.ref

    def merges(self, ref: str, into: str) -> object:
        return merge.merge(self.store, ref, into, Merging("ada", self.clock.now))

    @rule(n=which)
    def unmerge(self, n: int) -> None:
        one = self.idea(n)
        act = lambda: merge.unmerge(self.store, one.ref, "ada", self.clock.now)  # noqa: E731
        if self.does(act, bool(one.merged)):
            one.merged = ""

    @rule(pair=pairs)
    def merge_and_unmerge(self, pair: tuple[int, int]) -> None:
        one, other = map(self.idea, pair)
        if self.model.may_merge(one.ref, other.ref):
            before = self.told()
            self.merges(one.ref, other.ref)
            merge.unmerge(self.store, one.ref, "ada", self.clock.now)
            assert self.told() == before

    # time

    @rule(step=st.sampled_from(["hours", "hours", "just before the turn", "turn", "two weeks"]))
    def let_time_pass(self, step: str) -> None:
        turns = [each.ends for each in STRETCHES if each.ends > self.clock.now]
        turn = turns[0].astimezone(UTC) if turns else self.clock.now
        steps = {
            "hours": self.clock.now + timedelta(hours=5),
            "just before the turn": turn - timedelta(seconds=1),
            "turn": turn,
            "two weeks": self.clock.now + timedelta(weeks=2),
        }
        self.set_time(max(self.clock.now, steps[step]))

    def set_time(self, now: datetime) -> None:
        self.clock.now = self.model.now = now

    @precondition(lambda self: self.garden.settings.store.url != MEMORY)
    @rule()
    def start_again(self) -> None:
        self.close()
        self.open()

    # what is left to do

    def told(self) -> PublishedData:
        self.works()
        data = published.read(self.garden.published / "bread.json")
        assert data is not None
        return data

    def works(self) -> None:
        """All that is left to do, also what waits for something else."""
        for _ in range(3):
            self.set_time(self.clock.now + timedelta(seconds=5))
            self.runner.renew(self.clock.now)
            while self.runner.once():
                pass
        assert [job for job in reads.jobs(self.store) if job.error and not job.done] == []

    def teardown(self) -> None:
        self.close()


def keep_forms(store: Store, brief: Brief) -> None:
    """As the build that the garden was copied from did in its own store."""
    for each in (*brief.forms, *brief.built_in):
        asked = define(each)
        kept = (asked.hash, asked.to_document(), labels(each), brief.language)
        writes.keep_definition(store, brief.slug, each.name, *kept)
