"""How many ideas came how far."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis.funnel import Funnel, ever_shortlisted, funnel
from collector.brief import Shape
from collector.entries import Decision, Progress, State
from collector.moderation import merged_sets
from tests.form.forms import form, question
from tests.kept import NOW, idea

FORM = form(question(Shape.TEXT, id="title"))

KEPT = {
    ref: replace(idea(FORM, {"title": ref}), ref=ref, **facts)
    for ref, facts in {
        "rye": {"progress": Progress.DONE},
        "oat": {"progress": Progress.PLANNED},
        "oats": {"merged": "oat"},
        "bun": {"progress": Progress.DECLINED},
        "roll": {},
        "tart": {"state": State.WAITING},
        "cake": {"state": State.REJECTED, "progress": Progress.DONE},
        "gone": {"state": State.ERASED},
        "pill": {"state": State.SPAM},
    }.items()
}


def sets(ideas):
    return merged_sets({each.ref: each.merged for each in ideas if each.state is State.APPROVED})


def test_counted_by_hand():
    ideas = KEPT.values()
    told = funnel(ideas, sets(ideas), {"oats", "roll", "tart"}, {"bun"}, seen=90)
    assert told == Funnel(
        seen=90,
        sent=8,  # all but the spam
        voted=2,  # oat, by what was merged into it, and roll; nobody sees tart
        shortlisted=3,  # rye, oat, and bun that was declined later
        done=1,  # rye; cake was rejected
    )


def test_without_voting_and_where_nobody_counts_there_is_no_number():
    told = funnel(KEPT.values(), sets(KEPT.values()), None, ())
    assert (told.seen, told.voted) == (None, None)
    assert told.share("voted") is None
    assert told.share("done") == 1 / 8
    assert Funnel().share("done") is None


def decision(ref: str, after: str, **facts) -> Decision:
    about = Decision.on(KEPT["bun"], "progress", State.APPROVED, "ada", NOW)
    return replace(about, ref=ref, after=after, **facts)


@pytest.mark.parametrize(
    ("log", "found"),
    [
        ([decision("1", "planned")], {"bun"}),
        ([decision("1", "planned"), decision("2", "declined")], {"bun"}),
        ([decision("1", "declined")], set()),
        ([decision("1", "open")], set()),
        ([decision("1", "planned"), decision("2", "open", move="undo", undoes="1")], set()),
        ([decision("1", "planned", move="tags")], set()),
    ],
)
def test_what_was_once_shortlisted_stays_so_unless_that_was_taken_back(log, found):
    assert ever_shortlisted(log) == found


REFS = [f"i{number}" for number in range(8)]


@st.composite
def gardens(draw):
    ideas = [
        replace(
            idea(FORM, {"title": ref}),
            ref=ref,
            state=draw(st.sampled_from(State)),
            progress=draw(st.sampled_from(Progress)),
            merged=draw(st.sampled_from(["", *REFS])),
        )
        for ref in REFS[: draw(st.integers(0, len(REFS)))]
    ]
    some = st.sets(st.sampled_from(REFS))
    return funnel(ideas, sets(ideas), draw(some), draw(some), draw(st.integers(0, 99)))


@given(gardens())
def test_no_step_holds_more_than_those_it_comes_from(told: Funnel):
    assert told.sent >= (told.voted or 0) >= 0
    assert told.sent >= told.shortlisted >= told.done >= 0


@given(gardens(), gardens())
def test_several_add_up_in_any_order(one: Funnel, other: Funnel):
    both = one + other
    assert both == other + one
    assert both.sent == one.sent + other.sent
    assert one + Funnel() == one
    assert both.shortlisted >= both.done
