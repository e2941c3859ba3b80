"""What is kept becomes published data, and published data becomes pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from collector import form, pages, published
from collector.acts import pick, quota
from collector.acts.screen import tell_waiting
from collector.brief import Brief, Quarter
from collector.entries import Promise
from collector.errors import Unreadable
from collector.export.programme import engaged
from collector.form import Definition
from collector.garden import Garden
from collector.jobs.votes import count_outcome, count_votes
from collector.models import Models, Participants
from collector.pages import lock
from collector.published import Counted, FormResult, Kept
from collector.store import (
    Store,
    benefits,
    exposures,
    honours,
    measurements,
    participation,
    reads,
    writes,
)
from collector.words import speaking

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What only some pages of the owner's tell of: reports of quarters, maps of groups."""

    quarters: tuple[Quarter, ...]
    maps: tuple[Participants, ...]

    @classmethod
    def by(cls, *models: Models) -> Self:
        """What any of these models tell of."""
        quarters = {each.quarter for told in models for each in told.reports}
        maps = (each for told in models for each in told.participants)
        return cls(tuple(sorted(quarters)), tuple(maps))

    def tells_of_groups(self, brief: Brief) -> bool:
        """Whether any map tells of groups of this challenge."""
        codes = [each.code for each in brief.groups]
        return any(each.tells_of_groups(brief.slug, codes) for each in self.maps)


def refresh(garden: Garden, store: Store, brief: Brief, now: datetime) -> list[Path]:
    """Make one challenge's published data anew and pour it into the live pages."""
    asked = Asked.by(pages.models_told(garden))
    _publish(garden, store, brief, now, asked)
    return pages.fill(garden, brief.slug)


def publish_all(garden: Garden, store: Store, briefs: dict[str, Brief], now: datetime) -> None:
    """Write the published data of every challenge, for a build to fill from."""
    asked = Asked.by(*pages.models_to_tell(garden))
    for brief in briefs.values():
        _publish(garden, store, brief, now, asked)


def rebuild(
    garden: Garden,
    store: Store,
    now: datetime,
    *,
    keep_last_good: bool = False,
    progress: Progress = lambda _step: None,
) -> pages.Built:
    """Read the briefs, keep their definitions and promises, build, verify, fill and swap.

    With `keep_last_good` a broken brief is taken from the live build, and `progress` is told what
    is wrong with it. Raises BriefError and BuildError; the site that stood then goes on standing.
    """
    kept = reads.definitions_answered(store)
    briefs = pages.briefs_to_build(garden, kept, keep_last_good=keep_last_good, progress=progress)
    store.transact(lambda store: _keep(store, briefs))
    tell_waiting(store, briefs, now)
    publish_all(garden, store, briefs, now)
    return pages.build(
        garden, now=now, briefs=briefs, keep_last_good=keep_last_good, progress=progress
    )


def _keep(store: Store, briefs: dict[str, Brief]) -> None:
    """What was asked, and what was promised about the answers."""
    for brief in briefs.values():
        for edition in brief.editions:
            _keep_forms(store, edition)
        days = None if brief.retention is None else brief.retention.days
        promise = Promise(challenge=brief.slug, closes=brief.closes, days=days)
        writes.keep_promise(store, promise)


def _keep_forms(store: Store, edition: Brief) -> None:
    for each in (*edition.forms, *edition.built_in):
        definition = form.define(each)
        writes.keep_definition(
            store,
            edition.slug,
            each.name,
            definition.hash,
            definition.to_document(),
            form.labels(each),
            edition.language,
        )


def _publish(garden: Garden, store: Store, brief: Brief, now: datetime, asked: Asked) -> None:
    """One at a time: who reads later also writes later, so nothing older covers something newer."""
    here = now.astimezone(garden.settings.zone)
    with lock.waiting(garden.build / "publish.lock"), speaking(brief.language):
        _publish_alone(garden, store, brief, here, asked)


def _publish_alone(garden: Garden, store: Store, brief: Brief, now: datetime, asked: Asked) -> None:
    """Days are told in the zone of `now`."""
    if brief.closes_after is not None:
        store.transact(partial(quota.settle, brief=brief, now=now.astimezone(UTC)))
        brief = quota.standing(store, brief, now)
    kept = reads.definitions(store, brief.slug).items()
    definitions = {key: Definition.from_document(document) for key, document in kept}
    labels = reads.labels(store, brief.slug, brief.language)
    responses = reads.responses(store, brief.slug)
    dealt = exposures.by_form(store, brief.slug) if brief.has_trial else {}
    counted = published.count(brief, definitions, labels, responses, dealt)
    results = published.in_steps(brief, _told_last(garden, brief.slug), counted)
    ideas = list(reads.ideas(store, brief.slug))
    outcome = count_outcome(store, brief, ideas, now)
    published.told(brief, results, now, outcome).write(garden.counted / f"{brief.slug}.json")
    data = published.make(
        brief,
        definitions,
        labels,
        Kept(
            ideas,
            reads.replies(store, brief.slug),
            reads.comments(store, brief.slug),
            decisions=reads.decisions(store, challenge=brief.slug) if brief.answers_within else (),
            votes=count_votes(store, brief, ideas, now),
            outcome=outcome,
            benefits=benefits.of(store, brief.slug),
            measurements=measurements.of_challenge(store, brief.slug),
            engagement=engaged(store, brief) if asked.tells_of_groups(brief) else {},
            honours=honours.of_challenge(store, brief.slug),
            quarters=asked.quarters,
            answers=participation.answers(store, brief.slug) if asked.quarters else {},
            cast=participation.votes(store, brief.slug) if asked.quarters else {},
            scores=pick.scores_of(store, brief, ideas),
        ),
        results,
        now,
    )
    published.write(garden.published / f"{brief.slug}.json", data)


def _told_last(garden: Garden, slug: str) -> Mapping[str, FormResult]:
    """The results that were told so far; none if what is kept of them can't be read."""
    try:
        last = Counted.read(garden.counted / f"{slug}.json")
    except Unreadable:
        return {}
    return last.results if last else {}
