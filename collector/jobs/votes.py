"""Votes are counted by the database, and one by one only where ideas were merged.

Ballots and comparisons are read one by one.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from collector import published
from collector.brief import SINGLE, Brief
from collector.entries import Idea
from collector.moderation import merged_sets, visible
from collector.published import CastVotes, Outcome, PublishedVotes
from collector.store import Store, ballots, comparisons, votes


def count_votes(
    store: Store, brief: Brief, ideas: Sequence[Idea], now: datetime
) -> Mapping[str, PublishedVotes]:
    """By ref, what the votes on each idea say; empty where single ideas are not voted on."""
    rules = brief.voting
    if rules is None or rules.kind not in SINGLE:
        return {}
    leads = {idea.ref: idea.merged for idea in ideas if visible(idea, brief, now)}
    sets, round_ = merged_sets(leads), rules.round
    cast = CastVotes(
        votes.tally(store, brief.slug, round_),
        {ref: votes.on(store, round_, each) for ref, each in sets.items() if len(each) > 1},
        votes.voters(store, brief.slug, round_),
    )
    return published.count_votes(rules, sets, cast, now)


def count_outcome(
    store: Store, brief: Brief, ideas: Sequence[Idea], now: datetime
) -> Outcome | None:
    """What ballots or comparisons say; None where single ideas are voted on, or nothing is."""
    if brief.voting is None or brief.voting.kind in SINGLE:
        return None
    round_ = brief.slug, brief.voting.round
    filled, made = ballots.all_in(store, *round_), comparisons.all_in(store, *round_)
    return published.count_outcome(brief, ideas, filled, made, now)
