"""A digest for somebody who follows ideas: what became of each since the last one, in one mail.

It takes the place of single mails. All that one address follows is gathered under its first.
"""

from collections.abc import Iterable, Iterator

from collector.entries import Decision, Idea, Notice, Person, Purpose, State
from collector.entries.person import code_of
from collector.moderation import PROGRESS, Move
from collector.notices.around import Around
from collector.notices.digest import Stretch, asked_for, stretch
from collector.notices.message import Message
from collector.store import outbox, reads
from collector.words import say


def digest(around: Around, notice: Notice, person: Person) -> Message | None:
    """None where nothing happened to anything that this address follows."""
    asked = asked_for(around, notice)
    if asked is None:
        return None
    during = stretch(around, notice, asked)
    everything = _followed_by(around, person, asked.challenge)
    told = [lines for each in everything if (lines := _lines(around, each, during))]
    if not told:
        return None
    own = (asked.text.strip(),) if asked.text.strip() else ()
    facts = {"garden": around.garden.settings.name}
    return Message(
        subject=asked.subject or say("followed-subject", facts),
        lines=(*own, *told),
    )


def first_of_each(people: Iterable[Person]) -> Iterator[Person]:
    """Of every address one person, whichever asked first."""
    met: set[str] = set()
    for each in sorted(people, key=lambda each: (each.asked, each.ref)):
        contact = each.contact.casefold()
        if each.confirmed and contact not in met:
            met.add(contact)
            yield each


def _followed_by(around: Around, person: Person, challenge: str) -> list[Person]:
    contact = person.contact.casefold()
    return [
        each
        for each in outbox.followers(around.store, challenge)
        if each.confirmed and each.contact.casefold() == contact
    ]


def _lines(around: Around, person: Person, during: Stretch) -> str:
    """What became of one idea, with the way to it, and to hear no more of it; empty for nothing."""
    idea = reads.idea(around.store, person.about)
    stands = around.stands_at(idea) if idea else None
    if idea is None or stands is None:
        return ""
    news = list(_news(around, idea, _known(person, during)))
    if not news:
        return ""
    code = code_of(around.secret, Purpose.LEAVE, person.ref)
    facts = {"title": idea.answers.get("title", "")}
    leave = say("followed-leave", {"address": around.own(f"/collect/-/unfollow/{code}")})
    page = around.page(stands.challenge, f"ideas/{stands.ref}/")
    return "\n".join([say("followed-idea", facts), *news, page, leave])


def _known(person: Person, during: Stretch) -> Stretch:
    """From when they follow it on."""
    return Stretch(max(during.begin, person.confirmed or during.begin), during.end)


def _news(around: Around, idea: Idea, during: Stretch) -> Iterator[str]:
    store = around.store
    log = [each for each in reads.decisions(store, about=idea.ref) if each.at in during]
    if _approved(log):
        yield say("followed-shown")
    if idea.progressed and idea.progressed in during and any(_moved(each) for each in log):
        step = say(f"notice-progress-{idea.progress.replace(' ', '-')}")
        yield say("followed-progress", {"progress": step})
    if idea.merged and any(each.after == idea.merged for each in log):
        title = reads.standing(store, idea).answers.get("title", "")
        yield say("followed-merged", {"into": title})
    for each in reads.replies(store, idea.challenge, about=idea.ref):
        if each.at in during:
            yield say("followed-answer", {"text": each.text})
    comments = reads.comments(store, idea.challenge, State.APPROVED, about=idea.ref)
    if count := sum(each.received in during for each in comments):
        yield say("followed-comments", {"count": count})


def _approved(log: list[Decision]) -> bool:
    return any(each.move == Move.APPROVE for each in log)


def _moved(decision: Decision) -> bool:
    return decision.move == PROGRESS and not decision.undoes
