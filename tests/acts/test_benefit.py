from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.acts import desk
from collector.acts.benefit import LONGEST, LONGEST_UNIT, Told, read, tell
from collector.acts.merge import Merging, merge
from collector.entries import Benefit, Innovation, JobKind, State, Sum
from collector.errors import Conflict, Invalid
from collector.moderation import Move
from collector.store import Store, benefits, reads
from tests.acts.ideas import NOW, keep

LATER = NOW + timedelta(days=1)


@pytest.fixture
def breads(store: Store) -> Store:
    for ref in ("rye", "spelt"):
        keep(store, ref)
    return store


def told(*shown: str, **answers: str) -> Told:
    return Told(answers, shown)


def test_what_an_idea_brings_is_kept_with_a_decision_and_a_fill(breads: Store) -> None:
    said = told(
        "value",
        kind="architectural",
        goal="12",
        value="1 250,50",
        value_unit=" € a  year ",
        cost="400",
        cost_unit="€",
        learnt="Bake on Tuesdays.",
    )
    kept = tell(breads, "rye", said, "ada", NOW)
    assert benefits.latest(breads, "rye") == kept
    assert (kept.kind, kept.goal, kept.shown) == (Innovation.ARCHITECTURAL, 12, ("value",))
    assert kept.worth == Sum(Decimal("1250.5"), "€ a year")
    assert kept.spent == Sum(Decimal(400), "€")
    [decision] = reads.decisions(breads, about="rye")
    assert (decision.move, decision.before, decision.after) == ("benefit", "0", "1")
    assert "Tuesdays" not in str(vars(decision))
    assert JobKind.FILL in {each.kind for each in reads.jobs(breads)}


def test_saying_the_same_again_is_no_decision(breads: Store) -> None:
    tell(breads, "rye", told(kind="incremental"), "ada", NOW)
    tell(breads, "rye", told(kind="incremental"), "ada", LATER)
    assert len(reads.decisions(breads)) == 1


def test_it_is_taken_back_and_taken_back_again(breads: Store) -> None:
    tell(breads, "rye", told(value="1", value_unit="€"), "ada", NOW)
    tell(breads, "rye", told(value="2", value_unit="€"), "ada", NOW)
    said = []
    for _ in range(3):
        desk.undo(breads, ["rye"], "ada", LATER)
        said.append(value(breads, "rye"))
    assert said == ["1", "2", "1"]


def test_the_first_one_taken_back_leaves_nothing_said(breads: Store) -> None:
    tell(breads, "rye", told("learnt", learnt="Less salt."), "ada", NOW)
    desk.undo(breads, ["rye"], "ada", LATER)
    last = benefits.latest(breads, "rye")
    assert last is not None
    assert (last.told, last.shown) == ({}, ())


def test_other_decisions_are_taken_back_as_before(breads: Store) -> None:
    tell(breads, "rye", told(value="1", value_unit="€"), "ada", NOW)
    desk.decide(breads, Move.REJECT, ["rye"], "ada", NOW)
    desk.undo(breads, ["rye"], "ada", LATER)
    idea = reads.idea(breads, "rye")
    assert idea is not None
    assert idea.state is State.APPROVED
    assert value(breads, "rye") == "1"


def test_of_two_who_say_it_at_once_the_second_is_told_so(breads: Store) -> None:
    tell(breads, "rye", told(value="1", value_unit="€"), "ada", NOW, seen={"rye": 1})
    with pytest.raises(Conflict):
        tell(breads, "rye", told(value="2", value_unit="€"), "ben", NOW, seen={"rye": 1})
    assert value(breads, "rye") == "1"


def test_it_is_said_where_the_idea_stands(breads: Store) -> None:
    merge(breads, "rye", "spelt", Merging("ada", NOW))
    with pytest.raises(Conflict) as refused:
        tell(breads, "rye", told(kind="disruptive"), "ada", NOW)
    assert refused.value.reason == "benefit-merged"


def test_nothing_is_said_of_what_was_taken_back(breads: Store) -> None:
    desk.decide(breads, Move.WITHDRAW, ["rye"], "ada", NOW)
    with pytest.raises(Conflict):
        tell(breads, "rye", told(kind="disruptive"), "ada", NOW)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("kind", "radical"),
        ("goal", "18"),
        ("goal", "²"),
        ("value", "1.250"),
        ("value", "1,250.00"),
        ("value", "much"),
        ("cost", "1e9"),
        ("cost", "9" * 13),
        ("value_unit", "x" * (LONGEST_UNIT + 1)),
        ("cost_unit", "a\0b"),
        ("learnt", "x" * (LONGEST + 1)),
        ("learnt", "\ud800"),
    ],
)
def test_what_does_not_read_is_refused_at_its_field(field: str, text: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(told(**{field: text}))
    assert field in refused.value.problems


def test_all_that_does_not_read_is_told_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        read(told(kind="radical", value="much", cost="4", learnt="\0"))
    assert set(refused.value.problems) == {"kind", "value", "cost_unit", "learnt"}


@pytest.mark.parametrize("name", ["value", "cost"])
def test_a_number_needs_a_unit_and_a_unit_a_number(name: str) -> None:
    for typed, missing in (({name: "4"}, f"{name}_unit"), ({f"{name}_unit": "€"}, name)):
        with pytest.raises(Invalid) as refused:
            read(told(**typed))
        assert set(refused.value.problems) == {missing}


@given(st.decimals(-(10**11), 10**11, places=2))
def test_a_number_is_kept_exactly(number: Decimal) -> None:
    for typed in (str(number), str(number).replace(".", ","), f"{number:,}".replace(",", " ")):
        worth = read(told(value=typed, value_unit="€")).worth
        assert worth is not None
        assert worth.number == number


@given(st.text(max_size=40))
def test_whatever_is_typed_either_reads_or_is_refused(text: str) -> None:
    names = ("kind", "goal", "value", "value_unit", "cost", "cost_unit", "learnt")
    for name in names:
        said, problems = attempt(told(**{name: text}))
        assert (said is None) == bool(problems)


def attempt(typed: Told) -> tuple[Benefit | None, object]:
    try:
        return read(typed), None
    except Invalid as refused:
        return None, refused.problems


def value(store: Store, ref: str) -> str:
    last = benefits.latest(store, ref)
    return last.value if last else ""
