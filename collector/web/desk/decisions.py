"""The decision log: who decided what and when; by challenge, move, person and day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import islice

from flask import Response, request, send_file

from collector.acts import measure, score
from collector.entries import Decision, State
from collector.errors import Refused
from collector.export import decisions as logs
from collector.store import reads
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.cards import brief_of, card
from collector.web.desk.challenges import known
from collector.web.desk.door import Access
from collector.web.desk.page import page
from collector.words import say

MOST = 50
"""Decisions on one page."""

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}

LOG = f"<any({', '.join(logs.WRITERS)}):suffix>"


@dataclass(frozen=True)
class Filter:
    """Which decisions are looked for; what is empty holds for all."""

    challenge: str = ""
    move: str = ""
    by: str = ""
    begin: date | None = None
    end: date | None = None

    def fits(self, decision: Decision, day: date) -> bool:
        """Whether this one, of that day in the garden's zone, is among them."""
        return (
            self.challenge in ("", decision.challenge)
            and self.move in ("", decision.move)
            and self.by in ("", decision.by)
            and (self.begin is None or self.begin <= day)
            and (self.end is None or day <= self.end)
        )


def decisions() -> Response:
    """The newest first, of the challenges that whoever asks may see."""
    context, wanted = current(), _filter()
    log = list(reads.log(context.store, door.where(Access.VIEWER)))
    found = _from(request.args.get("from-ref", ""), _fitting(context, log, wanted))
    shown = list(islice(found, MOST))
    following = next(found, None)
    slugs = sorted({each.challenge for each in log})
    return page(
        "decisions",
        say("desk-menu-decisions"),
        decisions=[(each, _called(context, each)) for each in shown],
        following=following and following.ref,
        wanted=wanted,
        measured=measure.ALL,
        taken_out=score.TAKE_OUT,
        titles={slug: _title(context, slug) for slug in slugs},
        moves=sorted({each.move for each in log}),
        people=sorted({each.by for each in log}),
        query={key: each for key, each in request.args.items() if each and key != "from-ref"},
    )


def download_decisions(slug: str, suffix: str) -> Response:
    """The log of a challenge without names, for everybody."""
    context = current()
    known(context, slug)
    file = BytesIO()
    log = logs.lines(context.store, slug, context.garden.settings.zone)
    logs.WRITERS[suffix](file, log)
    file.seek(0)
    name = f"{slug}-decisions.{suffix}"
    return send_file(file, MEDIA_TYPES[suffix], as_attachment=True, download_name=name)


def _fitting(context: Context, log: list[Decision], wanted: Filter) -> Iterator[Decision]:
    return (each for each in log if wanted.fits(each, context.today(each.at)))


def _from(ref: str, log: Iterator[Decision]) -> Iterator[Decision]:
    """From this decision on: pages stay as they were while others decide."""
    if not ref:
        return log
    known_refs = list(log)
    start = next((place for place, each in enumerate(known_refs) if each.ref == ref), 0)
    return iter(known_refs[start:])


def _filter() -> Filter:
    told = request.args
    return Filter(
        challenge=told.get("challenge", ""),
        move=told.get("move", ""),
        by=told.get("by", ""),
        begin=_day(told.get("from", "")),
        end=_day(told.get("until", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("export-no-day", text=text) from None


def _called(context: Context, decision: Decision) -> str:
    """What the entry is called; nothing for one that was erased or is gone."""
    found = reads.entry(context.store, decision.about)
    if found is None or found.state is State.ERASED:
        return ""
    return card(context, found).title


def _title(context: Context, slug: str) -> str:
    brief = brief_of(context, slug)
    return brief.title if brief else slug
