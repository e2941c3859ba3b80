"""What the desk does with an idea beside moderating it: say what becomes of it, and file it."""

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import tags
from collector.acts.progress import progress
from collector.entries import Progress
from collector.errors import Invalid, Problem, Refused
from collector.store import reads
from collector.web import errors, similar
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.decide import back_to, chosen, seen
from collector.web.desk.door import Access
from collector.web.desk.entry import entry_page
from collector.web.desk.page import problems

UNWORDED = Problem("declined-unworded")
"""Nobody was told why an idea was declined; asked once."""


def progress_idea(ref: str) -> AnyResponse:
    """Bring one idea to a step, with a public answer if there is one."""
    context, text = current(), request.form.get("text", "")
    step = _step()
    try:
        _ensure_worded(step, text)
        by = door.me().account.name
        progress(context.store, step, [ref], by, context.clock(), text=text, seen=seen())
    except Invalid as error:
        told = {"step": step, "reply": text, "progress_problem": problems(error)["text"]}
        return entry_page(ref, errors.status_of(error), **told)
    return back_to([ref])


def progress_ideas() -> AnyResponse:
    """Bring all that are ticked to a step, with the same answer to each if there is one."""
    context, text, refs = current(), request.form.get("text", ""), chosen()
    step = _step()
    door.ensure_about(Access.DESK, refs)
    if step is Progress.DECLINED and not text.strip():
        raise Refused("declined-many-unworded")
    by = door.me().account.name
    progress(context.store, step, refs, by, context.clock(), text=text, seen=seen())
    return back_to(refs)


def tag_idea(ref: str) -> AnyResponse:
    """File the idea under what is ticked and what was written beside it, and nothing else."""
    context, written = current(), request.form.get("new", "")
    ticked = request.form.getlist("tag")
    try:
        by = door.me().account.name
        wanted = [*ticked, *written.replace("\n", ",").split(",")]
        known = similar.tags(context, reads.challenge_of(context.store, ref) or "")
        tags.tag(context.store, ref, wanted, by, context.clock(), seen=seen(), known=known)
    except Invalid as error:
        told = {"ticked": ticked, "new": written, "tags_problem": problems(error)["tags"]}
        return entry_page(ref, errors.status_of(error), **told)
    return back_to([ref])


def _step() -> Progress:
    try:
        return Progress(request.form.get("step", ""))
    except ValueError:
        raise Refused("progress-unknown") from None


def _ensure_worded(step: Progress, text: str) -> None:
    """Raises Invalid where an idea is declined without a word, unless that was meant."""
    if step is Progress.DECLINED and not text.strip() and "unworded" not in request.form:
        raise Invalid({"text": UNWORDED})
