"""Ballots and comparisons are counted over the ideas that stand."""

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Verdict, from_document, to_document
from collector.brief import (
    Act,
    CountsShown,
    DatedPhase,
    Shape,
    Showing,
    Voting,
    VotingKind,
)
from collector.entries import Ballot, Comparison, Idea, State
from collector.form import define, labels
from collector.published import Kept, Outcome, count_outcome, make, told
from collector.published.outcome_lines import lines
from tests.form.forms import form, question
from tests.kept import NOW, brief, idea
from tests.published.test_make import schema

IDEAS = form(
    question(Shape.TEXT, "title", label="Its name", public=True),
    question(Shape.NUMBER, "cost", label="Its cost", public=True),
)
RANKED = Voting(VotingKind.RANKED)
BUDGET = Voting(VotingKind.BUDGET, budget=100, unit="€")
PAIRWISE = Voting(VotingKind.PAIRWISE)
CODES = tuple("abcde")


def sent(code: str, **facts) -> Idea:
    answers = {"title": f"Idea {code}", "cost": 10 * (CODES.index(code) + 1)}
    return replace(idea(IDEAS, answers), ref=code, **facts)


ALL = [sent(code) for code in CODES]


def ballot(choices, n: int = 0, **facts) -> Ballot:
    return Ballot(
        **{
            "ref": f"ballot{n}",
            "challenge": "bread",
            "round": "1",
            "voter": f"voter{n}",
            "choices": tuple(choices),
            "at": NOW,
            **facts,
        }
    )


def compared(left: str, right: str, choice: str = "left", voter: str = "ada", **facts):
    return Comparison(
        ref=f"{left}{right}{voter}",
        challenge="bread",
        round="1",
        voter=voter,
        left=left,
        right=right,
        choice=choice,
        at=NOW,
        **facts,
    )


def count(voting: Voting, said=(), ideas=ALL) -> Outcome:
    asked = brief(IDEAS, voting=voting)
    outcome = count_outcome(asked, ideas, said, said, NOW)
    assert outcome is not None
    return outcome


orders = st.lists(st.lists(st.sampled_from(CODES), unique=True, min_size=1), max_size=25)
merges = st.dictionaries(st.sampled_from(CODES[1:]), st.just("a"), max_size=3)
states = st.fixed_dictionaries({code: st.sampled_from(State) for code in CODES})


def test_ballots_that_are_kept_apart_are_told_and_not_counted() -> None:
    outcome = count(RANKED, [ballot("ab"), ballot("ba", 1, apart="no key")])
    assert (outcome.n, outcome.apart) == (1, 1)
    assert outcome.runoff is not None
    assert outcome.runoff.winner == "a"
    assert outcome.unbeaten == "a"


def test_a_ballot_that_names_two_of_a_set_counts_at_the_first() -> None:
    ideas = [sent("a"), sent("b"), sent("c", merged="a")]
    outcome = count(RANKED, [ballot("cba")], ideas)
    assert outcome.named == {"a": 1, "b": 1}
    assert outcome.runoff is not None
    assert outcome.runoff.winner == "a"
    assert [*outcome.titles] == ["a", "b"]


def test_a_ballot_of_nothing_that_is_shown_counts_nowhere() -> None:
    outcome = count(RANKED, [ballot("b")], [sent("a"), sent("b", state=State.WITHDRAWN)])
    assert (outcome.n, outcome.runoff, outcome.ranks()) == (0, None, {})


def test_places_are_those_of_the_runoff() -> None:
    cast = [ballot("abc", n) for n in range(4)] + [ballot("bac", n) for n in range(4, 7)]
    cast += [ballot("cba", n) for n in range(7, 9)]
    outcome = count(RANKED, cast)
    assert outcome.ranks() == {"b": 1, "a": 2, "c": 3}
    assert {ref: votes.n for ref, votes in outcome.votes().items()} == {
        "a": 9,
        "b": 9,
        "c": 9,
        "d": 0,
        "e": 0,
    }


def test_costs_below_nothing_are_no_costs() -> None:
    gift = replace(ALL[0], answers={"title": "A gift", "cost": -5})
    outcome = count(BUDGET, [ballot("ab")], [gift, *ALL[1:]])
    assert outcome.spending is not None
    assert {bid.code: bid.verdict for bid in outcome.spending.bids if bid.votes} == {
        "a": Verdict.NO_COST,
        "b": Verdict.FUNDED,
    }


def test_the_last_answer_of_a_person_about_a_pair_counts_whichever_side() -> None:
    said = [compared("a", "b"), compared("b", "a"), compared("a", "b", voter="bob")]
    outcome = count(PAIRWISE, said)
    shares = {each.code: (each.wins, each.losses) for each in outcome.shares}
    assert outcome.n == 2
    assert (shares["a"], shares["b"]) == ((1, 1), (1, 1))


def test_an_answer_about_two_of_a_set_says_nothing() -> None:
    ideas = [sent("a"), sent("b", merged="a"), sent("c")]
    outcome = count(PAIRWISE, [compared("a", "b"), compared("b", "c")], ideas)
    assert outcome.n == 1
    assert {each.code: each.wins for each in outcome.shares} == {"a": 1, "c": 0}


