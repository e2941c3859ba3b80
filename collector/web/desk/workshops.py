"""The workshops of a challenge: a list, and a form to open one."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import workshop as acts
from collector.acts.workshop import Plan
from collector.brief import Act, Brief, FormKind
from collector.entries import spoken_code
from collector.errors import Invalid
from collector.store import workshops
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk import page as desk_page
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.words import name_of, say
from collector.workshop import PLAN

HERE = ("localhost", "127.0.0.1", "[::1]", "::1")
"""Hosts that lead nobody but this computer anywhere."""


def workshops_page(slug: str) -> Response:
    """Those that were held, and the form."""
    return _page(known(current(), slug))


def open_workshop(slug: str) -> AnyResponse:
    """A new one; then the page to lead it from."""
    context = current()
    brief = known(context, slug)
    try:
        opened = acts.begin(
            context.store, brief, _plan(brief), door.me().account.name, context.clock()
        )
    except Invalid as error:
        return _page(brief, error)
    return redirect(url_for("desk.workshop_page", slug=slug, workshop=opened.ref), 303)


def address_here(context: Context) -> str:
    """Where phones find the collector: by the settings, else where this was asked."""
    return context.garden.settings.home or request.host_url.rstrip("/")


def leads_nowhere(home: str) -> bool:
    """Whether only this computer understands the address."""
    host = home.split("://", 1)[-1].rsplit(":", 1)[0] if "]" not in home else "[::1]"
    return host.split("/")[0] in HERE


def _plan(brief: Brief) -> Plan:
    typed = request.form
    return Plan(
        form=typed.get("form", ""),
        home=typed.get("home", "").strip(),
        language=typed.get("language", brief.language),
        tables=_count(typed.get("tables", "")),
        dots=_count(typed.get("dots", "")),
        minutes={step: _count(typed.get(f"minutes-{step}", "")) for step in PLAN},
    )


def _count(text: str) -> int | None:
    """The whole number; None for what is none."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 6 else None


def _page(brief: Brief, error: Invalid | None = None) -> Response:
    context = current()
    home = address_here(context)
    return page(
        "workshops",
        say("workshops-title"),
        errors.status_of(error) if error else 200,
        brief=brief,
        held=workshops.of_challenge(context.store, brief.slug),
        forms=[each for each in brief.forms if each.kind is FormKind.IDEA],
        languages={each.language: name_of(each.language) for each in brief.editions},
        open_now=brief.standing(Act.SUBMIT, context.clock()).allowed,
        typed=request.form,
        plan=PLAN,
        home=home,
        nowhere=leads_nowhere(home),
        spoken=spoken_code,
        problems=desk_page.problems(error) if error else {},
    )
