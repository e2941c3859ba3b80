"""The receipt: whoever types its code sees what became of the entry, may take it back or erase it.

The code travels in the body only. It is its own proof: whoever has it may do what it allows, so
these posts need no other token and may come without an origin.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from flask import Response, request

from collector import form as forms
from collector import moderation
from collector.acts import agree, change, files, follow, quota, upkeep
from collector.acts import receipt as receipts
from collector.brief import Act, Form, FormKind, address_of
from collector.entries import Entry, Idea, Report, State, ThankYou
from collector.entries import Response as Answered
from collector.errors import Unknown
from collector.store import reads, thank_yous
from collector.web import errors, language
from collector.web.context import Context, current
from collector.web.frame import render, unreferred
from collector.web.public import again, ballot_receipt, receipt_keep, vote_receipt
from collector.web.public import person as persons
from collector.web.public.arrival import FIELD, Arrival, read_form
from collector.web.public.target import Target, of_entry
from collector.web.public.told import result_for_sender
from collector.web.tokens import OFFER_COOKIE, SENT_COOKIE
from collector.words import say

NOTHING: Mapping[str, object] = {}


def ask(message: str = "", status: int = 200) -> Response:
    """The form that asks for the code."""
    return unreferred(
        render("public/receipt_ask.html", say("title-receipt"), status, message=message)
    )


def receipt() -> Response:
    """Show the entry; ask whether to withdraw or erase it; do so."""
    context = current()
    sent = {name: texts[-1] for name, texts in read_form(request).items()}
    wish = WISHES.get(sent.get("do", ""), _look)
    _take_limit(context)
    code = sent.get("code", "")
    if vote_receipt.is_for_vote(context, code):
        return vote_receipt.receipt(code, sent)
    if ballot_receipt.is_for_ballot(context, code):
        return ballot_receipt.receipt(code, sent)
    try:
        return wish(Wish(context, code, sent))
    except Unknown as error:
        return ask(errors.message(error), 404)


@dataclass(frozen=True)
class Wish:
    """What somebody who knows a receipt's code has sent."""

    context: Context
    code: str
    sent: Mapping[str, str]

    @property
    def claim(self) -> str:
        """What says that this browser has answered the entry's form; empty if it keeps nothing."""
        entry = receipts.look(self.context.store, self.code).entry
        brief = self.context.live().briefs.get(entry.challenge)
        known = brief and persons.told(self.sent, brief, Act.ANSWER)
        return known.claim(entry.challenge, entry.form) if known else ""


def _look(wish: Wish) -> Response:
    return _show(wish)


def _ask_withdraw(wish: Wish) -> Response:
    return _show(wish, asking="withdraw")


def _withdraw(wish: Wish) -> Response:
    context = wish.context
    receipts.withdraw(context.store, wish.code, context.clock(), wish.claim)
    return _unremembered(_look(wish))


def _ask_erase(wish: Wish) -> Response:
    return _show(wish, asking="erase")


def _erase(wish: Wish) -> Response:
    """Once is as good as twice: afterwards nothing is known under the code, whoever asks."""
    context, code = wish.context, wish.code
    with suppress(Unknown):
        upkeep.erase_by_receipt(context.garden, context.store, code, context.clock(), wish.claim)
    keep = context.garden.settings.backup.keep
    return _unremembered(unreferred(render("public/erased.html", say("title-erased"), days=keep)))


def _change(wish: Wish) -> Response:
    """The form filled with what was sent or saved; what comes of it takes its place."""
    held = receipts.look(wish.context.store, wish.code)
    target = of_entry(wish.context, held.entry)
    if target is None or not (_is_unfinished(held.entry) or _until(wish, held.entry)):
        return _show(wish, message=say("change-too-late"))
    language.speak_for(target)
    kit = {"_receipt": wish.code, "_from": held.entry.origin, "_terms": held.entry.terms}
    if isinstance(held.entry, Answered):
        kit["_variant"] = held.entry.variant
    if target.about and target.about.comment:
        kit[FIELD] = target.about.comment
    arrival = Arrival(target, forms.read_back(held.entry.answers), kit)
    return again.form(arrival, saves=_is_unfinished(held.entry))


def _is_unfinished(entry: Entry) -> bool:
    return entry.state is State.UNFINISHED


