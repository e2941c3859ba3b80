"""How a challenge begins at the desk: from a template, from nothing, or as a copy of another."""

from collections.abc import Mapping

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import brief
from collector.acts import challenge_file
from collector.brief import LANGUAGES
from collector.errors import Conflict, Invalid, Problem, Unavailable
from collector.web.context import Context, current
from collector.web.desk.page import page, problems
from collector.words import name_of, say

LONGEST_TITLE = 200
SPOKEN = ("suggestion-box", "product-challenge", "customer-survey")
"""Templates that the desk tells of in its own language; the others speak for themselves."""


def beginnings() -> Response:
    """What is being written, and the ways to begin something new."""
    return _page({})


def begin() -> AnyResponse:
    """Write the first draft; go on to it."""
    context, typed = current(), request.form
    try:
        title, slug = _asked(typed)
        _begin(context, slug, _text(context, typed.get("from", ""), title))
    except Invalid as error:
        return _page(typed, 422, problems=problems(error))
    return redirect(url_for("desk.write", slug=slug, done="begun"), 303)


def begin_translation(slug: str) -> AnyResponse:
    """Begin the challenge in another language, with its own words to be written over."""
    context, language = current(), request.form.get("language", "")
    written = challenge_file.found(context.garden, slug)
    if language not in LANGUAGES or "." in slug:
        raise Conflict("write-no-language")
    name = f"{slug}.{language}"
    challenge_file.begin(
        context.garden, name, brief.for_translation(written.text, context.garden.settings)
    )
    return redirect(url_for("desk.write", slug=name, done="begun"), 303)


def _page(typed: Mapping[str, str], status: int = 200, **values: object) -> Response:
    context = current()
    return page(
        "write_begin",
        say("desk-menu-writing"),
        status,
        drafts=[challenge_file.found(context.garden, each) for each in _drafts(context)],
        spoken=SPOKEN,
        templates={name: brief.described(name) for name in _templates()},
        challenges=_titles(context),
        first=not challenge_file.is_begun(context.garden),
        typed=typed,
        name_of=name_of,
        **values,
    )


def _templates() -> list[str]:
    """Those that most begin with first."""
    return [*SPOKEN, *sorted(brief.templates().keys() - {*SPOKEN})]


def _drafts(context: Context) -> list[str]:
    return challenge_file.drafts(context.garden)


def _titles(context: Context) -> dict[str, str]:
    """The titles of what is on the site, by slug."""
    try:
        return {slug: each.title for slug, each in context.live().briefs.items()}
    except Unavailable:
        return {}


def _asked(typed: Mapping[str, str]) -> tuple[str, str]:
    """Title and slug. Raises Invalid."""
    title = " ".join(typed.get("title", "").split())
    slug = typed.get("slug", "").strip() or brief.slug_of(title)
    wrong: dict[str, Problem] = {}
    if not title or len(title) > LONGEST_TITLE:
        wrong["title"] = Problem("write-title-wrong", {"most": LONGEST_TITLE})
    if title and not brief.is_slug(slug):
        better = brief.slug_of(slug) or brief.slug_of(title) or "our-ideas"
        wrong["slug"] = Problem("write-slug-wrong", {"better": better})
    if wrong:
        raise Invalid(wrong)
    return title, slug


def _begin(context: Context, slug: str, text: str) -> None:
    try:
        challenge_file.begin(context.garden, slug, text)
    except Conflict:
        raise Invalid({"slug": Problem("write-slug-taken", {"better": f"{slug[:60]}-2"})}) from None


def _text(context: Context, start: str, title: str) -> str:
    """The first text. Raises Invalid for a beginning that there is not."""
    kind, _, name = start.partition(":")
    if kind == "template" and name in brief.templates():
        return brief.from_template(name, title)
    if kind == "copy" and name in _titles(context):
        return brief.from_copy(challenge_file.found(context.garden, name).text, title)
    if kind == "nothing":
        return brief.from_nothing(title)
    raise Invalid({"from": Problem("write-from-wrong")})
