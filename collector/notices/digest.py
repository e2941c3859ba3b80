"""Mails on a schedule: what happened since the last one, and what waits.

Their first words are the owner's, from the settings. Where there is nothing to tell, none is sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from collector.brief import Brief
from collector.entries import Entry, Idea, Notice, Progress, State
from collector.garden import ScheduleSettings
from collector.moderation import PROGRESS
from collector.notices.around import Around
from collector.notices.message import Message
from collector.published.promise import first_answers
from collector.store import reads
from collector.words import say

SOON = timedelta(days=3)
"""How long before a promised answer is due it is reminded of."""

MOST_LISTED = 10
"""Ideas that a mail names."""

GONE = (State.SPAM, State.UNFINISHED, State.ERASED)


@dataclass
class Came:
    """What of a challenge happened since the last mail, and what waits."""

    ideas: int = 0
    answers: int = 0
    comments: int = 0
    waiting: int = 0
    done: int = 0

    def __bool__(self) -> bool:
        return any(vars(self).values())


def asked_for(around: Around, notice: Notice) -> ScheduleSettings | None:
    """The schedule that a notice is of; None if it was taken out of the settings."""
    every = around.garden.settings.schedule
    return next((each for each in every if each.name == notice.about), None)


def since(around: Around, notice: Notice, asked: ScheduleSettings) -> datetime:
    """When the mail before was due: this one tells from then on."""
    zone = around.garden.settings.zone
    due = asked.rhythm.last(notice.at, zone)
    return asked.rhythm.last(due - timedelta(seconds=1), zone)


def digest(around: Around, notice: Notice, _with_words: bool) -> Message | None:
    """Of each challenge what came, was done and waits."""
    asked = asked_for(around, notice)
    if asked is None:
        return None
    begin = since(around, notice, asked)
    told = [(brief, _came(around, brief.slug, begin)) for brief in _briefs(around, asked)]
    lines = [
        say("digest-challenge", {"challenge": brief.title, **vars(came)})
        for brief, came in told
        if came
    ]
    return _message(around, asked, "digest-subject", lines)


def reminder(around: Around, notice: Notice, with_words: bool) -> Message | None:
    """What waits to be decided, and the promised answers that are late or due soon."""
    asked = asked_for(around, notice)
    if asked is None:
        return None
    lines: list[str] = []
    for brief in _briefs(around, asked):
        waiting = reads.number(around.store, State.WAITING, challenge=brief.slug)
        if waiting:
            facts = {"challenge": brief.title, "count": waiting}
            lines.append(say("reminder-waiting", facts))
        lines += _promised(around, brief, with_words=with_words)
    return _message(around, asked, "reminder-subject", lines)


def _message(
    around: Around, asked: ScheduleSettings, subject: str, lines: list[str]
) -> Message | None:
    if not lines:
        return None
    own = (asked.text.strip(),) if asked.text.strip() else ()
    return Message(
        subject=asked.subject or say(subject, {"garden": around.garden.settings.name}),
        lines=(*own, "\n".join(lines)),
        link=(say("notice-to-desk"), around.own("/desk/")),
    )


def _briefs(around: Around, asked: ScheduleSettings) -> Iterable[Brief]:
    return [each for each in around.briefs.values() if asked.challenge in ("", each.slug)]


def _came(around: Around, slug: str, begin: datetime) -> Came:
    store, came = around.store, Came()
    came.ideas = _number(reads.ideas(store, slug), begin)
    came.answers = _number(reads.responses(store, slug), begin)
    came.comments = _number(reads.comments(store, slug), begin)
    came.waiting = reads.number(store, State.WAITING, challenge=slug)
    log = reads.decisions(store, challenge=slug)
    done = {each.about for each in log if each.move == PROGRESS and each.after == Progress.DONE}
    came.done = sum(_done_since(reads.idea(store, ref), begin) for ref in done)
    return came


def _number(entries: Iterable[Entry], begin: datetime) -> int:
    return sum(each.received >= begin and each.state not in GONE for each in entries)


def _done_since(idea: Idea | None, begin: datetime) -> bool:
    if idea is None or idea.progressed is None or idea.progress is not Progress.DONE:
        return False
    return idea.progressed >= begin


def _promised(around: Around, brief: Brief, *, with_words: bool) -> Iterator[str]:
    within = brief.answers_within
    if within is None:
        return
    log = reads.decisions(around.store, challenge=brief.slug)
    answered = first_answers(reads.replies(around.store, brief.slug), log)
    states = (State.WAITING, State.APPROVED)
    due = [
        each
        for each in reads.ideas(around.store, brief.slug, *states)
        if each.ref not in answered and not each.merged
        if each.received + within <= around.now + SOON
    ]
    if due:
        late = sum(each.received + within < around.now for each in due)
        facts = {"challenge": brief.title, "late": late, "soon": len(due) - late}
        yield say("reminder-promised", facts)
    for each in due[:MOST_LISTED] if with_words else ():
        yield say("reminder-idea", {"title": each.answers.get("title", "")})
