"""Ideas are picked out of all, with a reason; equals are told."""

import pytest

from collector.acts import desk, merge
from collector.acts.merge import Merging
from collector.acts.pick import Picking, pick, scores_of
from collector.entries import Pick, Reason, State
from collector.errors import Conflict, Invalid
from collector.store import Store, reads
from tests.acts.test_score import BRIEF, NOW, keep, says


def picks(store: Store, move: str, *refs: str, reason: Reason = Reason.TALK, text: str = ""):
    return pick(store, BRIEF, Picking(move, refs, reason, text), "ada", NOW)


def picked(store: Store, ref: str) -> Pick:
    found = reads.idea(store, ref)
    assert found
    return found.pick


def test_ideas_come_on_the_shortlist_together_with_a_reason_and_an_answer(store: Store) -> None:
    for ref in ("rye", "oat"):
        keep(store, ref)
    one, other = picks(store, "shortlist", "rye", "oat", text="We try both.")
    assert picked(store, "rye") is picked(store, "oat") is Pick.SHORTLIST
    assert (one.move, one.before, one.after, one.reason) == (
        *("shortlist", "", "shortlist"),
        Reason.TALK,
    )
    assert one.batch == other.batch != ""
    assert [each.text for each in reads.replies(store, "bread", about="oat")] == ["We try both."]


def test_all_are_picked_or_none(store: Store) -> None:
    keep(store, "rye")
    keep(store, "oat", State.WAITING)
    with pytest.raises(Conflict, match="score-not-shown"):
        picks(store, "award", "rye", "oat")
    assert picked(store, "rye") is Pick.NONE


@pytest.mark.parametrize("reason", [Reason.NONE, Reason.UNKIND])
def test_there_is_a_reason_why(store: Store, reason: Reason) -> None:
    keep(store, "rye")
    with pytest.raises(Invalid) as error:
        picks(store, "shortlist", "rye", reason=reason)
    assert error.value.problems["reason"].reason == "pick-reason"


def test_what_stands_so_already_is_refused(store: Store) -> None:
    keep(store, "rye")
    with pytest.raises(Conflict, match="pick-already"):
        picks(store, "unlist", "rye")
    picks(store, "award", "rye")
    with pytest.raises(Conflict, match="pick-already"):
        picks(store, "award", "rye")


def test_taking_back_restores_what_was(store: Store) -> None:
    keep(store, "rye")
    picks(store, "shortlist", "rye")
    picks(store, "award", "rye")
    desk.undo(store, ["rye"], "ben", NOW)
    assert picked(store, "rye") is Pick.SHORTLIST
    desk.undo(store, ["rye"], "ben", NOW)
    assert picked(store, "rye") is Pick.AWARD
    picks(store, "unlist", "rye", reason=Reason.NONE)
    assert picked(store, "rye") is Pick.NONE


def test_a_score_is_no_reason_to_pick_one_of_equals(store: Store) -> None:
    for ref in ("rye", "oat", "nut"):
        keep(store, ref)
    says(store, "rye")
    says(store, "oat")
    says(store, "nut", marks={"mark:impact": "1", "mark:ease": "1"})
    with pytest.raises(Invalid) as error:
        picks(store, "shortlist", "rye", reason=Reason.SCORE)
    problem = error.value.problems["reason"]
    assert (problem.reason, problem.facts) == ("pick-tie", {"titles": "“oat”"})
    picks(store, "shortlist", "rye", reason=Reason.TIE)
    picks(store, "shortlist", "oat", reason=Reason.SCORE)
    assert scores_of(store, BRIEF, reads.ideas(store, BRIEF.slug)) == {
        "rye": 81.2,
        "oat": 81.2,
        "nut": 0,
    }


def test_what_is_merged_is_not_picked(store: Store) -> None:
    keep(store, "rye")
    keep(store, "dark")
    merge.merge(store, "dark", "rye", Merging("ada", NOW, ""))
    with pytest.raises(Conflict, match="score-merged"):
        picks(store, "shortlist", "dark")
