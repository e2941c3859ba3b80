"""Sums agree: what is published, what every exported file says, and what is kept are one count."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from collector.brief import Brief, VotingKind
from collector.entries import Idea, State
from collector.export import What, gather
from collector.form import define, labels
from collector.garden import Garden, Settings, StoreSettings
from collector.jobs.votes import count_outcome, count_votes
from collector.published import Kept, PublishedData, make
from collector.store import Store, reads
from collector.store.engine import MEMORY
from collector.voting import VALUES
from tests.export.exported import as_csv, as_json, as_ods, as_xlsx
from tests.export.talked import FORM, Talk, challenge
from tests.kept import NOW

SOME = settings(max_examples=settings.default.max_examples // 2)
STATES = (*[State.APPROVED] * 4, State.WAITING, State.REJECTED, State.WITHDRAWN)
VOTERS = ("ada", "bob", "cyd", "dan")


@dataclass(frozen=True)
class History:
    """What happened: ideas by state and the earlier one they were merged into, then the rest."""

    kind: VotingKind
    ideas: tuple[tuple[State, int | None], ...]
    votes: tuple[tuple[int, str, str, bool], ...]
    """Idea, voter, value, and whether the browser kept no key."""
    comments: tuple[tuple[int, int | None, State], ...]
    """Idea, the earlier comment replied to, state."""


@st.composite
def histories(draw: st.DrawFn) -> History:
    kind = draw(st.sampled_from([VotingKind.APPROVE, VotingKind.UPDOWN, VotingKind.STARS]))
    count = draw(st.integers(1, 5))
    ideas = [
        (draw(st.sampled_from(STATES)), draw(st.none() | st.integers(0, n - 1)) if n else None)
        for n in range(count)
    ]
    idea, value = st.integers(0, count - 1), st.sampled_from(VALUES[kind])
    vote = st.tuples(idea, st.sampled_from(VOTERS), value, st.integers(0, 4).map(lambda n: not n))
    states = st.sampled_from((*[State.APPROVED] * 3, State.SPAM, State.WITHDRAWN))
    said = draw(st.lists(st.tuples(idea, states), max_size=6))
    comments = [
        (about, draw(st.none() | st.integers(0, n - 1)) if n else None, state)
        for n, (about, state) in enumerate(said)
    ]
    return History(kind, tuple(ideas), tuple(draw(st.lists(vote, max_size=15))), tuple(comments))


def happens(talk: Talk, history: History) -> None:
    ideas: list[Idea] = []
    for number, (state, into) in enumerate(history.ideas):
        merged = "" if into is None else ideas[into].ref
        ideas.append(talk.idea(f"Bread {number}", state=state, merged=merged))
    for number, (about, voter, value, keyless) in enumerate(history.votes):
        told = {"apart": "no key"} if keyless else {}
        talk.vote(ideas[about], f"nobody {number}" if keyless else voter, value, **told)
    comments = []
    for about, parent, state in history.comments:
        above = comments[parent] if parent is not None else None
        at = next(each for each in ideas if each.ref == above.about) if above else ideas[about]
        told = {"parent": above.ref} if above and not above.parent else {}
        comments.append(talk.comment(at, "Yes", state=state, **told))


def published(store: Store, brief: Brief) -> PublishedData:
    ideas = list(reads.ideas(store, "bread"))
    votes = count_votes(store, brief, ideas, NOW)
    kept = Kept(ideas, (), reads.comments(store, "bread"), votes)
    form = define(FORM)
    return make(brief, {form.hash: form}, {form.hash: labels(FORM)}, kept, {}, NOW)


def files(store: Store, brief: Brief) -> Iterator[tuple[list[dict], list[dict]]]:
    """By file, the rows of ideas and those of votes."""

    def held():
        return gather(store, brief)

    yield as_csv(held(), what=What.IDEAS), as_csv(held(), what=What.VOTES)
    for read in (as_xlsx, as_ods):
        book = read(held())
        sheets = ("Votes", "Ballots", "Comparisons")
        yield book["Responses"], [row for name in sheets for row in book.get(name, [])]
    told = as_json(held())
    ideas = [each["row"] for each in told["entries"] if each["form"] == "idea"]
    lists = ("votes", "ballots", "comparisons")
    yield ideas, [row for name in lists for row in told.get(name, [])]


def number(cell: object) -> int:
    return int(float(str(cell))) if cell not in ("", None) else 0


NUMBERS = ("votes", "votes_apart", "rank", "comments")


@SOME
@given(histories())
def test_what_is_published_is_what_every_file_says_and_what_is_kept(history: History) -> None:
    garden = Garden(Path(), Settings(store=StoreSettings(MEMORY)))
    brief = challenge(history.kind)
    with Store.open(garden) as store:
        happens(Talk(garden, store), history)
        agree(store, brief)


def test_they_agree_on_every_engine(talk: Talk) -> None:
    history = History(
        VotingKind.UPDOWN,
        ((State.APPROVED, None), (State.APPROVED, 0), (State.WITHDRAWN, 0), (State.APPROVED, 2)),
        (
            (0, "ada", "up", False),
            (1, "ada", "down", False),
            (1, "bob", "up", False),
            (2, "cyd", "up", False),
            (3, "cyd", "up", False),
            (3, "ada", "up", True),
        ),
        ((0, None, State.APPROVED), (0, 0, State.APPROVED), (1, None, State.APPROVED)),
    )
    happens(talk, history)
    agree(talk.store, challenge())
    told = {each.title: each for each in published(talk.store, challenge()).ideas}
    assert told["Bread 0"].votes
    assert (told["Bread 0"].votes.n, told["Bread 0"].said) == (2, 3)


def agree(store: Store, brief: Brief) -> None:
    data = published(store, brief)
    told = {
        each.ref: (each.votes.n, each.votes.apart, each.votes.rank or 0, each.said)
        for each in data.ideas
        if each.votes
    }
    values = {each.ref: each.votes.values for each in data.ideas if each.votes}
    assert len(told) == len(data.ideas)
    for ideas, votes in files(store, brief):
        shown = {each["ref"]: each for each in ideas if each.get("votes") not in ("", None)}
        assert {
            ref: tuple(number(row.get(each)) for each in NUMBERS) for ref, row in shown.items()
        } == told
        counted = Counter(row["counts_with"] for row in votes if number(row["counted"]))
        assert counted == Counter({ref: n for ref, (n, *_) in told.items() if n})
        assert len(votes) == store.table("votes").number(challenge="bread")
        assert brief.voting
        if brief.voting.kind is not VotingKind.APPROVE:
            assert {ref: _values(row, values[ref]) for ref, row in shown.items()} == values


def _values(row: dict, wanted: Mapping[str, int]) -> dict[str, int]:
    return {name: number(row[f"votes__{name}"]) for name in wanted}


@st.composite
def elections(draw: st.DrawFn) -> tuple[History, list[tuple[str, list[int], bool]]]:
    """Ideas, and by voter the order in which they would have them, at times without a key."""
    history = draw(histories())
    order = st.lists(st.integers(0, len(history.ideas) - 1), min_size=1, unique=True)
    told = st.tuples(order, st.booleans())
    cast = {voter: draw(told) for voter in draw(st.lists(st.sampled_from(VOTERS), unique=True))}
    return replace(history, votes=()), [(voter, *each) for voter, each in cast.items()]


@SOME
@given(elections(), st.sampled_from([VotingKind.RANKED, VotingKind.PAIRWISE]))
def test_ballots_and_comparisons_count_in_files_as_they_are_published(election, kind) -> None:
    history, cast = election
    garden = Garden(Path(), Settings(store=StoreSettings(MEMORY)))
    brief = challenge(kind)
    with Store.open(garden) as store:
        talk = Talk(garden, store)
        happens(talk, history)
        refs = [each.ref for each in reads.ideas(store, "bread")]
        for voter, order, apart in cast:
            told = {"apart": "no key"} if apart else {}
            chosen = [refs[each] for each in order]
            if kind is VotingKind.RANKED:
                talk.ballot(voter, *chosen, **told)
            for one, other in pairwise(chosen) if kind is VotingKind.PAIRWISE else ():
                for left, right in ((one, other), (other, one)):
                    talk.comparison(voter, left, right, "left", **told)
        outcome = count_outcome(store, brief, list(reads.ideas(store, "bread")), NOW)
        assert outcome
        said = {ref: (each.n, each.rank or 0) for ref, each in outcome.votes().items()}
        for ideas, votes in files(store, brief):
            shown = {each["ref"]: each for each in ideas if each.get("votes") not in ("", None)}
            given = {
                ref: (number(row["votes"]), number(row.get("rank"))) for ref, row in shown.items()
            }
            assert given == said
            counted = [row for row in votes if number(row["counted"])]
            if kind is VotingKind.RANKED:
                assert len({row["person"] for row in counted}) == outcome.n
                named = Counter(row["counts_with"] for row in counted)
            else:
                assert len(counted) == outcome.n
                sides = ("left_counts_with", "right_counts_with")
                named = Counter(row[side] for row in counted for side in sides)
            assert named == Counter({ref: n for ref, (n, _) in said.items() if n})
