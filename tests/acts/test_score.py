"""A juror scores an idea: once, replaced by what they say later."""

from datetime import timedelta
from pathlib import Path

import pytest

from collector.acts import score as scoring
from collector.acts import upkeep
from collector.acts.score import Sent
from collector.brief import Brief, Results
from collector.entries import JobKind, Promise, State
from collector.errors import Conflict, Invalid, Unknown
from collector.garden import Garden
from collector.store import Store, reads, scores
from tests.acts.ideas import NOW, keep
from tests.form.scorecards import criterion, scorecard

CARD = scorecard(criterion("impact", 3), criterion("ease"))
BRIEF = Brief("bread", Path("bread.md"), "Bread", "", (CARD,))


def says(store: Store, ref: str = "rye", juror: str = "dora", revision: int = 0, **sent: object):
    marks = {"mark:impact": "5", "mark:ease": "2"}
    return scoring.score(
        store, BRIEF, ref, juror, Sent(**{"marks": marks, **sent}, revision=revision), NOW
    )


def test_a_score_is_kept_and_replaced(store: Store) -> None:
    keep(store, "rye")
    first = says(store, note="  Try it.\r\nSoon. ")
    assert (first.values, first.note) == ({"impact": 5, "ease": 2}, "Try it.\nSoon.")
    says(store, juror="emil")
    again = says(store, marks={"mark:impact": "-"}, revision=1)
    assert (again.ref, again.revision) == (first.ref, 2)
    assert scores.by(store, "bread", "dora") == {"rye": again}
    assert len(scores.on(store, "rye")) == 2


def test_two_windows_do_not_overwrite_each_other_unseen(store: Store) -> None:
    keep(store, "rye")
    says(store)
    with pytest.raises(Conflict, match="score-changed"):
        says(store, marks={"mark:impact": "1"})
    assert scores.given(store, "rye", "dora").values["impact"] == 5


def test_with_a_conflict_of_interest_no_marks_are_kept(store: Store) -> None:
    keep(store, "rye")
    kept = says(store, conflict=True, note="It is my sister's.")
    assert (kept.values, kept.conflict, kept.note) == ({}, True, "It is my sister's.")


@pytest.mark.parametrize("state", [each for each in State if each is not State.APPROVED])
def test_what_is_not_approved_is_not_judged(store: Store, state: State) -> None:
    keep(store, "rye", state)
    with pytest.raises(Conflict, match="score-not-shown"):
        says(store)


def test_what_was_merged_is_judged_where_it_stands(store: Store) -> None:
    keep(store, "rye")
    keep(store, "dark", merged="rye")
    with pytest.raises(Conflict, match="score-merged"):
        says(store, "dark")
    assert [each.ref for each in scoring.judged(store, "bread")] == ["rye"]


def test_what_is_of_no_challenge_with_a_jury_is_refused(store: Store) -> None:
    with pytest.raises(Unknown):
        says(store, "nothing")
    with pytest.raises(Unknown, match="no-jury"):
        scoring.card_of(Brief("x", Path("x.md"), "X", "", ()))


@pytest.mark.parametrize("note", ["n" * 2001, "a\0b", "\ud800"])
def test_a_note_that_can_not_be_kept_is_refused(store: Store, note: str) -> None:
    keep(store, "rye")
    with pytest.raises(Invalid) as error:
        says(store, note=note)
    assert set(error.value.problems) == {"note"}


def test_pages_follow_only_where_scores_are_told(store: Store) -> None:
    keep(store, "rye")
    says(store)
    assert reads.jobs(store) == []
    told = scorecard(*CARD.criteria)
    object.__setattr__(told.form, "results", Results.ALWAYS)
    brief = Brief("bread", Path("bread.md"), "Bread", "", (told,))
    scoring.score(store, brief, "rye", "dora", Sent({}, revision=1), NOW)
    assert [each.kind for each in reads.jobs(store)] == [JobKind.FILL]


def test_scores_go_with_an_erased_idea(store: Store, tmp_path: Path) -> None:
    keep(store, "rye")
    keep(store, "oat")
    says(store)
    says(store, "oat")
    upkeep.erase(Garden.find(_garden(tmp_path)), store, "rye", "ada", NOW)
    assert [each.idea for each in scores.all_in(store, "bread")] == ["oat"]


def test_a_jurors_scores_can_be_taken_out(store: Store) -> None:
    keep(store, "rye")
    says(store)
    says(store, juror="emil")
    assert scoring.take_out(store, BRIEF, "dora", "ada", NOW) == 1
    assert [each.juror for each in scores.all_in(store, "bread")] == ["emil"]


def test_what_was_taken_out_has_a_line_in_the_log_that_names_no_juror(store: Store) -> None:
    keep(store, "rye")
    says(store)
    scoring.take_out(store, BRIEF, "dora", "ada", NOW)
    scoring.take_out(store, BRIEF, "dora", "ada", NOW)
    (line,) = reads.log(store, "bread")
    assert (line.move, line.about, line.before, line.by) == ("take-out-scores", "bread", "1", "ada")


def test_notes_are_erased_once_their_time_is_over(store: Store) -> None:
    keep(store, "rye")
    says(store, note="Mine.")
    promise = Promise(challenge="bread", closes=None, days=30)
    assert scoring.forget_notes(store, promise, NOW + timedelta(days=29)) == 0
    assert scoring.forget_notes(store, promise, NOW + timedelta(days=31)) == 1
    assert scoring.forget_notes(store, promise, NOW + timedelta(days=31)) == 0
    kept = scores.given(store, "rye", "dora")
    assert (kept.note, kept.values) == ("", {"impact": 5, "ease": 2})


def _garden(folder: Path) -> Path:
    (folder / "ideagarden.toml").write_text("", "utf-8")
    return folder
