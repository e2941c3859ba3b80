from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collector.entries import Decision, Progress, Reply
from collector.published.promise import first_answers, promise

CAME = date(2026, 11, 1)
WITHIN = timedelta(days=14)
AT = datetime(2026, 11, 5, 9, tzinfo=UTC)


def kept(answered, today):
    told = promise(WITHIN, {"rye": CAME}, {"rye": answered} if answered else {}, today)
    (found,) = (name for name, count in vars(told).items() if name != "days" and count)
    return found


def test_what_is_answered_on_the_last_day_is_answered_in_time():
    assert kept(date(2026, 11, 15), date(2026, 12, 1)) == "in_time"


def test_a_day_later_is_late():
    assert kept(date(2026, 11, 16), date(2026, 12, 1)) == "late"


def test_what_is_not_answered_is_due_until_the_last_day_has_gone():
    assert kept(None, date(2026, 11, 15)) == "due"
    assert kept(None, date(2026, 11, 16)) == "overdue"


def decision(move, after, **changes):
    first = Decision(
        ref="one",
        about="rye",
        challenge="bread",
        move=move,
        before="open",
        after=after,
        by="ada",
        at=AT,
    )
    return replace(first, **changes)


def test_a_reply_a_step_of_progress_and_a_merger_are_answers():
    reply = Reply(ref="r", about="rye", challenge="bread", text="Soon.", by="ada", at=AT)
    assert first_answers([reply], []) == {"rye": AT}
    assert first_answers([], [decision("progress", Progress.DECLINED)]) == {"rye": AT}
    assert first_answers([], [decision("merge", "other")]) == {"rye": AT}


def test_to_let_an_idea_through_is_no_answer():
    assert first_answers([], [decision("approve", "approved")]) == {}


def test_the_first_answer_counts():
    later = decision("progress", Progress.DONE, ref="two", at=AT + timedelta(days=90))
    assert first_answers([], [later, decision("progress", Progress.PLANNED)]) == {"rye": AT}


def test_what_was_taken_back_was_no_answer():
    taken_back = decision("undo", "open", ref="two", undoes="one")
    assert first_answers([], [decision("progress", Progress.PLANNED), taken_back]) == {}
    assert first_answers([], [decision("progress", Progress.OPEN)]) == {}


@given(st.dictionaries(st.text(), st.dates()), st.dictionaries(st.text(), st.dates()), st.dates())
def test_every_idea_is_told_once(came, answered, today):
    came = {ref: max(day, date(2, 1, 1)) for ref, day in came.items() if day.year < 9000}
    told = promise(WITHIN, came, answered, today)
    assert told.in_time + told.late + told.overdue + told.due == len(came)
