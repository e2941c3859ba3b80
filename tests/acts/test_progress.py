from datetime import datetime, timedelta

import pytest

from collector.acts import desk, merge
from collector.acts.merge import Merging
from collector.acts.progress import progress
from collector.entries import Progress, State
from collector.errors import Conflict
from collector.store import Store, reads
from collector.words import say
from tests.acts.ideas import NOW, keep

LATER = NOW + timedelta(days=3)


def step_of(store: Store, ref: str) -> tuple[Progress, datetime | None]:
    found = reads.idea(store, ref)
    assert found
    return found.progress, found.progressed


def test_an_idea_is_brought_on_with_its_day_and_what_is_said_to_it(store: Store) -> None:
    keep(store, "rye")
    (told,) = progress(store, Progress.PLANNED, ["rye"], "ada", NOW, text="From May on.")
    assert step_of(store, "rye") == (Progress.PLANNED, NOW)
    assert (told.move, told.before, told.after) == ("progress", "open", "planned")
    assert [each.text for each in reads.replies(store, "bread", about="rye")] == ["From May on."]


def test_several_are_brought_on_together_or_not_at_all(store: Store) -> None:
    for ref in ("rye", "spelt"):
        keep(store, ref)
    one, two = progress(store, Progress.DONE, ["rye", "spelt"], "ada", NOW)
    assert one.batch == two.batch != ""
    keep(store, "gone", State.WITHDRAWN)
    with pytest.raises(Conflict, match="progress-end"):
        progress(store, Progress.PLANNED, ["rye", "gone"], "ada", NOW)
    assert step_of(store, "rye")[0] is Progress.DONE


def test_undo_brings_back_the_step_before_and_its_day(store: Store) -> None:
    keep(store, "rye")
    progress(store, Progress.PLANNED, ["rye"], "ada", NOW)
    progress(store, Progress.DONE, ["rye"], "ada", LATER)
    desk.undo(store, ["rye"], "ada", LATER)
    assert step_of(store, "rye") == (Progress.PLANNED, NOW)
    desk.undo(store, ["rye"], "ada", LATER)
    assert step_of(store, "rye") == (Progress.DONE, LATER)


def test_undo_of_the_first_step_leaves_no_day(store: Store) -> None:
    keep(store, "rye")
    progress(store, Progress.PLANNED, ["rye"], "ada", NOW)
    desk.undo(store, ["rye"], "ada", LATER)
    assert step_of(store, "rye") == (Progress.OPEN, None)


def test_a_merged_idea_is_brought_on_where_it_stands(store: Store) -> None:
    for ref in ("rye", "spelt"):
        keep(store, ref)
    merge.merge(store, "rye", "spelt", Merging("ada", NOW))
    with pytest.raises(Conflict) as refused:
        progress(store, Progress.PLANNED, ["rye"], "ada", NOW)
    assert "spelt" in say(refused.value.reason, refused.value.facts)


def test_what_was_seen_before_somebody_else_changed_it_is_not_brought_on(store: Store) -> None:
    keep(store, "rye")
    progress(store, Progress.PLANNED, ["rye"], "ada", NOW, seen={"rye": 1})
    with pytest.raises(Conflict, match="entry-changed"):
        progress(store, Progress.DONE, ["rye"], "ben", NOW, seen={"rye": 1})
    with pytest.raises(Conflict, match="progress-already"):
        progress(store, Progress.PLANNED, ["rye"], "ben", NOW)
