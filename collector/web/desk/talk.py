"""What is said about what: the subject of a comment or report, and what an entry's page lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from collector.entries import Comment, Entry, Idea, Report, State
from collector.store import Store, reads
from collector.web.context import Context
from collector.web.desk.cards import Card, card, is_seen

MOST = 200
"""Comments, and reports, on the page of what they are about."""


@dataclass(frozen=True)
class Remark:
    """A comment or report on the page of what it is about; `reports` counts those that wait."""

    card: Card
    reports: int = 0


@dataclass(frozen=True)
class Talk:
    """What was said about an entry, the oldest first."""

    comments: list[Remark]
    reports: list[Remark]


def subject(context: Context, entry: Entry) -> Card | None:
    """What a comment or report is about, if there is such a thing and it may be seen."""
    if not isinstance(entry, Comment | Report):
        return None
    about = (isinstance(entry, Comment) and entry.parent) or entry.about
    found = reads.entry(context.store, about)
    return card(context, found) if found and is_seen(found) else None


def talk_of(context: Context, entry: Entry) -> Talk:
    """What was said about the entry, as far as it may be seen."""
    comments = _listed(context, _comments(context.store, entry))
    reported = isinstance(entry, Idea | Comment)
    reports = reads.reports(context.store, entry.ref) if reported else ()
    return Talk(comments, _listed(context, reports))


def _comments(store: Store, entry: Entry) -> Iterator[Comment]:
    """Of an idea all comments, of a comment the replies."""
    if isinstance(entry, Idea):
        yield from reads.comments(store, entry.challenge, about=entry.ref)
    elif isinstance(entry, Comment):
        on_idea = reads.comments(store, entry.challenge, about=entry.about)
        yield from (each for each in on_idea if each.parent == entry.ref)


def _listed(context: Context, entries: Iterable[Entry]) -> list[Remark]:
    seen = (each for each in entries if is_seen(each) and each.state is not State.ERASED)
    return [_remark(context, each) for each in islice(seen, MOST)]


def _remark(context: Context, entry: Entry) -> Remark:
    about = reads.reports(context.store, entry.ref, State.WAITING)
    waiting = about if isinstance(entry, Comment) else ()
    return Remark(card(context, entry), sum(1 for _ in waiting))
