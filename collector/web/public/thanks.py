"""After sending: the receipt's code, what happens next, and what is told in return."""

from flask import Response

from collector import form as forms
from collector.acts import receipt as receipts
from collector.web.context import current
from collector.web.frame import render
from collector.web.public import receipt
from collector.web.public.target import find
from collector.web.public.told import result_for_sender
from collector.words import say


def thanks(ticket: str) -> Response:
    """For an hour the ticket shows the receipt; afterwards its code is asked for."""
    context = current()
    opened = context.tokens.open(ticket, context.clock())
    if opened is None:
        return receipt.ask(say("ticket-over"))
    held = receipts.look(context.store, opened.code)
    target = find(context.live(), held.entry.challenge, held.entry.form)
    response = render(
        "public/thanks.html",
        say("title-thanks"),
        code=opened.code,
        again=opened.again,
        entry=held.entry,
        target=target,
        raw=forms.read_back(held.entry.answers) if opened.again else {},
        result=result_for_sender(context, target),
    )
    return receipt.unreferred(response)
