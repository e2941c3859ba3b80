"""What only the invited see: its pages, shown to whoever holds a code.

GET  /collect/-/invited/<challenge>/…    the page, if the browser keeps a code for it
POST /collect/-/invited/<challenge>/…    the same with `_invite`; the page's own forms take it along

Whoever has no code is asked for one, in the same words whether there is such a challenge or not.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from flask import Response, make_response, request
from markupsafe import escape

from collector import words
from collector.acts import invite
from collector.brief import HIDDEN, Brief, SeenBy
from collector.entries import Invitation
from collector.errors import Unknown, Unproven
from collector.pages.moved import absolute
from collector.web import errors, file
from collector.web.context import Context, current
from collector.web.frame import render
from collector.web.public import invited, multipart
from collector.web.public.arrival import read_form
from collector.words import say

OWN = frozenset({"public.inside", "public.come_inside"})
"""Addresses of this module, which ask by themselves."""
FORM = re.compile(r"""<form\b[^>]*\bmethod=["']?post["']?[^>]*>""", re.IGNORECASE)


def look(challenge: str, below: str = "") -> Response:
    """A page for a browser that keeps the code."""
    brief = _hidden(current(), challenge)
    if brief is None or invited.told({}, brief) is None:
        return ask(say("invitation-needed"))
    return _page(brief, below)


def come_in(challenge: str, below: str = "") -> Response:
    """A page for whoever sends the code along; from now on the browser keeps it."""
    brief = _hidden(current(), challenge)
    kit = {name: texts[-1] for name, texts in read_form(request).items()}
    try:
        found = _found(brief, kit)
    except Unproven as error:
        return ask(errors.message(error), kit.get(invite.FIELD, ""))
    if brief is None or found is None:
        return ask(say("invitation-needed"))
    invitation, code = found
    response = _page(brief, below, code)
    invited.remember(response, invitation, code)
    return response


def may_see(brief: Brief, kit: Mapping[str, str] | None = None) -> bool:
    """Whether whoever asks may see the challenge at all. Raises as `invited.told`."""
    return brief.seen_by is not SeenBy.INVITED or invited.told(kit or {}, brief) is not None


def ask(
    message: str,
    typed: str = "",
    carried: Mapping[str, Sequence[str]] | None = None,
    status: int = 403,
) -> Response:
    """The page that asks for a code, and nothing else; what was sent goes along with it.

    It speaks the garden's language: the challenge's own would tell that there is one.
    """
    words.speak(current().garden.settings.language)
    pairs = [(name, text) for name, texts in (carried or {}).items() for text in texts]
    response = render(
        "public/code.html",
        say("invitation-title"),
        status,
        message=message,
        wrong=bool(typed),
        typed=typed,
        address=request.path,
        carried=[(name, text) for name, text in pairs if name != invite.FIELD],
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def gate() -> Response | None:
    """Before every public address: of what only the invited see nothing is shown or taken without
    a code, whatever the address does.
    """
    brief = _asked_about(current())
    if brief is None or brief.seen_by is not SeenBy.INVITED or request.endpoint in OWN:
        return None
    if request.mimetype == multipart.MEDIA_TYPE:  # is read once, by its view, which asks again
        return None
    texts = _texts()
    return refusal(brief, texts)


def refusal(brief: Brief, texts: Mapping[str, Sequence[str]]) -> Response | None:
    """Nothing for whoever may see the challenge; else the way to show a code.

    Raises Unproven for scripts, Unknown for who sent nothing.
    """
    kit = {name: each[-1] for name, each in texts.items() if name.startswith("_") and each}
    try:
        if may_see(brief, kit):
            return None
        raise Unproven("invitation-needed", invite.FIELD)
    except Unproven as error:
        if request.method != "POST":
            raise Unknown("no-page") from None
        if request.is_json:
            raise
        return ask(errors.message(error), kit.get(invite.FIELD, ""), texts)


def _asked_about(context: Context) -> Brief | None:
    """The challenge that the address is about, by itself or by one of its ideas."""
    named = request.view_args or {}
    if "challenge" not in named and "ref" not in named:
        return None
    live = context.live()
    if all(each.get("seen_by") != SeenBy.INVITED for each in live.record["challenges"].values()):
        return None
    slug = named.get("challenge", "")
    if "ref" in named:
        slug = context.homes.of(context.store, named["ref"]) or ""
    return live.briefs.get(slug)


def _texts() -> dict[str, list[str]]:
    """What was sent, as texts by name; of a script's post what is a text."""
    if request.method != "POST":
        return {}
    if not request.is_json:
        return read_form(request)
    told = request.get_json(silent=True)
    document = told if isinstance(told, dict) else {}
    return {name: [each] for name, each in document.items() if isinstance(each, str)}


def _hidden(context: Context, name: str) -> Brief | None:
    """The challenge, or its translation, if only the invited see it."""
    brief = context.live().briefs.get(name.partition(".")[0])
    if brief is None or brief.seen_by is not SeenBy.INVITED:
        return None
    return next((each for each in brief.editions if each.name == name), None)


def _found(brief: Brief | None, kit: Mapping[str, str]) -> tuple[Invitation, str] | None:
    """Raises Unproven: a challenge that is not there is told from a wrong code by nothing."""
    if brief is not None:
        return invited.told(kit, brief)
    if kit.get(invite.FIELD, "").strip():
        invited.guess(current())
        raise Unproven("invite-unknown", invite.FIELD)
    return None


def _page(brief: Brief, below: str, code: str = "") -> Response:
    """The built page, its addresses fitted to where it is shown. Raises Unknown."""
    words.speak(brief.language)
    path = _file(brief, below)
    found = file.find(path, {})
    if found is None:
        raise Unknown("no-page")
    if path.suffix != ".html":
        response = make_response(found.content)
        response.headers["Content-Type"] = found.media_type
    else:
        response = make_response(_fitted(found.content.decode(), brief, below, code))
        current().views.note(f"/challenges/{brief.name}/{below}", [brief.slug])
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _file(brief: Brief, below: str) -> Path:
    """Where the page lies; `-/` leads to the challenge's pictures. Raises Unknown."""
    if not file.canonical(f"/{below}"):
        raise Unknown("no-page")
    live = current().live()
    if below.startswith("-/"):
        name = below.removeprefix("-/")
        if name not in brief.files:
            raise Unknown("no-page")
        hidden = live.path(f"challenges/{brief.name}/").parent / name
        return hidden if hidden.is_file() else live.public / "challenges" / name
    return live.path(f"challenges/{brief.name}/{below}{'' if '.' in below else 'index.html'}")


def _fitted(page: str, brief: Brief, below: str, code: str) -> str:
    """The page as it can stand here: its links lead to where they are shown."""
    page = absolute(page, f"/challenges/{brief.name}/{below}")
    for edition in brief.editions:
        page = page.replace(f'"/challenges/{edition.name}/', f'"{HIDDEN}{edition.name}/')
    for name in brief.files:
        page = page.replace(f'"/challenges/{name}"', f'"{HIDDEN}{brief.name}/-/{name}"')
    if code:
        field = f'<input type="hidden" name="{invite.FIELD}" value="{escape(code)}">'
        page = FORM.sub(lambda found: found[0] + field, page)
    return page
