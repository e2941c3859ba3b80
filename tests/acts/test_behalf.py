"""What is entered for somebody is kept with its receipt in one act, and once."""

import pytest

from collector.acts import behalf
from collector.acts.visit import Submission
from collector.brief import Shape
from collector.entries import State
from collector.errors import Closed, Conflict
from collector.form import define
from collector.store import Store, reads
from tests.form.forms import form, question
from tests.kept import AFTER, BEFORE, NOW, brief

IDEA = form(question(Shape.TEXT, "title"))


def submission(**changes) -> Submission:
    about = {
        "brief": brief(IDEA),
        "form": IDEA,
        "form_hash": define(IDEA).hash,
        "answers": {"title": "Rye"},
        "digest": "d",
        "code_hash": "c",
        "source": "interview",
        "typed_by": "ada",
    }
    return Submission(**{**about, **changes})


def enter(store: Store, approve: bool = False, **changes) -> behalf.Entered:
    return behalf.enter(store, submission(**changes), NOW, approve=approve)


def test_it_waits_or_is_approved_as_wanted(store: Store) -> None:
    assert enter(store).entry.state is State.WAITING
    entered = enter(store, True, code_hash="e", digest="e")
    assert reads.idea(store, entered.entry.ref).state is State.APPROVED
    assert [each.by for each in reads.decisions(store)] == ["ada"]


def test_the_form_is_kept_with_its_words(store: Store) -> None:
    enter(store)
    assert set(reads.definitions(store, "bread")) == {define(IDEA).hash}
    assert set(reads.labels(store, "bread", "en")) == {define(IDEA).hash}


def test_the_same_again_keeps_and_decides_nothing(store: Store) -> None:
    first, again = enter(store), enter(store, True)
    assert (again.again, again.entry.ref) == (True, first.entry.ref)
    assert reads.decisions(store) == []
    with pytest.raises(Conflict, match="other-content"):
        enter(store, digest="other")


def test_after_closing_it_is_taken_and_before_opening_not(store: Store) -> None:
    assert enter(store, brief=brief(IDEA, closes=BEFORE)).entry.state is State.WAITING
    with pytest.raises(Closed):
        enter(store, code_hash="e", brief=brief(IDEA, opens=AFTER))
