"""Composing: what a notice says is made when it is sent, of what is kept then.

Whoever follows an idea reads published words and, its author, the answers to it. Owners read what
the desk shows them. A webhook is read by anybody in a channel: it is told titles of what is
published, and of what waits only where its settings say so.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from collector.entries import Comment, Entry, Event, Idea, Notice, Person, Purpose, State
from collector.entries.person import code_of
from collector.garden import WebhookSettings
from collector.notices import followed
from collector.notices.around import Around
from collector.notices.digest import digest, reminder
from collector.notices.message import Message
from collector.screening import hits, quoted
from collector.store import reads
from collector.words import moment, say

MOST_LISTED = 10
"""Entries that a daily mail names."""


def for_person(around: Around, notice: Notice, person: Person) -> Message | None:
    """What somebody who follows an idea is told; None if there is nothing to say any more."""
    if notice.event is Event.CONFIRM:
        return None if person.confirmed else _confirm(around, person)
    if notice.event is Event.DIGEST:
        return followed.digest(around, notice, person) if person.confirmed else None
    if notice.event is Event.THANKED:
        return _thanked(around, person)
    idea, own = _followed(around, person)
    if person.confirmed is None or idea is None or not _may_read(around, idea, own=own):
        return None
    code = code_of(around.secret, Purpose.LEAVE, person.ref)
    told = _of_idea(around, notice, idea)
    leave = around.own(f"/collect/-/unfollow/{code}")
    return told and replace(told, leave_line=say("notice-leave"), leave=leave)


def _thanked(around: Around, person: Person) -> Message | None:
    """That something waits behind the receipt; what it is, no mail says."""
    entry = reads.entry(around.store, person.about)
    gone = entry is None or entry.state in (State.ERASED, State.WITHDRAWN)
    if gone or not (person.confirmed and person.author):
        return None
    facts = {"garden": around.garden.settings.name, "challenge": around.title(person.challenge)}
    code = code_of(around.secret, Purpose.LEAVE, person.ref)
    return Message(
        subject=say("notice-thanked-subject", facts),
        lines=(say("notice-thanked-line", facts),),
        link=(say("notice-thanked-link"), around.own("/collect/-/receipt")),
        leave_line=say("notice-leave"),
        leave=around.own(f"/collect/-/unfollow/{code}"),
    )


def _followed(around: Around, person: Person) -> tuple[Idea | None, bool]:
    """The idea, and whether it is their own; that of their comment as long as this is shown."""
    entry = reads.entry(around.store, person.about)
    if isinstance(entry, Comment):
        shown = entry.state is State.APPROVED
        return (reads.idea(around.store, entry.about) if shown else None), False
    return (entry if isinstance(entry, Idea) else None), person.author


def for_owner(around: Around, notice: Notice) -> Message | None:
    """What an owner is told by mail."""
    return _waiting(around, notice, with_words=True)


def for_hook(around: Around, notice: Notice, hook: WebhookSettings) -> Message | None:
    """What a webhook is told."""
    if notice.event in INSIDE:
        return _waiting(around, notice, with_words=hook.words)
    if notice.event is Event.TURNED:
        return _turned(around, notice)
    idea = reads.idea(around.store, notice.about)
    return _of_idea(around, notice, idea) if idea and around.stands_at(idea) else None


def _of_idea(around: Around, notice: Notice, idea: Idea) -> Message | None:
    """What became of an idea; None if it was undone meanwhile."""
    if notice.event is Event.MERGED and not idea.merged:
        return None
    facts = {
        "title": _title(idea),
        "challenge": around.title(idea.challenge),
        "progress": say(f"notice-progress-{idea.progress.replace(' ', '-')}"),
        "garden": around.garden.settings.name,
        "into": _into(around, idea),
    }
    return Message(
        subject=say(f"notice-{notice.event}-subject", facts),
        lines=(say(f"notice-{notice.event}-line", facts),),
        quoted=_answer(around, notice),
        link=_page_of(around, idea),
    )


def _waiting(around: Around, notice: Notice, *, with_words: bool) -> Message | None:
    make = INSIDE.get(notice.event)
    return make(around, notice, with_words) if make else _turned(around, notice)


def _arrived(around: Around, notice: Notice, with_words: bool) -> Message | None:
    entry = reads.entry(around.store, notice.about)
    if entry is None or entry.state is not State.WAITING:
        return None
    facts = {"challenge": around.title(entry.challenge)}
    return Message(
        subject=say("notice-arrived-subject", facts),
        lines=(say("notice-arrived-line", facts),),
        quoted=_title(entry) if with_words else "",
        link=(say("notice-to-entry"), around.own(f"/desk/entries/{entry.ref}")),
    )


def _screened(around: Around, notice: Notice, with_words: bool) -> Message | None:
    entry = reads.entry(around.store, notice.about)
    if entry is None or entry.state not in (State.WAITING, State.APPROVED):
        return None
    found = [
        each.phrase for each in hits(entry, around.briefs.get(entry.challenge)) if each.is_told
    ]
    if not found:
        return None
    facts = {"challenge": around.title(entry.challenge), "phrases": quoted(found)}
    return Message(
        subject=say("notice-screened-subject", facts),
        lines=(say("notice-screened-line", facts),),
        quoted=_title(entry) if with_words else "",
        link=(say("notice-to-entry"), around.own(f"/desk/entries/{entry.ref}")),
    )


def _promise(around: Around, notice: Notice, with_words: bool) -> Message | None:
    idea = reads.idea(around.store, notice.about)
    brief = around.briefs.get(notice.challenge)
    if idea is None or brief is None or brief.answers_within is None:
        return None
    if reads.replies(around.store, idea.challenge, about=idea.ref):
        return None
    facts = {
        "challenge": brief.title,
        "when": _when(around, idea.received + brief.answers_within),
    }
    return Message(
        subject=say("notice-promise-subject", facts),
        lines=(say("notice-promise-line", facts),),
        quoted=_title(idea) if with_words else "",
        link=(say("notice-to-entry"), around.own(f"/desk/entries/{idea.ref}")),
    )


def _daily(around: Around, _notice: Notice, with_words: bool) -> Message | None:
    """The oldest first: so many of each challenge, and when the oldest came."""
    counts: dict[str, int] = {}
    lines: list[str] = []
    for entry in reads.entries(around.store, State.WAITING):
        counts[entry.challenge] = counts.get(entry.challenge, 0) + 1
        if with_words and len(lines) < MOST_LISTED:
            facts = {"title": _title(entry) or around.title(entry.challenge)}
            lines.append(
                say("notice-daily-entry", {**facts, "when": _when(around, entry.received)})
            )
    if not counts:
        return None
    told = [_counted(around.title(slug), count) for slug, count in counts.items()]
    return Message(
        subject=_counted_subject(sum(counts.values())),
        lines=("\n".join(told), "\n".join(lines)) if lines else ("\n".join(told),),
        link=(say("notice-to-desk"), around.own("/desk/")),
    )


def _test(around: Around, _notice: Notice, _with_words: bool) -> Message:
    return Message(
        subject=say("notice-test-subject"),
        lines=(say("notice-test-line", {"garden": around.garden.settings.name}),),
        link=(say("notice-to-desk"), around.own("/desk/notices/")),
    )


INSIDE: Mapping[Event, Callable[[Around, Notice, bool], Message | None]] = {
    Event.ARRIVED: _arrived,
    Event.SCREENED: _screened,
    Event.PROMISE: _promise,
    Event.DAILY: _daily,
    Event.DIGEST: digest,
    Event.REMINDER: reminder,
    Event.TEST: _test,
}
"""What is told of what is not published."""


def _turned(around: Around, notice: Notice) -> Message | None:
    brief = around.briefs.get(notice.challenge)
    if brief is None:
        return None
    facts = {"challenge": brief.title}
    phase = brief.phase(around.now)
    return Message(
        subject=say(f"notice-turned-{phase}", facts),
        lines=(say("notice-turned-line", facts),),
        link=(brief.title, around.page(brief.slug)),
    )


def _confirm(around: Around, person: Person) -> Message | None:
    """Whoever gets it may have asked for nothing: words that nobody has read are not sent there."""
    entry = reads.entry(around.store, person.about)
    if entry is None:
        return None
    facts = {
        "garden": around.garden.settings.name,
        "title": _title(entry),
        "challenge": around.title(entry.challenge),
    }
    shown = "shown" if isinstance(entry, Idea) and around.stands_at(entry) else "unread"
    if isinstance(entry, Comment):
        shown = "replies"
    code = code_of(around.secret, Purpose.CONFIRM, person.ref)
    return Message(
        subject=say("notice-confirm-subject", facts),
        lines=(say(f"notice-confirm-{shown}", facts), say("notice-confirm-not-you")),
        link=(say("notice-confirm-link"), around.own(f"/collect/-/follow/{code}")),
    )


def _may_read(around: Around, idea: Idea, *, own: bool) -> bool:
    """Its author is told of an idea that is not shown too, unless it is gone."""
    gone = idea.state in (State.ERASED, State.WITHDRAWN)
    return around.stands_at(idea) is not None or (own and not gone)


def _answer(around: Around, notice: Notice) -> str:
    """The answer that the notice is of, or that was given along with it."""
    replies = reads.replies(around.store, notice.challenge, about=notice.about)
    if notice.event is not Event.ANSWERED:
        replies = [each for each in replies if each.at == notice.at]
    return replies[-1].text if replies else ""


def _into(around: Around, idea: Idea) -> str:
    return _title(reads.standing(around.store, idea))


def _page_of(around: Around, idea: Idea) -> tuple[str, str] | None:
    """The page of an idea, or of the one that it was merged into."""
    shown = reads.standing(around.store, idea)
    if not around.is_shown(shown):
        return None
    page = around.page(shown.challenge, f"ideas/{shown.ref}/")
    return say("notice-to-idea"), page


def _title(entry: Entry) -> str:
    return str(entry.answers.get("title", ""))


def _counted(title: str, count: int) -> str:
    reason = "notice-daily-one" if count == 1 else "notice-daily-many"
    return say(reason, {"challenge": title, "count": count})


def _counted_subject(count: int) -> str:
    reason = "notice-daily-subject-one" if count == 1 else "notice-daily-subject-many"
    return say(reason, {"count": count})


def _when(around: Around, time: datetime) -> str:
    return moment(time.astimezone(around.garden.settings.zone))
