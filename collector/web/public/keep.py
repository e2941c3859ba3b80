"""A confirmed content is kept, exactly once, and its receipt's code found again."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flask import request

from collector.acts import admit, visit
from collector.acts.receipt import code_hash
from collector.errors import Forbidden, TooMany
from collector.web.context import Context
from collector.web.public import person as persons
from collector.web.public import signing
from collector.web.public.arrival import Arrival
from collector.web.public.content import Content
from collector.web.public.person import NOBODY, Person
from collector.web.public.target import Target, ensure_welcome
from collector.web.tokens import FormToken, new_submission, seconds

TOO_FAST = timedelta(seconds=1)
"""Nobody reads a page and answers it within this."""


@dataclass(frozen=True)
class Order:
    """Content and the token it came with: what is to be kept."""

    context: Context
    arrival: Arrival
    content: Content
    token: FormToken
    now: datetime
    person: Person = NOBODY
    """Whoever sent it, as far as anything tells."""

    @property
    def once(self) -> bool:
        """Whether its browser may answer only once."""
        return self.arrival.target.brief.once(self.arrival.target.form)

    @property
    def claim(self) -> str:
        """What says that this person has answered; empty where they need not, or can't be told."""
        brief, form = self.arrival.target.brief, self.arrival.target.form
        return self.person.claim(brief.slug, form.name) if self.once else ""

    def code(self, submission: str) -> str:
        """The code of a submission's receipt, made of its id, which is never stored."""
        return self.context.tokens.code(f"{self.arrival.target.action}/{submission}")

    @property
    def digest(self) -> str:
        """The content's digest as it is kept: bound to the submission's id, which is not.

        So nobody who reads the store can try words, as an e-mail address, against it.
        """
        told = f"{self.token.submission}/{self.content.digest}"
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def flags(self) -> tuple[str, ...]:
        trapped = self.token.trapped or self.arrival.trapped
        hasty = self.token.age(self.now) < TOO_FAST
        known = signing.is_known(self.context, self.arrival.target.form, self.content.answers)
        return ("trap",) * trapped + ("too fast",) * hasty + (signing.KNOWN,) * known


def ensure_may(arrival: Arrival) -> None:
    """Raises Unproven unless whoever sends it may. Who holds a receipt has shown that before."""
    target = arrival.target
    person = persons.told(arrival.kit, target.brief, target.form.act)
    if not (target.form.always or arrival.kit.get("_receipt")):
        admit.ensure(target.brief, target.form.act, person.proof)


def begin(target: Target, now: datetime) -> FormToken:
    """A token with a new submission's id, for this form."""
    return FormToken(
        challenge=target.brief.slug,
        form=target.form.name,
        submission=new_submission(),
        at=seconds(now),
    )


def renewed(token: FormToken, now: datetime) -> FormToken:
    """The same submission, begun anew."""
    return replace(token, at=seconds(now))


def read_token(context: Context, arrival: Arrival) -> FormToken:
    """The token that came with it. Raises Forbidden unless it is ours and for this form."""
    token = context.tokens.open(FormToken, arrival.kit.get("_token", ""))
    target = arrival.target
    if token is None or (token.challenge, token.form) != (target.brief.slug, target.form.name):
        raise Forbidden("token-wrong")
    return token


def keep(order: Order) -> str:
    """The code of its receipt.

    Raises Forbidden for a stale token, TooMany, Closed, Conflict, Unavailable.
    """
    code = order.code(order.token.submission)
    submission = _submission(order, code)
    if order.token.expired(order.now) and not visit.is_kept(order.context.store, submission):
        ensure_welcome(order.context, order.arrival.target, order.now)
        raise Forbidden("token-expired")
    _take_limit(order, submission)
    receipt = visit.send(order.context.store, submission, order.now)
    return code if receipt.code_hash == submission.code_hash else order.arrival.kit["_receipt"]


def _submission(order: Order, code: str) -> visit.Submission:
    target, token = order.arrival.target, order.token
    changed = order.arrival.kit.get("_receipt", "")
    return visit.Submission(
        brief=target.brief,
        form=target.form,
        form_hash=order.content.definition.hash,
        answers=order.content.answers,
        files={column: file.ref for column, file in order.content.files.items()},
        digest=order.digest,
        code_hash=code_hash(code),
        terms=order.content.terms,
        flags=order.flags,
        source=token.source,
        corrects=code_hash(order.code(token.corrects)) if token.corrects else "",
        claim=order.claim,
        changes=code_hash(changed) if changed else "",
        window=order.context.garden.settings.window,
        complete=order.content.complete,
        circumstances=order.content.circumstances,
        about=target.about,
        proof=order.person.proof,
    )


def _take_limit(order: Order, submission: visit.Submission) -> None:
    """What is kept already may be asked for again, however often."""
    allowed = order.context.garden.settings.limits.entries
    try:
        order.context.limits.take("entries", request.remote_addr or "", allowed, order.now)
    except TooMany:
        if not visit.is_kept(order.context.store, submission):
            raise
