"""What became of the ideas of a challenge, counted by the same functions as what is published.

It is told as if ideas and counts were shown at all times: the owner may know at any.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from collector import published
from collector.brief import SINGLE, Brief
from collector.entries import (
    Comment,
    Comparison,
    Decision,
    Entry,
    Idea,
    Reply,
    Response,
    Vote,
    themed,
)
from collector.export.told import Told, enough
from collector.moderation import merged_sets, visible
from collector.published import CastVotes, PublishedVotes
from collector.published.promise import first_answers
from collector.published.said import Said
from collector.store import Store, ballots, comparisons, every, reads, themes, votes

Sets = Mapping[str, tuple[str, ...]]
"""By the idea that stands all that are at it, itself the first."""


def became(store: Store, brief: Brief, zone: tzinfo) -> Told:
    """Days are told in the zone."""
    first = _first_answers(store, brief.slug)
    leads, came = _leads(store, brief, first)
    sets = merged_sets(leads)
    return Told(
        votes=votes_on(store, brief, sets),
        comments=_comments(store, brief.slug, sets) if brief.comments else {},
        answered={ref: at.astimezone(zone).date() for ref, at in first.items()},
        came={ref: at.astimezone(zone).date() for ref, at in came.items()},
        stands={member: ref for ref, members in sets.items() for member in members},
        outvoted=frozenset(_outvoted(store, brief, sets)),
        themes=_themes(store, brief.slug),
        groups=enough(_senders(store, brief.slug)) if brief.groups else frozenset(),
    )


def shown_sets(store: Store, brief: Brief) -> Sets:
    """The ideas that stand, each with those that were merged into it."""
    return merged_sets(_leads(store, brief, ())[0])


def _always(brief: Brief) -> Brief:
    """The challenge as if its ideas were shown at any time."""
    return replace(brief, phases=())


def _first_answers(store: Store, slug: str) -> dict[str, datetime]:
    return first_answers(every.of(store, Reply, slug), every.of(store, Decision, slug))


def _leads(
    store: Store, brief: Brief, answered: Collection[str]
) -> tuple[dict[str, str], dict[str, datetime]]:
    """What each idea that is shown was merged into; and when those came that were answered."""
    always, now = _always(brief), datetime.now(UTC)
    leads: dict[str, str] = {}
    came: dict[str, datetime] = {}
    for idea in every.of(store, Idea, brief.slug):
        if idea.ref in answered:
            came[idea.ref] = idea.received
        if visible(idea, always, now):
            leads[idea.ref] = idea.merged
    return leads, came


def votes_on(store: Store, brief: Brief, sets: Sets) -> Mapping[str, PublishedVotes]:
    """What the votes say of each of these ideas, those of its set with them."""
    rules = brief.voting
    if rules is None or rules.kind not in SINGLE:
        return _outcome(store, brief)
    cast = CastVotes(
        votes.tally(store, brief.slug, rules.round),
        {ref: votes.on(store, rules.round, each) for ref, each in sets.items() if len(each) > 1},
        votes.voters(store, brief.slug, rules.round),
    )
    return published.count_votes(rules, sets, cast, datetime.now(UTC))


def _outcome(store: Store, brief: Brief) -> Mapping[str, PublishedVotes]:
    """What ballots or comparisons say of each idea."""
    if brief.voting is None:
        return {}
    round_ = brief.slug, brief.voting.round
    cast = ballots.all_in(store, *round_), comparisons.all_in(store, *round_)
    ideas = every.of(store, Idea, brief.slug)
    outcome = published.count_outcome(_always(brief), ideas, *cast, datetime.now(UTC))
    return outcome.votes() if outcome else {}


def _outvoted(store: Store, brief: Brief, sets: Sets) -> Iterator[str]:
    """Votes on merged ideas, and comparisons, whose voter said something later that counts."""
    if brief.voting is None:
        return
    round_ = brief.voting.round
    for members in sets.values():
        if len(members) > 1:
            yield from _earlier((each.voter, each) for each in votes.on(store, round_, members))
    stands = {member: ref for ref, members in sets.items() for member in members}
    made = comparisons.all_in(store, brief.slug, round_)
    yield from _earlier(((each.voter, _pair(each, stands)), each) for each in made)


def _earlier(said: Iterable[tuple[Hashable, Vote | Comparison]]) -> Iterator[str]:
    """All that count but the last of each, by ref."""
    last: dict[Hashable, str] = {}
    for about, each in said:
        if not each.apart:
            if about in last:
                yield last[about]
            last[about] = each.ref


def _pair(comparison: Comparison, stands: Mapping[str, str]) -> frozenset[str]:
    return frozenset(stands.get(each, each) for each in (comparison.left, comparison.right))


def _comments(store: Store, slug: str, sets: Sets) -> Mapping[str, int]:
    """How many comments are shown with each idea that stands."""
    said = Said.of((_bare(each) for each in every.of(store, Comment, slug)), ())
    return {ref: sum(_said(store, said, member) for member in sets[ref]) for ref in sets}


def _said(store: Store, said: Said, ref: str) -> int:
    """How many comments are shown with just this idea."""
    idea = reads.idea(store, ref) if ref in said.about else None
    return sum(each.count for each in said.comments(idea, datetime.date)) if idea else 0


def _bare(comment: Comment) -> Comment:
    """Without its words, which need not be held; that there are some is told."""
    return replace(comment, answers={"text": "…"} if comment.answers.get("text") else {})


def _themes(store: Store, slug: str) -> dict[str, str]:
    """By idea what its theme is called."""
    kept = themes.of(store, slug)
    labels = {each.ref: each.label for each in kept}
    ideas = every.of(store, Idea, slug) if kept else ()
    return {idea.ref: labels[theme] for idea, theme in themed(ideas, kept) if theme}


def _senders(store: Store, slug: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Forms and groups, each with one that was sent."""
    kinds: tuple[type[Entry], ...] = (Idea, Response, Comment)
    for kind in kinds:
        for entry in every.of(store, kind, slug):
            if entry.group:
                yield (entry.form, entry.group), entry.ref
