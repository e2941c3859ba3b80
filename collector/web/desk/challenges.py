"""The challenges as the desk sees them: what came in, what is wrong, and closing."""

import re

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import export, pages
from collector.acts import close, quota
from collector.brief import Brief, DatedPhase, Phase, address_of
from collector.entries import Idea, Job, State
from collector.errors import Conflict, Finding, Severity, Unknown
from collector.export import STATES
from collector.store import reads
from collector.store.reads import Counts
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.cards import brief_of
from collector.web.desk.door import Access
from collector.web.desk.live_site import briefs_for
from collector.web.desk.page import page
from collector.words import name_of, say

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def challenges() -> Response:
    """All challenges with what came in; what is wrong with briefs and with the site."""
    context = current()
    briefs = briefs_for(context, Access.JUROR)
    tally: dict[tuple[str, State], int] = {}
    for (slug, _, state), count in reads.counts(context.store).items():
        tally[slug, state] = tally.get((slug, state), 0) + count
    return page(
        "challenges",
        say("desk-menu-challenges"),
        briefs=briefs,
        phases=[_phase(context, each) for each in briefs],
        waiting=[tally.get((each.slug, State.WAITING), 0) for each in briefs],
        approved=[tally.get((each.slug, State.APPROVED), 0) for each in briefs],
        findings=faults(context),
        failed=_failed(context),
    )


def challenge(slug: str) -> Response:
    """One challenge: what came in by form and state, downloads, poster, closing."""
    context = current()
    brief = known(context, slug)
    counts = reads.counts(context.store)
    return page(
        "challenge",
        brief.title,
        brief=brief,
        phase=_phase(context, brief),
        step=brief.dated_phase(context.clock()),
        following=_following(context, brief),
        page=address_of(brief),
        rows=[(form, _states(counts, slug, form.name)) for form in brief.forms],
        talk=[(form, _states(counts, slug, form.name)) for form in brief.built_in],
        has_ideas=_has_ideas(context, brief),
        held=export.held(context.store, slug),
        purposes=export.purposes(brief),
        file_hash=close.file_hash(context.garden, slug),
        states=STATES,
        languages={each.language: name_of(each.language) for each in (brief, *brief.translations)},
    )


def _has_ideas(context: Context, brief: Brief) -> bool:
    """Whether any was approved, so that it can be told what they are about."""
    return bool(reads.number(context.store, State.APPROVED, challenge=brief.slug, kinds=(Idea,)))


def _phase(context: Context, brief: Brief) -> Phase:
    now = context.clock()
    return quota.standing(context.store, brief, now).phase(now)


def _following(context: Context, brief: Brief) -> DatedPhase | None:
    """The dated phase that begins next."""
    now = context.clock()
    return next((each for each in brief.phases if each.opens > now), None)


def close_challenge(slug: str) -> AnyResponse:
    """End the challenge now; the site follows in a moment."""
    context = current()
    known(context, slug)
    seen = request.form.get("seen", "")
    close.close_now(context.garden, context.store, slug, seen, context.clock())
    return redirect(url_for("desk.challenge", slug=slug), 303)


def reopen_challenge(slug: str) -> AnyResponse:
    """Give the challenge another end; the site follows in a moment."""
    context, typed = current(), request.form
    known(context, slug)
    until = typed.get("until", "").strip()
    if until and not DAY.fullmatch(until):
        raise Conflict("reopen-past", until=until[:20])
    seen = typed.get("seen", "")
    close.reopen(context.garden, context.store, slug, seen, until or "never", context.clock())
    return redirect(url_for("desk.challenge", slug=slug), 303)


def _states(counts: Counts, slug: str, form: str) -> list[tuple[State, int]]:
    """How many of a form's entries are in which state; only where there are any."""
    return [(state, count) for state in State if (count := counts.get((slug, form, state), 0))]


def known(context: Context, slug: str) -> Brief:
    """The challenge as the live site has it. Raises Unknown."""
    brief = brief_of(context, slug)
    if brief is None:
        raise Unknown("no-challenge", challenge=slug)
    return brief


def faults(context: Context) -> list[Finding]:
    """Errors in the briefs of those challenges that whoever asks may see, and in models."""
    readings = pages.check(context.garden, reads.definitions_answered(context.store))
    of_models = pages.check_models(context.garden).findings if door.may(Access.VIEWER) else ()
    return [
        *(
            finding
            for reading in readings
            for finding in reading.findings
            if finding.severity is Severity.ERROR and door.may(Access.VIEWER, finding.path.stem)
        ),
        *(finding for finding in of_models if finding.severity is Severity.ERROR),
    ]


def _failed(context: Context) -> list[Job]:
    """What is left to do and failed; it may tell of every challenge."""
    jobs = reads.jobs(context.store) if door.may(Access.VIEWER) else []
    return [each for each in jobs if each.error and not each.done]
