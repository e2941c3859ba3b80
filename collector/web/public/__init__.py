"""What visitors reach under /collect: every address and the view behind it."""

from flask import Blueprint, Response, request

from collector.acts import visit
from collector.errors import Closed
from collector.store.files import Drafts
from collector.web import language
from collector.web.context import current
from collector.web.public import (
    again,
    ballot,
    email,
    follow,
    ideas,
    inside,
    invitation,
    multipart,
    pairs,
    receipt,
    script,
    search,
    similar,
    steps,
    thanks,
    told,
    variant,
    vote,
    workshop,
)
from collector.web.public.arrival import Arrival, from_address, from_form, from_script
from collector.web.public.target import find, standing

KIND = "<any(comment, report):kind>"
"""A part of an address: which of the forms about an idea."""


def blueprint() -> Blueprint:
    """All public addresses. `-` can't be a challenge's slug, so ours never meet one."""
    public = Blueprint("public", __name__, url_prefix="/collect")
    public.before_request(inside.gate)
    public.add_url_rule("/<challenge>/<form>", "filled", filled, provide_automatic_options=False)
    public.add_url_rule("/<challenge>/<form>", "submit", submit, methods=["POST"])
    public.add_url_rule("/-/variant/<challenge>/<form>", "deal", variant.deal, methods=["POST"])
    public.add_url_rule("/-/token/<challenge>/<form>", "token", script.token)
    public.add_url_rule("/-/files/<challenge>/<form>", "files", script.stage, methods=["POST"])
    public.add_url_rule("/-/ideas/<ref>/vote", "vote", vote.vote, methods=["POST"])
    public.add_url_rule(f"/-/ideas/<ref>/{KIND}", "ask", ideas.ask)
    public.add_url_rule(f"/-/ideas/<ref>/{KIND}", "send", ideas.send, methods=["POST"])
    public.add_url_rule(f"/-/token/-/ideas/<ref>/{KIND}", "token_on_idea", script.token_on_idea)
    public.add_url_rule("/-/ballots/<challenge>", "ballot", ballot.draw)
    public.add_url_rule("/-/ballots/<challenge>", "cast_ballot", ballot.send, methods=["POST"])
    public.add_url_rule("/-/pairs/<challenge>", "pair", pairs.show)
    public.add_url_rule("/-/pairs/<challenge>", "answer_pair", pairs.answer, methods=["POST"])
    public.add_url_rule("/-/thanks/<ticket>", "thanks", thanks.thanks)
    public.add_url_rule("/-/receipt", "receipt", receipt.ask)
    public.add_url_rule("/-/receipt", "open_receipt", receipt.receipt, methods=["POST"])
    public.add_url_rule("/-/ideas/<ref>/follow", "follow_page", follow.follow_page)
    public.add_url_rule("/-/ideas/<ref>/follow", "follow", follow.follow_idea, methods=["POST"])
    public.add_url_rule("/-/follow/<code>", "confirm_page", follow.confirm_page)
    public.add_url_rule("/-/follow/<code>", "confirm", follow.confirm, methods=["POST"])
    public.add_url_rule("/-/unfollow/<code>", "leave_page", follow.leave_page)
    public.add_url_rule("/-/unfollow/<code>", "leave", follow.leave, methods=["POST"])
    public.add_url_rule("/-/results/<challenge>/<form>.json", "results", told.results)
    public.add_url_rule("/-/published/<challenge>.json", "published", told.published_data)
    public.add_url_rule("/-/similar/<challenge>", "similar", similar.similar)
    public.add_url_rule("/-/ideas/<challenge>", "search", search.search)
    public.add_url_rule("/-/email/<challenge>", "email", email.ask)
    public.add_url_rule("/-/email/<challenge>", "send_email", email.send, methods=["POST"])
    public.add_url_rule("/-/confirm/<sealed>", "confirm_email_page", email.confirm_page)
    public.add_url_rule("/-/confirm/<sealed>", "confirm_email", email.confirm, methods=["POST"])
    for place in ("/-/invited/<challenge>/", "/-/invited/<challenge>/<path:below>"):
        public.add_url_rule(place, "inside", inside.look)
        public.add_url_rule(place, "come_inside", inside.come_in, methods=["POST"])
    public.add_url_rule("/-/health", "health", told.health)
    return public


def door() -> Blueprint:
    """The address that cards and mails bear; it is short, as some type it."""
    invited = Blueprint("invited", __name__)
    invited.add_url_rule("/i/", "type_in", invitation.type_in)
    invited.add_url_rule("/i/", "typed", invitation.typed, methods=["POST"])
    invited.add_url_rule("/i/<code>", "invitation", invitation.ask)
    invited.add_url_rule("/i/<code>", "come_in", invitation.come_in, methods=["POST"])
    return invited


def room() -> Blueprint:
    """The short address of workshops, as cards bear it and people type it."""
    session = Blueprint("room", __name__)
    session.add_url_rule("/w/", "type_in", workshop.type_in)
    session.add_url_rule("/w/", "typed", workshop.typed, methods=["POST"])
    session.add_url_rule("/w/<code>", "look", workshop.look)
    session.add_url_rule("/w/<code>", "act", workshop.act, methods=["POST"])
    session.add_url_rule("/w/<code>/live", "live", workshop.live)
    return session


def filled(challenge: str, form: str) -> Response:
    """The form alone, filled with what its address brings along; nothing is kept of that."""
    context = current()
    target = find(context.live(), challenge, form)
    arrival = from_address(target, request, context.today(context.clock()))
    try:
        visit.ensure_allowed(standing(context, target), target.form.act, context.clock())
    except Closed as error:
        return again.closed(Arrival(target, {}, {}), error)
    return again.form(variant.known(arrival), deals=True)


def submit(challenge: str, form: str) -> Response:
    """A form post, first step or second, or back from it; or a script's post."""
    target = find(current().live(), challenge, form)
    if request.is_json:
        return _answer(from_script(target, request))
    with Drafts(current().garden) as drafts:
        return _answer(from_form(target, request, drafts))


def _answer(arrival: Arrival) -> Response:
    """In the language of the form that was filled in."""
    if request.mimetype == multipart.MEDIA_TYPE:
        texts = {**arrival.raw, **{name: [each] for name, each in arrival.kit.items()}}
        if refused := inside.refusal(arrival.target.brief, texts):
            return refused
    language.speak_for(arrival.target)
    return script.receive(arrival) if request.is_json else steps.step(arrival)
