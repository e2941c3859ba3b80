"""What happened in a challenge as the public may know it, by day: reports count it by quarter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo

from collector.analysis.quarter import Happened, Step
from collector.brief import Brief
from collector.published.comment import PublishedComment
from collector.published.idea import PublishedIdea

INSTANT = timedelta(microseconds=1)


def happened(
    brief: Brief,
    seen: Iterable[PublishedIdea],
    standing: Iterable[PublishedIdea],
    answers: Mapping[datetime, int],
    votes: Mapping[datetime, int],
    now: datetime,
) -> Happened:
    """Days are told in the zone of `now`.

    `seen` are all ideas that may be seen, `standing` those of them that were not merged.
    """
    ideas = list(seen)
    said = [each for idea in ideas for comment in idea.comments for each in _thread(comment)]
    replies = [each.on for idea in ideas for each in idea.replies]
    replies += [each.on for comment in said for each in comment.answers]
    opened, closed = span(brief, now.tzinfo)
    return Happened(
        opened=opened,
        closed=closed,
        ideas=tuple(each.received for each in ideas),
        comments=tuple(each.on for each in said if each.text),
        replies=tuple(replies),
        answers=by_day(answers, now.tzinfo),
        votes=by_day(votes, now.tzinfo),
        steps=tuple(map(_step, standing)),
    )


def span(brief: Brief, zone: tzinfo | None) -> tuple[date | None, date | None]:
    """The first and the last day on which it is open; None where none is named."""
    opens = brief.opens and brief.opens.astimezone(zone).date()
    closes = brief.closes and (brief.closes - INSTANT).astimezone(zone).date()
    return opens, closes


def by_day(moments: Mapping[datetime, int], zone: tzinfo | None) -> Mapping[date, int]:
    """How many on each day of the zone."""
    days = Counter[date]()
    for moment, count in moments.items():
        days[moment.astimezone(zone).date()] += count
    return days


def _thread(comment: PublishedComment) -> Iterator[PublishedComment]:
    yield comment
    yield from comment.replies


def _step(idea: PublishedIdea) -> Step:
    told = idea.benefit
    sums = (told.value, told.cost) if told else (None, None)
    return Step(idea.progress, idea.progressed, *sums)
