"""A wave of 5,000 spam ideas and comments: no word of it is in public, the desk stays quick, and
one press takes all of it away and nothing else."""

import time

from flask import Flask

from collector.brief import COMMENT
from collector.entries import Comment, Idea, State, new_reference
from collector.store import Store, reads, writes
from tests.web.desk.conftest import Keep
from tests.web.desk.staff import Person
from tests.web.gardens import NOW
from tests.web.visitor import Visitor, fills

EACH = 2500
SPAM = "Cheap pills at https://pills.example"
LONGEST = 5.0
"""Seconds that a page of the desk may take, on a busy machine; it is some tenths on a quiet one."""


def breaks_over(store: Store, about: Idea, form_hash: str) -> None:
    facts = {
        "challenge": about.challenge,
        "form_hash": form_hash,
        "state": State.WAITING,
        "received": NOW,
        "flags": ("too fast",),
    }

    def act(store: Store) -> None:
        for number in range(EACH):
            title = {"title": f"{SPAM} {number}"}
            text = {"text": f"{SPAM} {number}"}
            writes.add(store, Idea(ref=new_reference(), form="idea", answers=title, **facts))
            said = Comment(
                ref=new_reference(), form=COMMENT, answers=text, about=about.ref, **facts
            )
            writes.add(store, said)

    store.transact(act)


def quickly(person: Person, path: str) -> str:
    begun = time.perf_counter()
    page = person.gets(path)
    assert time.perf_counter() - begun < LONGEST, path
    assert page.status == 200
    return page.text


def test_a_wave_of_5000_drowns_nobody(
    app: Flask, owner: Person, keep: Keep, store: Store, visitor: Visitor
) -> None:
    rye, honest = keep("Rye", state=State.APPROVED), keep("Oats")
    breaks_over(store, rye, visitor.form_hash())
    begun = time.perf_counter()
    fills(visitor)
    assert time.perf_counter() - begun < LONGEST

    # nobody outside sees any of it
    for path in (f"/challenges/bread/ideas/{rye.ref}/", "/challenges/bread/"):
        assert "pills" not in visitor.gets(path, buffered=True).html

    # who opens the desk finds what is no spam, and all of the wave as one list
    week = quickly(owner, "/desk/")
    assert "1 entry to read" in week
    assert "5000 that may be spam" in week
    assert "2000 or more ideas" in week
    assert "Oats" in quickly(owner, "/desk/queue/?suspected=no")
    found = "/desk/queue/?suspected=yes&words=pills.example"
    assert "All 5000 that this list has" in quickly(owner, found)

    # one press takes all of it away, and nothing else
    done = owner.presses(owner.gets(found), "Approve", do="spam", scope="all")
    assert "Marked as spam: 5000 entries" in done.text
    assert reads.number(store, State.SPAM) == 2 * EACH
    assert [each.ref for each in reads.ideas(store, "bread", State.WAITING)] == [honest.ref]
    assert "Oats" in quickly(owner, "/desk/queue/")
