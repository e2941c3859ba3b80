"""What was measured of a challenge: entered, corrected, taken away, and taken home."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Response, redirect, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from collector import draw
from collector.acts import measure as acts
from collector.acts.measure import By
from collector.brief import Brief, Measure
from collector.draw.progress import value
from collector.entries import Decision, Measurement
from collector.errors import Conflict, Invalid
from collector.export import measured as exports
from collector.export.programme import progress_of
from collector.form.measured import COLUMNS, read_measured
from collector.store import measurements, reads
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.challenges import known
from collector.web.desk.download import written
from collector.web.desk.page import page, problems
from collector.words import day, say

MOST = 10
"""Changes that are listed."""

SUFFIX = f"<any({', '.join(exports.WRITERS)}):suffix>"


@dataclass(frozen=True)
class Typed:
    """What stands in the form, and what is wrong with it."""

    fields: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    stands: Measurement | None = None
    """Another value of that day, to be put away for this one."""
    conflict: str = ""


@dataclass(frozen=True)
class Change:
    """One line of the log: which day, from what to what, and whether it can be taken back."""

    decision: Decision
    day: str
    before: str
    after: str
    can_be_undone: bool


def measured(slug: str) -> Response:
    """How far it has come, the form, and all that was entered."""
    brief = known(current(), slug)
    today = current().today(current().clock())
    return shown(brief, Typed({"day": str(today)}))


def enter_measured(slug: str) -> AnyResponse:
    """Keep a value. What does not read, or stands in the way of another, stands again."""
    context, brief = current(), known(current(), slug)
    asked = acts.measure_of(brief)
    typed = {name: request.form.get(name, "") for name in COLUMNS}
    try:
        read = read_measured(typed, asked.unit, context.today(context.clock()))
    except Invalid as error:
        return shown(brief, Typed(typed, problems(error)), errors.status_of(error))
    try:
        acts.enter(context.store, brief, read, by(context), instead=_instead())
    except Invalid as error:
        stands = measurements.on_day(context.store, slug, read.day)
        return shown(brief, Typed(typed, problems(error), stands), errors.status_of(error))
    return _back(slug)


def remove_measured(slug: str) -> AnyResponse:
    """Take a value away, if it is still the one that was looked at."""
    context, brief = current(), known(current(), slug)
    unit = acts.measure_of(brief).unit
    sent = {"day": request.form.get("day", ""), "value": request.form.get("seen", "")}
    seen = read_measured(sent, unit, context.today(context.clock()))
    try:
        acts.forget(context.store, brief, seen.day, seen.value, by(context))
    except Conflict as error:
        return shown(brief, Typed(conflict=errors.message(error)), errors.status_of(error))
    return _back(slug)


def undo_measured(slug: str) -> AnyResponse:
    """Take a change back, if nothing else has become of that day."""
    context, brief = current(), known(current(), slug)
    try:
        acts.undo(context.store, brief, request.form.get("decision", ""), by(context))
    except Conflict as error:
        return shown(brief, Typed(conflict=errors.message(error)), errors.status_of(error))
    return _back(slug)


def download_measured(slug: str, suffix: str) -> Response:
    """The whole table."""
    context, brief = current(), known(current(), slug)
    asked, now = acts.measure_of(brief), context.local_time()
    table = exports.table(asked, measurements.of_challenge(context.store, slug), now)
    return written(exports.WRITERS[suffix], [table], f"{slug}-measurements.{suffix}")


def by(context: Context) -> By:
    """Whoever is logged in, now."""
    return By(door.me().account.name, context.clock())


def drawn(context: Context, brief: Brief) -> Markup:
    """How far the challenge has come, as a picture; nothing where nothing is measured."""
    if brief.measure is None:
        return Markup("")
    told = progress_of(context.store, brief, context.local_time())
    if told is None:
        return Markup("")
    asked = draw.Asked("progress", brief.measure.metric)
    return Markup(draw.progress(brief.measure, told, asked))  # noqa: S704 - drawn here, escaped


def shown(brief: Brief, typed: Typed, status: int = 200) -> Response:
    """The page, with what was typed."""
    context, asked = current(), brief.measure
    return page(
        "measured",
        say("measured-title", {"title": brief.title}),
        status,
        brief=brief,
        measure=asked,
        chart=drawn(context, brief),
        typed=typed,
        instead=asked and typed.stands and value(typed.stands.value, asked),
        kept=list(reversed(measurements.of_challenge(context.store, brief.slug))),
        changes=_changes(context, brief, asked) if asked else [],
        value=value,
        day=day,
        today=context.today(context.clock()),
    )


def _changes(context: Context, brief: Brief, asked: Measure) -> list[Change]:
    """The newest first; what was taken back already is not offered again."""
    log = reads.decisions(context.store, challenge=brief.slug)
    moved = [each for each in log if each.move in acts.ALL]
    latest = {each.about: each.ref for each in moved}
    return [
        Change(
            each,
            each.about.rpartition(" ")[2],
            _told(each.before, asked),
            _told(each.after, asked),
            each.move in acts.MOVES and latest[each.about] == each.ref,
        )
        for each in reversed(moved[-MOST:])
    ]


def _told(text: str, asked: Measure) -> str:
    return value(float(text), asked) if text else say("measured-no-value")


def _instead() -> float | None:
    try:
        return float(request.form.get("instead", ""))
    except ValueError:
        return None


def _back(slug: str) -> AnyResponse:
    return redirect(url_for("desk.measured", slug=slug), 303)
