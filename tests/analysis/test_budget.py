"""A budget is spent on what most ballots chose."""

from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import Verdict, spend

CODES = tuple("abcdef")
ballots = st.lists(
    st.lists(st.sampled_from(CODES), unique=True, min_size=1).map(tuple), max_size=20
)
costs = st.fixed_dictionaries(
    {code: st.none() | st.integers(0, 9000).map(lambda cents: cents / 100) for code in CODES}
)
budgets = st.integers(1, 20000).map(lambda cents: cents / 100)


def counted(given_ballots) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for each in given_ballots:
        found[each] = found.get(each, 0) + 1
    return found


def verdicts(*args) -> dict[str, str]:
    return {bid.code: bid.verdict for bid in spend(*args).bids}


def test_the_ideas_on_most_ballots_are_paid_for_and_what_is_too_dear_is_passed_over() -> None:
    told = spend(
        {("oven",): 5, ("oven", "lamp"): 4, ("bench",): 7},
        {"oven": 3000, "bench": 2500, "lamp": 800},
        5000,
    )
    assert [(bid.code, bid.votes, bid.verdict) for bid in told.bids] == [
        ("oven", 9, Verdict.FUNDED),
        ("bench", 7, Verdict.DEAR),
        ("lamp", 4, Verdict.FUNDED),
    ]
    assert (told.n, told.spent, told.tied) == (16, 3800, 0)


def test_of_ideas_on_as_many_ballots_the_cheaper_goes_first() -> None:
    assert verdicts({("a", "b"): 1}, {"a": 60, "b": 50}, 100) == {"b": "funded", "a": "too dear"}


def test_a_tie_is_named_and_its_money_set_aside() -> None:
    told = spend({("a", "b"): 2, ("c",): 1}, {"a": 60, "b": 60, "c": 50}, 100)
    assert {bid.code: bid.verdict for bid in told.bids} == {
        "a": Verdict.TIED,
        "b": Verdict.TIED,
        "c": Verdict.DEAR,
    }
    assert (told.spent, told.tied) == (0, 60)


def test_what_has_no_cost_or_no_ballot_gets_nothing() -> None:
    assert verdicts({("a",): 3}, {"a": None, "b": 1}, 10) == {"a": "no cost", "b": "unchosen"}


def test_cents_add_up_exactly() -> None:
    assert verdicts({("a", "b", "c"): 1}, {"a": 0.1, "b": 0.1, "c": 0.1}, 0.3) == dict.fromkeys(
        "abc", "funded"
    )


@given(ballots, costs, budgets)
def test_never_is_more_spent_than_there_is(cast, prices, budget) -> None:
    told = spend(counted(cast), prices, budget)
    paid = sum(prices[bid.code] or 0 for bid in told.bids if bid.verdict is Verdict.FUNDED)
    assert abs(paid - told.spent) < 1e-6
    assert told.spent + told.tied <= budget + 1e-9
    assert {bid.code for bid in told.bids} == {*CODES}


@given(ballots, costs, budgets, st.randoms())
def test_the_order_of_ballots_says_nothing(cast, prices, budget, chance) -> None:
    other = [tuple(chance.sample(each, len(each))) for each in cast]
    chance.shuffle(other)
    assert spend(counted(cast), prices, budget) == spend(counted(other), prices, budget)


@given(ballots, costs, budgets)
def test_nothing_that_could_still_be_paid_is_passed_over(cast, prices, budget) -> None:
    told = spend(counted(cast), prices, budget)
    left = budget - told.spent - told.tied
    for bid in told.bids:
        if bid.verdict is Verdict.DEAR:
            assert bid.cost is not None
            assert bid.cost > left - 1e-9
