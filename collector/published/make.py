"""The one door to the public: entries and replies become published data."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from operator import itemgetter
from types import MappingProxyType
from typing import TypeAlias

from collector.analysis.progress import Point, progress
from collector.analysis.quarter import QuarterCounts, count_quarter
from collector.brief import Act, Brief, FormKind, SeenBy
from collector.entries import Honour, Idea, Response
from collector.form import define
from collector.moderation import merged_sets
from collector.published.counted import Counted
from collector.published.data import Counts, FormResult, PublishedData
from collector.published.door import Door
from collector.published.engagement import engagement
from collector.published.happened import happened
from collector.published.idea import MergedIdea, PublishedIdea
from collector.published.kept import Kept
from collector.published.orders import offered
from collector.published.outcome import Outcome
from collector.published.progress import PublishedProgress
from collector.published.promise import Promise, first_answers, promise
from collector.published.results import (
    NOBODY,
    Dealt,
    Definitions,
    FormTally,
    Labels,
    stepped,
)
from collector.published.rules import (
    results_shown,
    told_after_vote,
    votes_shown,
    votes_told,
)
from collector.published.said import Said

Passed: TypeAlias = tuple[datetime, str, str, PublishedIdea]
"""When an idea came, its ref, what it was merged into, and what may be seen of it."""

NOTHING: Dealt = MappingProxyType({})


def count(
    brief: Brief,
    definitions: Definitions,
    labels: Labels,
    responses: Iterable[Response],
    dealt: Dealt = NOTHING,
) -> dict[str, FormResult]:
    """The results of all surveys and polls, whether or not they may be told: `rules` knows that.

    `definitions` and `labels` are those that entries were sent with; the brief's own are known.
    """
    kept = _with_the_brief_s_own(brief, definitions)
    tallies = {
        form.name: FormTally(form, kept, labels)
        for form in brief.forms
        if form.kind is not FormKind.IDEA
    }
    for response in responses:
        if response.form in tallies and response.challenge == brief.slug:
            tallies[response.form].add(response)
    return {name: tally.result(dealt.get(name, NOBODY)) for name, tally in tallies.items()}


def in_steps(
    brief: Brief, old: Mapping[str, FormResult], new: Mapping[str, FormResult]
) -> dict[str, FormResult]:
    """The results that may be told after the `old` ones: a survey's move by five people or more.

    How many responses a form has is told as it is.
    """
    forms = {form.name: form for form in brief.forms}
    return {
        name: stepped(forms[name], old[name], result) if name in old else result
        for name, result in new.items()
    }


def make(
    brief: Brief,
    definitions: Definitions,
    labels: Labels,
    kept: Kept,
    results: Mapping[str, FormResult],
    now: datetime,
) -> PublishedData:
    """What the public may see at `now`, an aware time; days are told in its zone.

    `definitions` and `labels` are as for `count`, which made the `results`.
    """
    asked = _with_the_brief_s_own(brief, definitions)
    replies = list(kept.replies)
    said = Said.of(kept.comments, replies)
    door = Door(brief, asked, labels, now, kept.benefits, kept.scores)
    passed = _passed(door, kept.ideas, said)
    visible, outcome = _honoured(_standing(passed), kept.honours), None
    if votes_shown(brief, now):
        outcome = kept.outcome
        votes = outcome.votes() if outcome else kept.votes
        visible = tuple(replace(each, votes=votes.get(each.ref)) for each in visible)
    return PublishedData(
        challenge=brief.slug,
        title=brief.title,
        as_of=now.replace(microsecond=0),
        phase=brief.phase(now),
        opens=brief.opens,
        closes=brief.closes,
        ideas=visible,
        orders=offered(visible, voting=brief.standing(Act.VOTE, now).allowed),
        promise=_promise(brief, passed, first_answers(replies, kept.decisions), now),
        counts=Counts(
            len(visible),
            {name: result.n for name, result in results.items()},
            {name: result.apart for name, result in results.items() if result.apart},
        ),
        results={
            form.name: results[form.name] for form in brief.forms if results_shown(brief, form, now)
        },
        phases=brief.phases,
        turned=brief.turned(now),
        outcome=outcome,
        exposures={each.code: each.shown for each in kept.outcome.shares} if kept.outcome else {},
        progress=_progress(brief, kept, now),
        engagement=engagement(kept.engagement) if brief.seen_by is SeenBy.EVERYONE else {},
        quarters=_quarters(brief, kept, passed, visible, now) if kept.quarters else {},
    )


def _progress(brief: Brief, kept: Kept, now: datetime) -> PublishedProgress | None:
    if brief.measure is None:
        return None
    points = (Point(each.day, each.value) for each in kept.measurements)
    begins = brief.opens and brief.opens.astimezone(now.tzinfo).date()
    return PublishedProgress(brief.measure, progress(brief.measure, points, begins, now.date()))


def _quarters(
    brief: Brief,
    kept: Kept,
    passed: Iterable[Passed],
    standing: Iterable[PublishedIdea],
    now: datetime,
) -> dict[str, QuarterCounts]:
    """Of what may be seen, and of votes only where their counts are shown."""
    seen = [idea for _, _, _, idea in passed]
    cast = kept.cast if votes_shown(brief, now) else {}
    told = happened(brief, seen, standing, kept.answers, cast, now)
    return {str(each): count_quarter(each, told, now.date()) for each in kept.quarters}


def _promise(
    brief: Brief, passed: Iterable[Passed], answered: Mapping[str, datetime], now: datetime
) -> Promise | None:
    """Of all that may be seen, merged ideas too: their authors wait as well."""
    if brief.answers_within is None:
        return None
    came = {ref: idea.received for _, ref, _, idea in passed if not idea.sample}
    days = {ref: moment.astimezone(now.tzinfo).date() for ref, moment in answered.items()}
    return promise(brief.answers_within, came, days, now.date())


def told(
    brief: Brief,
    results: Mapping[str, FormResult],
    now: datetime,
    outcome: Outcome | None = None,
) -> Counted:
    """Of all this what is told at `now` to anybody, be it whoever answered, or voted."""
    names = [form.name for form in brief.forms if told_after_vote(brief, form, now)]
    voted = outcome if votes_told(brief, now, voted=True) else None
    return Counted(now, {name: results[name] for name in names}, voted)


def _with_the_brief_s_own(brief: Brief, definitions: Definitions) -> Definitions:
    return {**definitions, **{each.hash: each for each in map(define, brief.forms)}}


def _passed(door: Door, ideas: Iterable[Idea], said: Said) -> list[Passed]:
    """What may be seen, the newest first. Of those that are not shown, none is held."""
    passed = [
        (idea.received, idea.ref, idea.merged, shown)
        for idea in ideas
        if (shown := door.idea(idea, said))
    ]
    return sorted(passed, key=itemgetter(0, 1), reverse=True)


def _standing(passed: Iterable[Passed]) -> tuple[PublishedIdea, ...]:
    """Those that stand, each with those that were merged into it."""
    told = {ref: shown for _, ref, _, shown in passed}
    sets = merged_sets({ref: merged for _, ref, merged, _ in passed})
    return tuple(_with_merged(told[ref], [told[each] for each in sets[ref][1:]]) for ref in sets)


def _with_merged(idea: PublishedIdea, merged: Iterable[PublishedIdea]) -> PublishedIdea:
    told = (
        MergedIdea(each.ref, each.title, each.replies, each.comments, each.credit)
        for each in merged
    )
    return replace(idea, merged=tuple(told))


def _honoured(
    ideas: tuple[PublishedIdea, ...], honours: Iterable[Honour]
) -> tuple[PublishedIdea, ...]:
    """An honour of what was merged is told where that stands."""
    months: dict[str, list[str]] = {}
    for each in honours:
        months.setdefault(each.about, []).append(each.month)
    if not months:
        return ideas
    return tuple(replace(each, honours=_months(each, months)) for each in ideas)


def _months(idea: PublishedIdea, months: Mapping[str, list[str]]) -> tuple[str, ...]:
    refs = (idea.ref, *(each.ref for each in idea.merged))
    return tuple(sorted({month for ref in refs for month in months.get(ref, ())}))
