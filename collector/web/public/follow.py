"""Following an idea: an address is asked for, confirmed by its holder, and taken back.

What changes something is a post of somebody who read the page: mail scanners open links.
"""

from flask import Response, request

from collector.acts import follow
from collector.brief import SeenBy
from collector.entries import Comment, Entry, Person
from collector.errors import Invalid, Unknown
from collector.store import reads
from collector.web import errors, guard, language
from collector.web.context import Context, current
from collector.web.frame import render, unlisted
from collector.web.public.arrival import read_form
from collector.web.public.target import Target, has_page, of_entry
from collector.words import language as spoken
from collector.words import say

AN_HOUR = 20
"""Mails that people of one network may ask for in an hour."""


def follow_page(ref: str) -> Response:
    """Where an address can be left to follow an idea that is shown. Raises Unknown."""
    return _page(_target(ref), ref)


def follow_idea(ref: str) -> Response:
    """Send the link to the address. Raises Unknown."""
    context, target = current(), _target(ref)
    guard.allow_storing()
    address = _typed("email")
    try:
        checked = follow.checked(address)
        take_limit(context)
        follow.ask(context.store, context.secret, ref, checked, spoken(), context.clock())
    except Invalid as error:
        return _page(target, ref, errors.status_of(error), address, problem_of(error))
    return shown("public/follow_asked.html", say("title-follow-asked"), target=target)


def confirm_page(code: str) -> Response:
    """Ask whether the holder of the address wants to be told. Raises Unknown."""
    return _about(follow.asked(current().store, code), "confirm", code=code)


def confirm(code: str) -> Response:
    """Yes, they want to be told. Raises Unknown."""
    return _about(follow.confirm(current().store, code, current().clock()), "done")


def _about(person: Person, step: str, code: str = "") -> Response:
    """A page of what a person follows: an idea, or replies to their own comment."""
    entry = reads.entry(current().store, person.about)
    target = of_entry(current(), entry) if entry else None
    language.speak_for(target)
    return shown(
        f"public/follow_{step}.html",
        say(f"title-follow-{step}"),
        code=code,
        idea=_title(entry),
        replies=isinstance(entry, Comment),
        target=target,
    )


def leave_page(code: str) -> Response:
    """Ask whether the address is to be forgotten."""
    person = follow.follower(current().store, code)
    if person is None:
        return shown("public/follow_left.html", say("title-follow-left"))
    title = say("title-follow-leave")
    return shown("public/follow_leave.html", title, code=code)


def leave(code: str) -> Response:
    """Forget the address: from our page, or by one click in a mail program."""
    follow.leave(current().store, code, current().clock())
    return shown("public/follow_left.html", say("title-follow-left"))


def is_offered(context: Context) -> bool:
    """Whether mail can be sent at all."""
    return bool(context.garden.settings.mail.host)


def take_limit(context: Context) -> None:
    """Raises TooMany."""
    context.limits.take("follows", request.remote_addr or "", AN_HOUR, context.clock())


def shown(template: str, title: str, status: int = 200, **values: object) -> Response:
    """A page whose address is told to nobody, and which no cache keeps."""
    return unlisted(render(template, title, status, **values))


def problem_of(error: Invalid) -> str:
    """What is wrong with the address, in words."""
    problem = error.problems["email"]
    return errors.sentence(problem.reason, problem.facts)


def _page(
    target: Target, ref: str, status: int = 200, address: str = "", problem: str = ""
) -> Response:
    """The form. It tells its own address to us, so that its post bears our origin."""
    response = shown(
        "public/follow.html",
        say("title-follow"),
        status,
        ref=ref,
        idea=_title(reads.idea(current().store, ref)),
        target=target,
        address=address,
        problem=problem,
    )
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _target(ref: str) -> Target:
    """The form of an idea that everybody sees. Raises Unknown."""
    context = current()
    idea = reads.idea(context.store, ref)
    target = of_entry(context, idea) if idea else None
    if idea is None or target is None or not is_offered(context):
        raise Unknown("follow-no-idea")
    if not has_page(context, idea, target.brief):
        raise Unknown("follow-no-idea")
    if target.brief.seen_by is SeenBy.INVITED:  # it goes into no mail
        raise Unknown("follow-no-idea")
    language.speak_for(target)
    return target


def _title(entry: Entry | None) -> str:
    return str(entry.answers.get("title", "")) if entry else ""


def _typed(name: str) -> str:
    texts = read_form(request).get(name) or [""]
    return texts[-1]
