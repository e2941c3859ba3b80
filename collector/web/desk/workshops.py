"""The workshops of a challenge: a list, and a form to open one."""

from urllib.parse import urlsplit

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
from collector.web.desk import door, recipes
from collector.web.desk import page as desk_page
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.words import name_of, say
from collector.workshop import PLAN


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
    """Where phones find the collector: by the settings, else where this was asked; asked on this
    computer itself, where its network finds it."""
    asked = urlsplit(request.host_url)
    here = request.host_url.rstrip("/")
    if recipes.only_here(asked.hostname or ""):
        here = recipes.own_address(context.garden, asked.port) or here
    return context.garden.settings.home or here


def warning(home: str) -> str:
    """What keeps phones from that address, as far as it can be seen: a reason, or nothing."""
    if recipes.only_here(urlsplit(home).hostname or ""):
        return "workshops-nowhere"
    asked_here = recipes.only_here(urlsplit(request.host_url).hostname or "")
    return "workshops-only-here" if asked_here and home.startswith("http:") else ""


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
        warning=warning(request.form.get("home", home)),
        spoken=spoken_code,
        problems=desk_page.problems(error) if error else {},
    )
