"""Ballots over all ideas: drawn, sent in two steps, or by a script in one.

GET  /collect/-/ballots/<challenge>   the ballot, with what this browser chose until now
POST /collect/-/ballots/<challenge>   {"choices": [ref, …], "_voter": …}; none takes it back
     200 {"choices", "notes", "message"}

A script's post needs no token: sent again it is the same ballot of the same voter.
"""

from flask import Response, jsonify, request

from collector import voting
from collector.acts import ballot as ballots
from collector.errors import Forbidden, GardenError, Invalid, Refused
from collector.pages.ballot import FORM
from collector.web import guard
from collector.web.public import ballot_ask as asks
from collector.web.public import ballot_pages as pages
from collector.web.public import person as persons
from collector.web.public import voter
from collector.web.public.ballot_ask import BallotAsk
from collector.web.public.vote import ensure_may
from collector.web.tokens import FormToken, Ticket, seconds


def draw(challenge: str) -> Response:
    """The ballot, with what this browser chose before; nothing is kept."""
    ask = asks.from_form(challenge)
    try:
        return _draw(ask)
    except GardenError as error:
        return pages.refused(ask, error)


def _draw(ask: BallotAsk) -> Response:
    ballots.ensure_open(ask.context.store, ask.brief, ask.now)
    person = persons.told(ask.kit, ask.brief)
    ensure_may(ask.brief, person)
    own = ballots.own(ask.context.store, ask.brief, ask.key(person))
    return pages.sheet(ask.choosing(own.choices) if own else ask, is_own=own is not None)


def send(challenge: str) -> Response:
    """A ballot, in one step or two."""
    if request.is_json:
        guard.allow_script()
        return _script(asks.from_script(challenge))
    ask = asks.from_form(challenge)
    try:
        return _step(ask)
    except Invalid as error:
        return pages.sheet(ask, error)
    except GardenError as error:
        return pages.refused(ask, error)


def _step(ask: BallotAsk) -> Response:
    voting.on_ballots(ask.brief)
    if "_change" in ask.kit:
        _ensure_may(ask)
        return pages.sheet(ask)
    if "_token" not in ask.kit:
        return _first(ask)
    try:
        return _second(ask)
    except GardenError as error:
        if not pages.may_go_well(error):
            raise
        return _confirmation(ask, error)


def _first(ask: BallotAsk) -> Response:
    """Ask whether it is right; nothing is kept."""
    guard.allow_asking()
    ballots.ensure_open(ask.context.store, ask.brief, ask.now)
    _ensure_may(ask)
    response = _confirmation(ask.choosing(()) if "_back" in ask.kit else asks.filled_in(ask))
    voter.probe(response)
    return response


def _confirmation(ask: BallotAsk, error: GardenError | None = None) -> Response:
    cast = ask.cast(persons.told(ask.kit, ask.brief))
    settled = ballots.foresee(ask.context.store, cast, ask.now)
    return pages.confirmation(ask, settled, error)


def _ensure_may(ask: BallotAsk) -> None:
    """Whoever holds a ballot's receipt may change it."""
    if not ask.changes:
        ensure_may(ask.brief, persons.told(ask.kit, ask.brief))


def _second(ask: BallotAsk) -> Response:
    """Keep the ballot and lead to its receipt."""
    guard.allow_storing()
    token = ask.context.tokens.open(FormToken, ask.kit["_token"])
    if token is None or (token.form, token.digest) != (FORM, ask.digest):
        raise Forbidden("token-wrong")
    _ensure_may(ask)
    person = persons.given(ask.kit, ask.brief)
    cast = ask.cast(person, token)
    if not ballots.is_kept(ask.context.store, cast):
        if token.expired(ask.now):
            raise Forbidden("token-expired")
        cast = asks.take_limit(ask, cast)
    kept = ballots.cast(ask.context.store, cast, ask.now)
    response = pages.lead(ask, kept, Ticket(ask.code(token), seconds(ask.now)))
    if person.number and not ask.changes:
        voter.remember(response, person.number)
    return response


def _script(ask: BallotAsk) -> Response:
    person = persons.told(ask.kit, ask.brief)
    ensure_may(ask.brief, person)
    if not person.key:
        raise Refused("vote-no-key")
    cast = asks.take_limit(ask, ask.cast(person))
    settled = ballots.foresee(ask.context.store, cast, ask.now)
    kept = ballots.cast(ask.context.store, cast, ask.now)
    response = jsonify(
        choices=[*kept.choices] if kept else [],
        notes=pages.told(settled.notes),
        message=pages.said(kept),
    )
    if person.number:
        voter.remember(response, person.number)
    return response
