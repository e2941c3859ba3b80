"""The invitation that a request comes with: a code in the form, else one that the browser keeps."""

from collections.abc import Mapping
from contextlib import suppress

from flask import Response, request

from collector.acts import invite
from collector.brief import Brief
from collector.entries import Invitation, invitation_hash
from collector.entries.invitation import plain
from collector.errors import Unproven
from collector.web import cookies
from collector.web.context import Context, current
from collector.web.tokens import Invited, seconds

COOKIE = "ig_invited_"
"""With the challenge's slug: one for each that somebody is invited to."""
GUESSES = 30
"""Codes that are none, from one network within an hour; then it is told to wait. Right ones pass
all the same: nobody locks a shop out, and of 77 bits nobody guesses one."""


def told(kit: Mapping[str, str], brief: Brief) -> tuple[Invitation, str] | None:
    """The invitation and its plain code. One that the browser keeps and is not good is none.

    Raises Unproven for a typed code that lets nobody in, TooMany after too many of them.
    """
    typed = kit.get(invite.FIELD, "").strip()
    if typed:
        return look(brief, typed), plain(typed)
    kept = remembered(brief)
    with suppress(Unproven):
        if kept:
            return _look(brief, kept), kept
    return None


def look(brief: Brief, code: str) -> Invitation:
    """The invitation of this code. Raises Unproven; TooMany after too many that are none."""
    context = current()
    try:
        return _look(brief, code)
    except Unproven:
        guess(context)
        raise


def guess(context: Context) -> None:
    """Count a code that was none. Raises TooMany."""
    context.limits.take("invitations", request.remote_addr or "", GUESSES, context.clock())


def remembered(brief: Brief) -> str:
    """The plain code that the browser keeps for this challenge; empty if it keeps none."""
    context = current()
    kept = request.cookies.get(COOKIE + brief.slug, "")
    found = context.tokens.open(Invited, kept) if kept else None
    if found is None or found.challenge != brief.slug or found.expired(context.clock()):
        return ""
    return found.code


def remember(response: Response, invitation: Invitation, code: str) -> None:
    """Let the browser keep the code, sealed; it is sent to the collector alone."""
    context = current()
    token = Invited(invitation.challenge, plain(code), seconds(context.clock()))
    name = COOKIE + invitation.challenge
    cookies.keep(response, name, context.tokens.seal(token), Invited.life)


def _look(brief: Brief, code: str) -> Invitation:
    context = current()
    return invite.look(context.store, brief.slug, invitation_hash(code), context.clock())
