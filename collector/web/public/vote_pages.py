"""What is shown and said around a vote: before it is kept, once it is, and why it was not."""

from flask import Response

from collector import published
from collector.acts import vote as votes
from collector.acts.vote import Outcome
from collector.analysis import VoteCount
from collector.brief import VotingKind, address_of
from collector.entries import Vote
from collector.errors import Conflict, GardenError, TooMany, Unavailable, Unproven
from collector.pages.votes import counted as told
from collector.voting import NO_KEY, TAKEN_BACK
from collector.web import errors
from collector.web.frame import render
from collector.web.public.ask import Ask, page_of
from collector.web.tokens import Ticket
from collector.words import say

STALE = frozenset({"token-wrong", "token-expired"})


def may_go_well(error: GardenError) -> bool:
    """Whether the same may be kept if it is tried again."""
    return isinstance(error, TooMany | Unavailable) or error.reason in STALE


def confirmation(ask: Ask, before: Vote | None, error: GardenError | None = None) -> Response:
    """Is this right? With what the voter has said until now."""
    response = render(
        "public/vote.html",
        say("vote-confirm-title"),
        200 if error is None else errors.status_of(error),
        ask=ask,
        said=said_as(ask, ask.value),
        before=said_as(ask, before.value) if before else "",
        message=errors.message(error) if error else "",
        fields=_fields(ask, ask.value),
        back=_fields(ask, TAKEN_BACK) if before and ask.value else [],
    )
    return response if error is None else errors.retry_later(response, error)


def refused(ask: Ask, error: GardenError) -> Response:
    """Why it was not kept, and where to go on."""
    target = _target(ask, error)
    return render(
        "public/vote_refused.html",
        say("vote-refused-title"),
        errors.status_of(error),
        message=errors.message(error),
        ask=ask,
        target=target,
        home=address_of(ask.brief),
        asks_for=error.field if isinstance(error, Unproven) else "",
        carried=[("value", ask.value), *_carried(ask, "_lang", "_voter")],
    )


def refused_script(ask: Ask, error: Conflict) -> Response:
    """The same for a script."""
    target = _target(ask, error)
    return errors.answer(error, **({"target": ask.context.site(target)} if target else {}))


def _target(ask: Ask, error: GardenError) -> str:
    """The path of the idea that this one was merged into; empty where it is not that."""
    target = error.facts.get("target") if error.reason == "vote-merged" else None
    return page_of(ask.brief, str(target)) if target else ""


def lead(ask: Ask, outcome: Outcome, ticket: Ticket) -> Response:
    """To the page that shows the receipt; a vote that was taken back has none."""
    if outcome.vote is None:
        return render("public/vote_kept.html", say("vote-back-title"), ask=ask, said=said(outcome))
    address = f"/collect/-/thanks/{ask.context.tokens.seal(ticket)}"
    return Response(status=303, headers={"Location": address})


def said(outcome: Outcome) -> str:
    """What became of the vote, and how many more there may be."""
    if outcome.vote is None:
        kept = say("vote-kept-back")
    else:
        kept = say("vote-kept-no-key" if outcome.vote.apart == NO_KEY else "vote-kept")
    if outcome.left is None:
        return kept
    number = {0: "none", 1: "one"}.get(outcome.left, "many")
    return f"{kept} {say(f'vote-left-{number}', {'left': outcome.left})}"


def said_as(ask: Ask, value: str) -> str:
    """What a value says, in words."""
    rules = ask.brief.voting
    if rules is None or not value:
        return ""
    if rules.kind is VotingKind.STARS:
        return say("vote-star", {"step": value})
    return say(f"vote-{value}")


def count_for(ask: Ask, outcome: Outcome) -> VoteCount | None:
    """What may be told to the voter of what everybody said; None where that is kept back."""
    if not published.votes_told(ask.brief, ask.now, voted=outcome.vote is not None):
        return None
    return votes.count(ask.context.store, ask.brief, ask.ref, ask.now)


def counted(ask: Ask, count: VoteCount | None) -> str:
    """The same in words; empty where it is kept back."""
    if count is None or ask.brief.voting is None:
        return ""
    return told(ask.brief.voting.kind, count)


def _fields(ask: Ask, value: str) -> list[tuple[str, str]]:
    """The vote as fields of the next post."""
    fields = {"value": value, "_token": ask.saying(value).sealed()}
    return [*fields.items(), *_carried(ask, "_email", "_invite", "_lang", "_voter")]


def _carried(ask: Ask, *names: str) -> list[tuple[str, str]]:
    """What goes along with the next post."""
    return [(name, ask.kit[name]) for name in names if ask.kit.get(name)]