@given(orders, merges, states, st.randoms())
def test_neither_the_order_of_ballots_nor_of_ideas_decides(cast, merged, kept, chance) -> None:
    ideas = [sent(code, merged=merged.get(code, ""), state=kept[code]) for code in CODES]
    said = [ballot(order, n) for n, order in enumerate(cast)]
    mixed = chance.sample(said, len(said))
    for voting in (RANKED, BUDGET):
        assert count(voting, mixed, ideas) == count(voting, said, ideas)


@given(orders, merges, states)
def test_every_ballot_counts_once_or_names_nothing_that_stands(cast, merged, kept) -> None:
    ideas = [sent(code, merged=merged.get(code, ""), state=kept[code]) for code in CODES]
    outcome = count(RANKED, [ballot(order, n) for n, order in enumerate(cast)], ideas)
    shown = {code for code in CODES if kept[code] is State.APPROVED}
    assert outcome.n == sum(bool(shown & {*order}) for order in cast)
    assert all(n <= outcome.n for n in outcome.named.values())
    assert {*outcome.ranks()} == {ref for ref, n in outcome.named.items() if n}
    if outcome.runoff is not None:
        assert all(
            sum(each.votes.values()) + each.exhausted == outcome.n for each in outcome.runoff.rounds
        )


@given(orders, merges)
def test_merging_and_unmerging_leaves_everything_as_it_was(cast, merged) -> None:
    said = [ballot(order, n) for n, order in enumerate(cast)]
    before = count(RANKED, said)
    count(RANKED, said, [sent(code, merged=merged.get(code, "")) for code in CODES])
    assert count(RANKED, said, [sent(code) for code in CODES]) == before


@pytest.mark.parametrize("voting", [RANKED, BUDGET, PAIRWISE])
@given(orders, merges)
def test_what_is_published_fits_the_schema_and_comes_back(voting, cast, merged) -> None:
    ideas = [sent(code, merged=merged.get(code, "")) for code in CODES]
    outcome = _said(voting, cast, ideas)
    asked = brief(IDEAS, voting=voting)
    kept = {define(IDEAS).hash: define(IDEAS)}
    words = {define(IDEAS).hash: labels(IDEAS)}
    data = make(asked, kept, words, Kept(ideas, outcome=outcome), {}, NOW)
    document = json.loads(json.dumps(data.to_document()))
    schema().validate(document)
    assert type(data).from_document(document) == data
    assert data.outcome == outcome
    assert from_document(Outcome, json.loads(json.dumps(to_document(outcome)))) == outcome
    assert next(lines(outcome))[-3] == outcome.n


def _said(voting: Voting, cast, ideas) -> Outcome:
    if voting is not PAIRWISE:
        return count(voting, [ballot(order, n) for n, order in enumerate(cast)], ideas)
    chance = Random(len(cast))
    said = []
    for n, _ in enumerate(cast):
        pair = chance.sample(CODES, 2)
        said.append(compared(*pair, chance.choice(["left", "right", "neither"]), f"voter{n}"))
    return count(voting, said, ideas)


LATER = NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("counts", "closes", "shown", "told_to_voters"),
    [
        (CountsShown.ALWAYS, None, True, True),
        (CountsShown.AFTER_VOTE, None, False, True),
        (CountsShown.AFTER_CLOSE, LATER, False, False),
        (CountsShown.AFTER_CLOSE, NOW, True, True),
    ],
)
def test_the_outcome_is_told_when_counts_are(counts, closes, shown, told_to_voters) -> None:
    asked = brief(IDEAS, voting=replace(PAIRWISE, counts=counts), closes=closes)
    outcome = count(PAIRWISE, [compared("a", "b")])
    words = {define(IDEAS).hash: labels(IDEAS)}
    kept = Kept(ALL, outcome=outcome)
    data = make(asked, {define(IDEAS).hash: define(IDEAS)}, words, kept, {}, NOW)
    assert (data.outcome == outcome) is shown
    assert any(each.votes for each in data.ideas) is shown
    assert data.exposures["a"] == 1
    assert (told(asked, {}, NOW, outcome).outcome == outcome) is told_to_voters


def test_a_phase_that_shows_no_counts_tells_none() -> None:
    opens = NOW - timedelta(days=1)
    phase = DatedPhase("Vote", opens, LATER, frozenset({Act.VOTE}), frozenset({Showing.IDEAS}))
    asked = brief(IDEAS, voting=RANKED, phases=(phase,), opens=opens, closes=LATER)
    outcome = count(RANKED, [ballot("ab")])
    words = {define(IDEAS).hash: labels(IDEAS)}
    kept = Kept(ALL, outcome=outcome)
    data = make(asked, {define(IDEAS).hash: define(IDEAS)}, words, kept, {}, NOW)
    assert data.outcome is None
    assert told(asked, {}, NOW, outcome).outcome is None
