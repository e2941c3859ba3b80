"""Voting on an idea: a form in two steps, or a script's post in one.

POST /collect/-/ideas/<ref>/vote     {"value": "yes", "_voter": …}; an empty value takes it back
     200 {"value", "left", "count": {"n", "values", "apart"} or null, "message", "counted"}

A script's post needs no token: sent again it is the same vote of the same voter.
"""

from flask import Response, jsonify, request

from collector import voting
from collector.acts import admit
from collector.acts import vote as votes
from collector.brief import Act, Brief
from collector.entries import Vote
from collector.errors import Conflict, Forbidden, GardenError, Refused
from collector.web import guard
from collector.web.public import ask as asks
from collector.web.public import person as persons
from collector.web.public import vote_pages, voter
from collector.web.public.ask import Ask
from collector.web.public.person import Person
from collector.web.tokens import FormToken, Ticket, seconds


def vote(ref: str) -> Response:
    """A vote on the idea, in one step or two."""
    if request.is_json:
        guard.allow_script()
        ask = asks.from_script(ref)
        try:
            return _script(ask)
        except Conflict as error:
            return vote_pages.refused_script(ask, error)
    ask = asks.from_form(ref)
    try:
        return _step(ask)
    except GardenError as error:
        return vote_pages.refused(ask, error)


def _step(ask: Ask) -> Response:
    if "_token" not in ask.kit:
        return _first(ask)
    try:
        return _second(ask)
    except GardenError as error:
        if not vote_pages.may_go_well(error):
            raise
        return vote_pages.confirmation(ask, _foreseen(ask, persons.told(ask.kit, ask.brief)), error)


def ensure_may(brief: Brief, person: Person) -> None:
    """Raises Unproven where voting takes more than this tells of somebody."""
    admit.ensure(brief, Act.VOTE, person.proof)


def _first(ask: Ask) -> Response:
    """Ask whether it is right; nothing is kept."""
    guard.allow_asking()
    person = persons.told(ask.kit, ask.brief)
    ensure_may(ask.brief, person)
    response = vote_pages.confirmation(ask, _foreseen(ask, person))
    voter.probe(response)
    return response


def _foreseen(ask: Ask, person: Person) -> Vote | None:
    """What the voter has said until now. Raises what keeping this would raise."""
    return votes.foresee(ask.context.store, ask.cast(person), ask.now)


def _second(ask: Ask) -> Response:
    """Keep the vote and lead to its receipt."""
    guard.allow_storing()
    token = ask.context.tokens.open(FormToken, ask.kit["_token"])
    if token is None or (token.form, token.digest) != (asks.FORM, ask.digest):
        raise Forbidden("token-wrong")
    person = persons.given(ask.kit, ask.brief)
    ensure_may(ask.brief, person)
    cast = ask.cast(person, token)
    if not votes.is_kept(ask.context.store, cast):
        if token.expired(ask.now):
            raise Forbidden("token-expired")
        cast = asks.take_limit(ask, cast)
    outcome = votes.cast(ask.context.store, cast, ask.now)
    response = vote_pages.lead(ask, outcome, Ticket(ask.code(token), seconds(ask.now)))
    if person.number:
        voter.remember(response, person.number)
    return response


def _script(ask: Ask) -> Response:
    person = persons.told(ask.kit, ask.brief)
    ensure_may(ask.brief, person)
    if not person.key:
        raise Refused("vote-no-key")
    cast = asks.take_limit(ask, ask.cast(person))
    outcome = votes.cast(ask.context.store, cast, ask.now)
    count = vote_pages.count_for(ask, outcome)
    response = jsonify(
        value=outcome.vote.value if outcome.vote else voting.TAKEN_BACK,
        left=outcome.left,
        count=count and {"n": count.n, "values": count.values, "apart": count.apart},
        counted=vote_pages.counted(ask, count),
        message=vote_pages.said(outcome),
    )
    if person.number:
        voter.remember(response, person.number)
    return response
