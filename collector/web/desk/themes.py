"""What the ideas of a challenge are about: key words of a few, themes of many, and how they go."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from collector import draw
from collector.acts import theme_tags, themes
from collector.analysis.key_words import key_words
from collector.analysis.keyness import risen
from collector.analysis.over_time import lately, over_time
from collector.analysis.statement import Statement
from collector.analysis.themes import LEAST_IDEAS, can_find
from collector.brief import TONES, Brief, asks_tone
from collector.draw import Asked
from collector.entries import Idea, JobKind, State, Theme, themed
from collector.errors import Invalid
from collector.export.became import votes_on
from collector.moderation import merged_sets
from collector.store import reads
from collector.store import themes as kept
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.challenges import known
from collector.web.desk.decide import back_to, seen
from collector.web.desk.page import page, problems
from collector.web.desk.theme_names import label_of
from collector.web.desk.wanted import tones
from collector.words import say

SHOWN = 5
"""Ideas that are named with a theme or a word."""
READ = 1000
"""Ideas that key words are looked for in: the newest."""


@dataclass(frozen=True)
class Row:
    """A theme, or a key word, with its ideas: how many, the votes on them, the first few."""

    label: str
    count: int
    votes: int
    titles: Sequence[tuple[str, str]]
    theme: Theme | None = None


def themes_of(slug: str) -> Response:
    """The page."""
    return _page(slug)


def find_themes(slug: str) -> AnyResponse:
    """Leave to find them anew."""
    context = current()
    known(context, slug)
    themes.ask(context.store, slug, context.clock())
    return _back(slug)


def name_theme(slug: str) -> AnyResponse:
    """Call a theme as somebody wrote."""
    context, ref = current(), request.form.get("theme", "")
    text = request.form.get("name", "")
    try:
        themes.name(context.store, slug, ref, text)
    except Invalid as error:
        told = {"faulty": ref, "name": text, "problem": problems(error).get("name", "")}
        return _page(slug, errors.status_of(error), **told)
    return _back(slug, ref)


def publish_themes(slug: str) -> AnyResponse:
    """File the ideas of those themes that are ticked under what they are called."""
    context, refs = current(), request.form.getlist("theme")
    by = door.me().account.name
    done = theme_tags.publish(context.store, slug, refs, by, context.clock())
    return redirect(url_for("desk.themes_of", slug=slug, filed=done), 303)


def place_idea(ref: str) -> AnyResponse:
    """Put an idea into a theme by hand."""
    context, theme = current(), request.form.get("theme", "")
    themes.place(context.store, ref, theme, door.me().account.name, context.clock(), seen=seen())
    return back_to([ref])


def _back(slug: str, ref: str = "") -> AnyResponse:
    place = f"#theme-{ref}" if ref else ""
    return redirect(url_for("desk.themes_of", slug=slug) + place, 303)


def _page(slug: str, status: int = 200, **values: object) -> Response:
    context = current()
    brief, found = known(context, slug), kept.of(context.store, slug)
    approved = list(reads.ideas(context.store, slug, State.APPROVED))
    sets = merged_sets({each.ref: each.merged for each in approved})
    ideas = [each for each in approved if each.ref in sets]
    votes = {ref: each.n for ref, each in votes_on(context.store, brief, sets).items()}
    rows, of_none = _rows(ideas, found, votes)
    return page(
        "themes",
        say("themes-title", {"challenge": brief.title}),
        status,
        brief=brief,
        rows=rows,
        of_none=of_none,
        number=len(ideas),
        least=LEAST_IDEAS,
        can_find=can_find(),
        job=_job(context, slug),
        tones=_tones(brief, ideas),
        chart=_chart(context, ideas, found),
        filed=request.args.get("filed", type=int),
        **{**_words(context, ideas, votes, told=not found), **values},
    )


def _tones(brief: Brief, ideas: Sequence[Idea]) -> dict[str, int]:
    """How many were called what by their senders; nothing where nobody was asked."""
    counts = Counter(tone for idea in ideas for tone in tones(idea))
    return {each: counts[each] for each in TONES} if any(map(asks_tone, brief.forms)) else {}


def _job(context: Context, slug: str) -> object:
    """What is left to do about it."""
    jobs = (each for each in reads.jobs(context.store) if each.kind is JobKind.THEMES)
    return next((each for each in jobs if each.subject == slug and each.done is None), None)


def _rows(
    ideas: Sequence[Idea], found: Sequence[Theme], votes: Mapping[str, int]
) -> tuple[list[Row], int]:
    """The themes with their ideas, and how many ideas are of none."""
    own: defaultdict[str, list[Idea]] = defaultdict(list)
    for idea, theme in themed(ideas, found):
        own[theme].append(idea)
    rows = [_row(label_of(each), own[each.ref], votes, each) for each in found]
    return sorted(rows, key=lambda each: -each.count), len(own[""])


def _row(
    label: str, ideas: Sequence[Idea], votes: Mapping[str, int], theme: Theme | None = None
) -> Row:
    """The ideas with most votes stand first, of those with as many the newest."""
    ordered = sorted(ideas, key=lambda each: (votes.get(each.ref, 0), each.received), reverse=True)
    titles = [(each.ref, str(each.answers.get("title", ""))) for each in ordered[:SHOWN]]
    count = sum(votes.get(each.ref, 0) for each in ideas)
    return Row(label, len(ideas), count, titles, theme)


def _words(
    context: Context, ideas: Sequence[Idea], votes: Mapping[str, int], *, told: bool
) -> dict[str, object]:
    """Key words while there are no themes, and words that are said more of late."""
    zone = context.garden.settings.zone
    statements = [Statement.of(each, zone) for each in ideas[-READ:]]
    since = lately(each.day for each in statements)
    by_ref = {each.ref: each for each in ideas}
    words = key_words(statements) if told else []
    return {
        "key_words": [_row(each.word, [by_ref[ref] for ref in each.refs], votes) for each in words],
        "risen": risen(statements, since) if since else [],
        "since": since,
    }


def _chart(context: Context, ideas: Sequence[Idea], found: Sequence[Theme]) -> Markup | None:
    """How many ideas of each theme came when."""
    zone = context.garden.settings.zone
    labels = {each.ref: label_of(each) for each in found}
    came = [
        (labels[theme], idea.received.astimezone(zone).date())
        for idea, theme in themed(ideas, found)
        if theme
    ]
    counted = over_time(came)
    order = [each for each, _ in Counter(label for label, _ in came).most_common()]
    asked = Asked("over-time", say("themes-over-time"))
    return Markup(draw.over_time(counted, order, asked)) if counted else None  # noqa: S704  # escaped there
