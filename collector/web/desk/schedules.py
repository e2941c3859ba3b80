"""What is done by itself, again and again: when next, what became of the last, and to do it now."""

from dataclasses import dataclass
from datetime import datetime

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.entries import Job
from collector.errors import Unknown
from collector.garden import ScheduleSettings
from collector.store import schedules as kept
from collector.web.context import Context, current
from collector.web.desk.page import page
from collector.words import say


@dataclass(frozen=True)
class Line:
    """One schedule; `done` is when it was last done, `waiting` what is still to be."""

    asked: ScheduleSettings
    following: datetime
    done: datetime | None
    waiting: list[Job]


def schedules() -> Response:
    """All that the settings ask for."""
    context = current()
    lines = [_line(context, each) for each in context.garden.settings.schedule]
    return page("schedules", say("desk-garden-schedules"), lines=lines)


def run_schedule() -> AnyResponse:
    """Do it now, beside its times. Raises Unknown for what the settings don't ask for."""
    context, now = current(), current().clock()
    settings = context.garden.settings
    name = request.form.get("name", "")
    asked = settings.scheduled(name)
    if asked is None:
        raise Unknown("schedule-unknown")
    last = asked.rhythm.last(now, settings.zone).astimezone(settings.zone).date()
    kept.ask_now(context.store, name, last, now)
    return redirect(url_for("desk.schedules"), 303)


def _line(context: Context, asked: ScheduleSettings) -> Line:
    jobs = kept.jobs(context.store, asked.name)
    carried_out = (each for each in jobs if each.done and each.tries)
    return Line(
        asked,
        asked.rhythm.following(context.clock(), context.garden.settings.zone),
        max((each.done for each in carried_out if each.done), default=None),
        [each for each in jobs if not each.done],
    )
