"""Mails on a schedule: what happened since the last one, and what waits.

Their first words are the owner's, from the settings. Where there is nothing to tell, none is sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from collector.brief import Brief
from collector.entries import Idea, Notice, Progress, Role, State
from collector.garden import ScheduleSettings
from collector.moderation import PROGRESS, merged_sets
from collector.notices.around import Around
from collector.notices.message import Message
from collector.published.promise import first_answers
from collector.store import Store, participation, reads, scores
from collector.words import say

SOON = timedelta(days=3)
"""How long before a promised answer is due it is reminded of."""

MOST_LISTED = 10
"""Ideas that a mail names."""

GONE = (State.SPAM, State.UNFINISHED, State.ERASED)
CAME = tuple(each for each in State if each not in GONE)


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
    return around.garden.settings.scheduled(notice.about)


@dataclass(frozen=True)
class Stretch:
    """What a mail tells of: from when the one before was due until it was due itself.

    So nothing is told twice or left out, however late mails are made.
    """

    begin: datetime
    end: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.begin <= moment < self.end


def stretch(around: Around, notice: Notice, asked: ScheduleSettings) -> Stretch:
    """That of the mail of this notice."""
    zone = around.garden.settings.zone
    due = asked.rhythm.last(notice.at, zone)
    return Stretch(asked.rhythm.last(due - timedelta(seconds=1), zone), due)


def digest(around: Around, notice: Notice, _with_words: bool) -> Message | None:
    """Of each challenge what came, was done and waits."""
    asked = asked_for(around, notice)
    if asked is None:
        return None
    during = stretch(around, notice, asked)
    told = [(brief, _came(around, brief.slug, during)) for brief in _briefs(around, asked)]
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
    if asked.for_ == "jurors":
        left = (_to_judge(around, brief) for brief in _briefs(around, asked))
        return _message(around, asked, "reminder-subject", list(filter(None, left)))
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


def _came(around: Around, slug: str, during: Stretch) -> Came:
    store, came = around.store, Came()
    came.ideas = _number(store, "ideas", slug, during)
    came.answers = _number(store, "responses", slug, during)
    came.comments = _number(store, "comments", slug, during)
    came.waiting = reads.number(store, State.WAITING, challenge=slug)
    log = reads.decisions(store, challenge=slug)
    done = {each.about for each in log if each.move == PROGRESS and each.after == Progress.DONE}
    came.done = sum(_done(reads.idea(store, ref), during) for ref in done)
    return came


def _number(store: Store, table: str, slug: str, during: Stretch) -> int:
    arrived = participation.arrived(store, table, slug, CAME)
    return sum(count for (_, moment), count in arrived.items() if moment in during)


def _done(idea: Idea | None, during: Stretch) -> bool:
    if idea is None or idea.progressed is None or idea.progress is not Progress.DONE:
        return False
    return idea.progressed in during


def _to_judge(around: Around, brief: Brief) -> str:
    """How many jurors have ideas left, by no name; empty where none has."""
    if brief.scorecard is None:
        return ""
    store, slug = around.store, brief.slug
    ideas = {each.ref: each.merged for each in reads.ideas(store, slug, State.APPROVED)}
    judged = set(merged_sets(ideas))
    jurors = [each for each in reads.accounts(store) if each.challenges.get(slug) is Role.JUROR]
    left = sum(not judged <= scores.by(store, slug, each.name).keys() for each in jurors)
    facts = {"challenge": brief.title, "ideas": len(judged), "left": left, "jurors": len(jurors)}
    return say("reminder-jury", facts) if left else ""


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
