"""After sending: the receipt's code, what happens next, and what is told in return."""

from flask import Response

from collector import form as forms
from collector.acts import receipt as receipts
from collector.brief import FormKind
from collector.entries import Comment, Entry, Idea, Report, State
from collector.entries import Response as Answered
from collector.errors import Unknown
from collector.moderation import counted_apart
from collector.web import errors, language
from collector.web.context import current
from collector.web.frame import render, unreferred
from collector.web.public import ballot_receipt, receipt, vote_receipt
from collector.web.public.target import Target, of_entry
from collector.web.public.told import result_for_sender
from collector.web.tokens import Ticket
from collector.words import say

NAMED: dict[type[Entry], str] = {
    Idea: "idea",
    Answered: "response",
    Comment: "comment",
    Report: "report",
}
"""Kinds of entries in the reasons for what is said."""


def thanks(ticket: str) -> Response:
    """For an hour the ticket shows the receipt; afterwards its code is asked for."""
    context = current()
    opened = context.tokens.open(Ticket, ticket)
    if opened is None or opened.expired(context.clock()):
        return receipt.ask(say("ticket-over"))
    if vote_receipt.is_for_vote(context, opened.code):
        return vote_receipt.thanks(opened.code)
    if ballot_receipt.is_for_ballot(context, opened.code):
        return ballot_receipt.thanks(opened.code)
    try:
        held = receipts.look(context.store, opened.code)
    except Unknown as error:  # erased meanwhile
        return receipt.ask(errors.message(error), 404)
    target = of_entry(context, held.entry)
    language.speak_for(target)
    saved = held.entry.state is State.UNFINISHED
    own = target.form.thanks if target and not saved else None
    response = render(
        "public/thanks.html",
        own.label if own and own.label else say("title-saved" if saved else "title-thanks"),
        own=forms.block(own.text, context.site(target.page)) if own and target else "",
        code=opened.code,
        next=_next(held.entry, target),
        again=opened.again,
        target=target,
        once_more=_once_more(held.entry, target) if _may_repeat(opened, held.entry, target) else [],
        result=None if saved else result_for_sender(context, target),
    )
    return unreferred(response)


def _may_repeat(ticket: Ticket, entry: Entry, target: Target | None) -> bool:
    """Whether the same may be meant once more, by somebody else at the same browser."""
    once = target is not None and target.brief.once(target.form)
    return ticket.again and not once and entry.state is not State.UNFINISHED


def _next(entry: Entry, target: Target | None) -> str:
    """What happens now."""
    if counted_apart(entry):
        return say(f"next-no-key-{target.form.kind if target else FormKind.SURVEY}")
    if entry.state not in (State.WAITING, State.APPROVED, State.UNFINISHED):
        return say(f"state-{entry.state}")
    return say(f"next-{NAMED[type(entry)]}-{entry.state}")


def _once_more(entry: Entry, target: Target | None) -> list[tuple[str, str]]:
    """The same content as fields of a first step, for somebody else at the same browser.

    A file belongs to one entry, so it has to be chosen again.
    """
    kit = [("_form", entry.form_hash), ("_again", "yes")]
    if entry.terms:
        kit.append(("_terms", "yes"))
    answers = forms.read_back(entry.answers).items()
    handed_in = target.definition.files if target else {}
    left = ((name, texts) for name, texts in answers if name not in handed_in)
    return [*kit, *((name, text) for name, texts in left for text in texts)]
