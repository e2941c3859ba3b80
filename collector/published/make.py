"""The one door to the public: entries and replies become published data."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from collector.brief import Brief, FormKind
from collector.entries import Idea, Reply, Response
from collector.form import define
from collector.published.data import Counts, PublishedData, PublishedIdea
from collector.published.door import Door
from collector.published.results import Definitions, FormTally, Labels
from collector.published.rules import results_shown


def make(
    brief: Brief,
    definitions: Definitions,
    labels: Labels,
    ideas: Iterable[Idea],
    responses: Iterable[Response],
    replies: Iterable[Reply],
    now: datetime,
) -> PublishedData:
    """What the public may see at `now`, an aware time; days are told in its zone.

    `definitions` and `labels` are those that entries were sent with; the brief's own are known.
    """
    kept = {**definitions, **{each.hash: each for each in map(define, brief.forms)}}
    visible = _ideas(Door(brief, kept, labels, now), ideas, replies)
    tallies = _tallies(brief, kept, labels, responses)
    phase = brief.phase(now)
    return PublishedData(
        challenge=brief.slug,
        title=brief.title,
        as_of=now.replace(microsecond=0),
        phase=phase,
        opens=brief.opens,
        closes=brief.closes,
        ideas=visible,
        counts=Counts(len(visible), {name: tally.n for name, tally in tallies.items()}),
        results={
            name: tally.result()
            for name, tally in tallies.items()
            if results_shown(tally.form, phase)
        },
    )


def _ideas(
    door: Door, ideas: Iterable[Idea], replies: Iterable[Reply]
) -> tuple[PublishedIdea, ...]:
    """The newest first."""
    answered: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies:
        answered[reply.about].append(reply)
    newest = sorted(ideas, key=lambda idea: (idea.received, idea.ref), reverse=True)
    published = (door.idea(idea, answered[idea.ref]) for idea in newest)
    return tuple(idea for idea in published if idea is not None)


def _tallies(
    brief: Brief, kept: Definitions, labels: Labels, responses: Iterable[Response]
) -> dict[str, FormTally]:
    tallies = {
        form.name: FormTally(form, kept, labels)
        for form in brief.forms
        if form.kind is not FormKind.IDEA
    }
    for response in responses:
        if response.form in tallies and response.challenge == brief.slug:
            tallies[response.form].add(response)
    return tallies
