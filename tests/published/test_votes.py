"""What is published of votes: over merged sets, ranked, and only while counts are shown."""

from dataclasses import replace
from datetime import timedelta

from collector.brief import (
    Act,
    CountsShown,
    DatedPhase,
    Form,
    FormKind,
    Page,
    Question,
    Shape,
    Showing,
    Voting,
    VotingKind,
)
from collector.entries import Vote
from collector.published import CastVotes, Kept, count_votes, make, votes_shown, votes_told
from tests.kept import AFTER, BEFORE, NOW, brief, idea

FORM = Form(
    "idea",
    FormKind.IDEA,
    "Idea",
    pages=(Page((Question("title", "Title", Shape.TEXT, required=True),)),),
)
HOUR = NOW.replace(minute=0).isoformat()
UPDOWN = Voting(VotingKind.UPDOWN)


def vote(voter: str, idea_ref: str, value: str) -> Vote:
    return Vote(
        ref="", challenge="bread", round="1", idea=idea_ref, voter=voter, value=value, at=NOW
    )


def test_an_idea_alone_is_counted_by_its_keys() -> None:
    cast = CastVotes({("rye", "up", "", HOUR): 3, ("rye", "down", "trap", HOUR): 2}, voters=3)
    told = count_votes(UPDOWN, {"rye": ("rye",), "spelt": ("spelt",)}, cast, NOW)
    rye, spelt = told["rye"], told["spelt"]
    assert (rye.n, rye.values, rye.apart, rye.rank) == (3, {"up": 3}, 2, 1)
    assert (spelt.n, spelt.values, spelt.apart, spelt.rank, spelt.score) == (0, {}, 0, None, None)
    assert rye.rising is not None
    assert spelt.rising is None


def test_merged_ideas_are_counted_by_their_voters() -> None:
    tally = {("rye", "up", "", HOUR): 1, ("dark", "down", "", HOUR): 1}
    cast = CastVotes(tally, {"rye": [vote("ada", "rye", "up"), vote("ada", "dark", "down")]}, 1)
    told = count_votes(UPDOWN, {"rye": ("rye", "dark")}, cast, NOW)
    assert list(told) == ["rye"]
    assert (told["rye"].n, told["rye"].values) == (1, {"down": 1})


def test_what_the_kind_does_not_know_is_not_counted() -> None:
    cast = CastVotes({("rye", "5", "", HOUR): 3}, voters=3)
    assert count_votes(UPDOWN, {"rye": ("rye",)}, cast, NOW)["rye"].n == 0


def test_votes_stand_in_what_is_published_only_while_they_are_told() -> None:
    rye = idea(FORM, {"title": "Rye"})
    cast = CastVotes({(rye.ref, "up", "", HOUR): 3}, voters=3)
    votes = count_votes(UPDOWN, {rye.ref: (rye.ref,)}, cast, NOW)
    for counts, told in ((CountsShown.ALWAYS, True), (CountsShown.AFTER_CLOSE, False)):
        asked = brief(FORM, voting=replace(UPDOWN, counts=counts))
        (shown,) = make(asked, {}, {}, Kept([rye], votes=votes), {}, NOW).ideas
        assert (shown.votes is not None) == told


def test_when_counts_are_told_and_to_whom() -> None:
    def told(counts: CountsShown, **times) -> tuple[bool, bool, bool]:
        asked = brief(FORM, voting=replace(UPDOWN, counts=counts), **times)
        return (votes_shown(asked, NOW), *(votes_told(asked, NOW, each) for each in (True, False)))

    assert told(CountsShown.ALWAYS) == (True, True, True)
    assert told(CountsShown.AFTER_VOTE) == (False, True, False)
    assert told(CountsShown.AFTER_CLOSE) == (False, False, False)
    for counts in CountsShown:
        assert told(counts, closes=BEFORE) == (True, True, True)
        assert told(counts, opens=AFTER) == (False, False, False)


def test_a_phase_that_does_not_show_counts_hides_them() -> None:
    phase = DatedPhase("Vote", BEFORE, AFTER, frozenset({Act.VOTE}), frozenset({Showing.IDEAS}))
    hidden = brief(FORM, voting=UPDOWN, phases=(phase,), opens=BEFORE, closes=AFTER)
    assert not votes_shown(hidden, NOW)
    assert not votes_told(hidden, NOW, voted=True)
    later = AFTER + timedelta(days=1)
    assert votes_shown(hidden, later)