def _until(wish: Wish, entry: Entry) -> datetime | None:
    """Until when it may be changed."""
    context, now = wish.context, wish.context.clock()
    live = context.live().briefs.get(entry.challenge)
    form = live.form(entry.form) if live else None
    if live is None or form is None:
        return None
    standing = quota.standing(context.store, live, now)
    if not (form.always or standing.standing(form.act, now).allowed):
        return None
    return change.until(context.store, entry, context.garden.settings.window, now)


def _follow(wish: Wish) -> Response:
    """The author wants to be told by mail; a link is sent there first."""
    told = receipt_keep.ask(wish.context, wish.code, wish.sent.get("email", ""))
    return _show(wish, status=422 if "problem" in told else 200, keeping=told)


def _unfollow(wish: Wish) -> Response:
    follow.leave_by_receipt(wish.context.store, wish.code, wish.context.clock())
    return _look(wish)


def _disagree(wish: Wish) -> Response:
    """What was agreed to holds no more."""
    question = wish.sent.get("question", "")
    agree.take_back(wish.context.store, wish.code, question, wish.context.clock())
    return _show(wish, message=say("agreed-taken-back"))


def _download(wish: Wish) -> Response:
    return receipt_keep.download(wish.context, wish.code)


WISHES = {
    "look": _look,
    "follow": _follow,
    "unfollow": _unfollow,
    "disagree": _disagree,
    "download": _download,
    "change": _change,
    "ask-withdraw": _ask_withdraw,
    "withdraw": _withdraw,
    "ask-erase": _ask_erase,
    "erase": _erase,
}


def _unremembered(response: Response) -> Response:
    """The browser need no longer recognise what it sent: the same may be sent again."""
    for cookie in (OFFER_COOKIE, SENT_COOKIE):
        response.delete_cookie(cookie, path="/collect")
    return response


def _show(
    wish: Wish,
    *,
    asking: str = "",
    message: str = "",
    status: int = 200,
    keeping: Mapping[str, object] = NOTHING,
) -> Response:
    context, code = wish.context, wish.code
    held = receipts.look(context.store, code)
    target = of_entry(context, held.entry)
    language.speak_for(target)
    response = render(
        "public/receipt.html",
        say("title-receipt"),
        status,
        **{**receipt_keep.offers(context, held), **keeping},
        code=code,
        asking=asking,
        message=message,
        unfinished=_is_unfinished(held.entry),
        until=_until(wish, held.entry),
        held=held,
        agreed=agree.agreements(context.store, held.entry),
        thank_yous=_thank_yous(context, held.entry),
        owner=context.garden.settings.name,
        state=_state(held.entry),
        place=_place(context, held.entry),
        final=held.entry.state in {*moderation.ENDS, State.UNFINISHED},
        target=target,
        told=_told(target, held.entry),
        has_files=bool(reads.files(context.store, about=held.entry.ref)),
        result=None if _is_unfinished(held.entry) else result_for_sender(context, target),
    )
    return unreferred(response)


def _thank_yous(context: Context, entry: Entry) -> list[ThankYou]:
    """What the owner said to the author alone; from now on it is known to be read."""
    found = thank_yous.about(context.store, entry.ref)
    if any(each.seen is None for each in found):
        thank_yous.mark_seen(context.store, entry.ref, context.clock())
    return found


def _state(entry: Entry) -> str:
    kind = "report-" if isinstance(entry, Report) else ""
    return say(f"state-{kind}{entry.state}")


@dataclass(frozen=True)
class Place:
    """Where an idea stands; `page` is the address of where it is shown, empty while it is not."""

    idea: Idea
    """Itself, or the one that it was merged into."""
    page: str
    is_own: bool


def _place(context: Context, entry: Entry) -> Place | None:
    """Of an idea; what it was merged into is told of only while that is shown."""
    brief = context.live().briefs.get(entry.challenge)
    if not isinstance(entry, Idea) or brief is None:
        return None
    stands = reads.standing(context.store, entry)
    if not moderation.visible(stands, brief, context.clock()):
        return Place(entry, "", is_own=True)
    page = context.site(address_of(brief, f"ideas/{stands.ref}/"))
    return Place(stands, page, stands.ref == entry.ref)


def _told(target: Target | None, entry: Entry) -> list[forms.Told]:
    """The answers in the form's words; under their columns once the form has gone."""
    gone = Form(entry.form, FormKind.SURVEY, "", pages=())
    form = target.form if target else gone
    return forms.summarise(form, files.named(current().store, form, entry))


def _take_limit(context: Context) -> None:
    allowed = context.garden.settings.limits.entries
    context.limits.take("receipts", request.remote_addr or "", allowed, context.clock())
