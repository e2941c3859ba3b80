"""How the garden is: what the doctor says, what is left to do, and what was done last."""

import platform
from datetime import UTC, datetime
from importlib.metadata import version

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.entries import Job, JobKind
from collector.errors import Conflict, Unavailable
from collector.pages.live import RECORD
from collector.store import reads, writes
from collector.store.doctor import Level, Sign, examine
from collector.web.context import Context, current
from collector.web.desk.page import page
from collector.words import say

WORST_FIRST = (Level.ERROR, Level.WARNING, Level.OK)


def health() -> Response:
    """Everything that was looked at, what needs somebody first."""
    context = current()
    signs = sorted(examine(context.garden, context.clock()), key=_rank)
    jobs = [each for each in reads.jobs(context.store) if not each.done]
    return page(
        "health",
        say("desk-garden-health"),
        signs=[(each.level, say(each.reason, each.facts)) for each in signs],
        failed=[each for each in jobs if each.error],
        waiting=[each for each in jobs if not each.error],
        last=_last(context),
        built=_built(context),
        versions={"Idea Garden": version("ideagarden"), "Python": platform.python_version()},
        retried=request.args.get("retried"),
    )


def retry_job() -> AnyResponse:
    """Try a job that failed again now. Raises Conflict where it is done or somebody is at it."""
    context = current()
    if not writes.hasten(context.store, request.form.get("key", ""), context.clock()):
        raise Conflict("job-not-waiting")
    return redirect(url_for("desk.health", retried=1), 303)


def _built(context: Context) -> datetime | None:
    """When the site that is served was made; nothing before the first."""
    try:
        made = (context.live().folder / RECORD).stat().st_mtime
    except (Unavailable, OSError):
        return None
    return datetime.fromtimestamp(made, UTC)


def _rank(sign: Sign) -> int:
    return WORST_FIRST.index(sign.level)


def _last(context: Context) -> list[Job]:
    """The last of each kind that was done, of the whole garden or of any challenge."""
    done = [each for each in reads.jobs(context.store) if each.done]
    kinds = (JobKind.BUILD, JobKind.BACKUP, JobKind.FILL, JobKind.PUBLISH)
    newest = [
        max((each for each in done if each.kind is kind), key=_moment, default=None)
        for kind in kinds
    ]
    return [each for each in newest if each]


def _moment(job: Job) -> float:
    return job.done.timestamp() if job.done else 0.0
