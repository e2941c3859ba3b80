"""A vote's receipt: it shows the vote, changes it, takes it back, or erases it.

It is the only way for a vote that nobody can tell apart; any other is its browser's too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response

from collector import moderation, voting
from collector.acts import own
from collector.acts import vote as votes
from collector.acts.vote import Outcome
from collector.brief import Act
from collector.entries import Idea, Vote
from collector.errors import GardenError
from collector.store import reads
from collector.web import errors
from collector.web.context import Context, current
from collector.web.frame import render, unreferred
from collector.web.public import ask as asks
from collector.web.public import vote_pages
from collector.web.public.ask import Ask
from collector.web.public.follow import is_offered
from collector.web.public.receipt_keep import as_file
from collector.web.public.target import has_page
from collector.words import say, speak

UNTOLD = ("counted", "kept", "follow")
"""Facts of a vote that there are none of where its challenge has gone."""


@dataclass(frozen=True)
class Held:
    """The vote behind a code, and what it is about; `ask` is None where its challenge has gone."""

    code: str
    vote: Vote
    ask: Ask | None

    @property
    def is_open(self) -> bool:
        return self.ask is not None and self.ask.brief.standing(Act.VOTE, self.ask.now).allowed


def is_for_vote(context: Context, code: str) -> bool:
    """Whether the code's receipt is one of a vote."""
    return votes.is_receipt(context.store, code)


def thanks(code: str) -> Response:
    """After voting: what was kept, and the code to come back with."""
    return _show(code, thanking=True)


def receipt(code: str, sent: Mapping[str, str]) -> Response:
    """Show the vote, or do with it what is wished."""
    wish = sent.get("do", "")
    try:
        if wish == "vote":
            return _vote(code, sent.get("value", voting.TAKEN_BACK))
        if wish == "erase":
            return _erase(code)
        if wish == "download" and (held := _held(code)):
            return as_file(own.vote(held.vote))
    except GardenError as error:
        return _show(code, error=error)
    return _show(code, asking="erase" if wish == "ask-erase" else "")


def _vote(code: str, value: str) -> Response:
    context, held = current(), _held(code)
    if held is not None and held.ask is not None:
        votes.change(context.store, held.ask.brief, code, value, context.clock())
    return _show(code)


def _erase(code: str) -> Response:
    context = current()
    held = _held(code)
    brief = held.ask.brief if held and held.ask else None
    votes.erase(context.store, brief, code, context.clock())
    return unreferred(render("public/vote_erased.html", say("title-erased")))


def _held(code: str) -> Held | None:
    """None if the vote was taken back."""
    context = current()
    vote = votes.behind(context.store, code)
    if vote is None:
        return None
    idea = reads.idea(context.store, vote.idea)
    brief = context.live().briefs.get(vote.challenge)
    if idea is None or brief is None:
        return Held(code, vote, None)
    speak(brief.language)
    return Held(code, vote, Ask(context, brief, idea.ref, vote.value, {}, context.clock()))


def _show(
    code: str, *, thanking: bool = False, asking: str = "", error: GardenError | None = None
) -> Response:
    held = _held(code)
    response = render(
        "public/vote_receipt.html",
        say("vote-kept-title" if thanking and held else "vote-receipt-title"),
        errors.status_of(error) if error else 200,
        code=code,
        held=held,
        asking=asking,
        thanking=thanking,
        message=errors.message(error) if error else "",
        **(_facts(held) if held else {}),
    )
    return unreferred(response)


def _facts(held: Held) -> dict[str, object]:
    """What is said of the vote, and what may be done with it."""
    ask = held.ask
    if ask is None:
        return {
            "said": held.vote.value,
            "choices": [],
            "target": None,
            "counted": "",
            "kept": "",
            "follow": "",
        }
    outcome = Outcome(held.vote, votes.left(ask.context.store, ask.brief, held.vote, ask.now))
    return {
        "said": vote_pages.said_as(ask, held.vote.value),
        "kept": vote_pages.said(outcome),
        "choices": _choices(held, ask),
        "target": _target(ask),
        "follow": _follow(ask),
        "seen": moderation.visible(ask.idea, ask.brief, ask.now),
        "counted": vote_pages.counted(ask, vote_pages.count_for(ask, outcome)),
    }


def _follow(ask: Ask) -> str:
    """Where one may be told by mail what becomes of the idea, or of that which it stands at."""
    stands = reads.standing(ask.context.store, ask.idea)
    offered = is_offered(ask.context) and has_page(ask.context, stands, ask.brief)
    return f"/collect/-/ideas/{stands.ref}/follow" if offered else ""


def _choices(held: Held, ask: Ask) -> list[tuple[str, str]]:
    """What the vote may say instead, with its words."""
    if not held.is_open or ask.brief.voting is None:
        return []
    values = voting.VALUES[ask.brief.voting.kind]
    return [(each, vote_pages.said_as(ask, each)) for each in values if each != held.vote.value]


def _target(ask: Ask) -> tuple[str, str] | None:
    """The address and the title of the idea that this one was merged into."""
    stands: Idea = reads.standing(ask.context.store, ask.idea)
    if stands.ref == ask.ref or not has_page(ask.context, stands, ask.brief):
        return None
    return asks.page_of(ask.brief, stands.ref), str(stands.answers.get("title", ""))
