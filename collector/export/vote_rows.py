"""Votes, ballots and comparisons as rows: which count, and why the others do not."""

from collections.abc import Iterator

from collector import voting
from collector.entries import Ballot, Comparison, Vote
from collector.export.column import Kind
from collector.export.listing import Ballotlike, Known, Listing, Row
from collector.export.what import What

_WHO = {"round": Kind.TEXT, "person": Kind.TEXT}
_IDEA = {"idea": Kind.TEXT, "title": Kind.TEXT}
_REST = {"hour": Kind.DATE, "group": Kind.TEXT, "counted": Kind.BOX, "reason": Kind.TEXT}


def _who(vote: Ballotlike, known: Known) -> Row:
    return [vote.round, known.person(vote.voter)]


def _rest(vote: Ballotlike, known: Known, reason: str) -> Row:
    hour = vote.at.astimezone(known.zone)
    return [hour, known.group(vote), int(not reason), reason]


def _vote(vote: Vote, known: Known) -> Iterator[Row]:
    """`counts_with`: the idea whose count it is in, if it is in any."""
    reason = known.why_not(vote, [vote.idea])
    if not reason and vote.ref in known.told.outvoted:
        reason = "said later"
    rules = known.voting
    if not reason and rules and vote.value not in voting.VALUES.get(rules.kind, ()):
        reason = "other kind"
    at = "" if reason else known.told.stands[vote.idea]
    about = [vote.idea, known.title(vote.idea), at, vote.value]
    yield [*_who(vote, known), *about, *_rest(vote, known, reason)]


def _ballot(ballot: Ballot, known: Known) -> Iterator[Row]:
    """A row for each idea on it; of ideas that were merged the first one counts."""
    met = set()
    for place, idea in enumerate(ballot.choices, 1):
        reason = known.why_not(ballot, [idea])
        at = known.told.stands.get(idea, idea)
        if not reason and at in met:
            reason = "said before"
        met.add(at)
        about: Row = [place, idea, known.title(idea), "" if reason else at]
        yield [*_who(ballot, known), *about, *_rest(ballot, known, reason)]


def _comparison(comparison: Comparison, known: Known) -> Iterator[Row]:
    pair = (comparison.left, comparison.right)
    reason = known.why_not(comparison, pair)
    stands = {known.told.stands.get(each, each) for each in pair}
    if not reason and len(stands) == 1:
        reason = "merged"
    if not reason and comparison.ref in known.told.outvoted:
        reason = "said later"
    about = [cell for each in pair for cell in _side(each, known, reason)]
    about.append(comparison.choice)
    yield [*_who(comparison, known), *about, *_rest(comparison, known, reason)]


def _side(ref: str, known: Known, reason: str) -> Row:
    return [ref, known.title(ref), "" if reason else known.told.stands[ref]]


_COUNTS = {"counts_with": Kind.TEXT}

VOTES = Listing(
    What.VOTES, {**_WHO, **_IDEA, **_COUNTS, "value": Kind.TEXT, **_REST}, _vote, mixed=True
)
BALLOTS = Listing(
    What.BALLOTS, {**_WHO, "place": Kind.NUMBER, **_IDEA, **_COUNTS, **_REST}, _ballot, mixed=True
)
COMPARISONS = Listing(
    What.COMPARISONS,
    {
        **_WHO,
        **{
            f"{side}{what}": Kind.TEXT
            for side in ("left", "right")
            for what in ("", "_title", "_counts_with")
        },
        "choice": Kind.TEXT,
        **_REST,
    },
    _comparison,
    mixed=True,
)
