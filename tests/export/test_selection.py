from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from collector.entries import State, tombstone
from collector.errors import ExportError
from collector.export import Selection
from collector.words import say
from tests.export.exported import POLL, as_csv, as_json, as_ods, as_xlsx, material, written
from tests.kept import response

BERN = ZoneInfo("Europe/Zurich")
WINTER, SPRING = datetime(2026, 1, 31, 23, 30, tzinfo=UTC), datetime(2026, 5, 1, 12, tzinfo=UTC)
EARLY = response(POLL, {"one": "bern"}, received=WINTER, language="de")
LATE = response(POLL, {"one": "basel"}, received=SPRING, state=State.WAITING)
BOTH = material([POLL], [EARLY, LATE])


def refs(**chosen):
    return [row["ref"] for row in as_csv(BOTH, only=Selection(**chosen))]


def test_without_a_choice_everything_is_taken():
    assert Selection().is_all
    assert refs() == [EARLY.ref, LATE.ref]


def test_days_are_those_of_arrival_and_both_ends_count():
    assert refs(begin=date(2026, 2, 1)) == [LATE.ref]
    assert refs(end=date(2026, 1, 31)) == [EARLY.ref]
    assert refs(begin=date(2026, 5, 1), end=date(2026, 5, 1)) == [LATE.ref]
    assert refs(begin=date(2026, 5, 2)) == []
    assert refs(begin=date.min, end=date.max) == [EARLY.ref, LATE.ref]
    assert Selection(begin=date.min, end=date.max).taken(BERN)(EARLY)


def test_a_day_begins_where_the_garden_is():
    in_bern = Selection(begin=date(2026, 2, 1), end=date(2026, 2, 1)).taken(BERN)
    assert (in_bern(EARLY), in_bern(LATE)) == (True, False)


def test_states_and_languages_narrow_and_several_of_one_widen():
    assert refs(states=(State.WAITING,)) == [LATE.ref]
    assert refs(states=(State.WAITING, State.APPROVED)) == [EARLY.ref, LATE.ref]
    assert refs(languages=("de",)) == [EARLY.ref]
    assert refs(languages=("de",), states=(State.WAITING,)) == []


def test_what_is_saved_for_later_was_not_sent_and_is_had_by_asking_only():
    saved = response(POLL, {"one": "bern"}, state=State.UNFINISHED, complete=False)
    held = material([POLL], [EARLY, saved])
    assert [row["ref"] for row in as_csv(held)] == [EARLY.ref]
    asked = as_csv(held, only=Selection(states=(State.UNFINISHED,)))
    assert [row["ref"] for row in asked] == [saved.ref]


def test_the_sheets_the_summary_and_the_counts_are_of_what_was_chosen():
    only = Selection(states=(State.WAITING,), begin=date(2026, 1, 1))
    for read in (as_xlsx, as_ods):
        book = read(BOTH, only=only)
        assert [row["ref"] for row in book["Codes"]] == [LATE.ref]
        assert not any(line.get("count") for line in book["Summary"])
        told = [tuple(line.values()) for line in book["About"]]
        assert ("Only of state", "waiting") in told
        assert ("poll: waiting", 1) in told
        assert "Only what came from" in [line[0] for line in told]
        assert "poll: approved" not in [line[0] for line in told]
    assert as_json(BOTH, only=only)["only"] == {"from": "2026-01-01", "states": ["waiting"]}
    assert "only" not in as_json(BOTH)


def test_what_is_erased_has_no_state_and_no_language_to_be_chosen_by():
    gone = tombstone(EARLY)
    assert not Selection(languages=(gone.language,)).taken(UTC)(gone)
    assert not Selection(states=(State.APPROVED,)).taken(UTC)(gone)
    assert Selection(begin=date(2026, 1, 31)).taken(UTC)(gone)


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(ExportError) as error:
        Selection(begin=date(2026, 2, 1), end=date(2026, 1, 1))
    assert "from 2026-02-01 until 2026-01-01" in say(error.value.reason, error.value.facts)


def test_a_selection_is_not_refused_for_the_length_of_all():
    long = material([POLL], [EARLY], sizes={"poll": 2_000_000})
    assert written(".xlsx", long, only=Selection(languages=("de",)))
