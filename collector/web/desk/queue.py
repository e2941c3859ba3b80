"""Lists of entries: the queue of what waits, and a challenge's entries by their state."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from flask import Response, jsonify, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from collector.brief import TONES, Brief, asks_tone
from collector.entries import MODERATING, Entry, Idea, Progress, State
from collector.errors import Unknown
from collector.store import reads
from collector.store.reads import Challenges
from collector.web.context import Context, current
from collector.web.desk import door, theme_names
from collector.web.desk.cards import brief_of, cards
from collector.web.desk.decide import MOST, notice
from collector.web.desk.door import Access
from collector.web.desk.live_site import briefs_for
from collector.web.desk.many import notice_of_many
from collector.web.desk.page import page
from collector.web.desk.sifted import LOOKED_AT, Sifted
from collector.web.desk.talk import subject
from collector.web.desk.wanted import DAYS, KIND, SOURCE, Wanted
from collector.words import name_of, say

NEW = 99
"""Entries that came since a page was opened, and are counted."""


def queue() -> Response:
    """Everything that waits: what is suspected or reported first, each part the oldest first."""
    return _list(say("desk-menu-queue"), State.WAITING, door.where(Access.VIEWER))


def since() -> AnyResponse:
    """How many of what a queue shows came since it was opened, in words too; asked by scripts.

    Answered by 304 where nothing has changed since the answer of that ETag.
    """
    context = current()
    wanted = Wanted.read(request.args)
    sifted = Sifted(context, State.WAITING, door.where(Access.VIEWER), wanted, context.clock())
    count = sifted.since(request.args.get("place", ""), NEW)
    reason = "queue-new-one" if count == 1 else "queue-new-many"
    told = say("queue-new-most" if count == NEW else reason, {"count": count})
    response = jsonify(count=count, told=told)
    response.set_etag(sha256(told.encode()).hexdigest()[:16])
    return response.make_conditional(request)


def entries(slug: str, state: str) -> Response:
    """A challenge's entries in one state, the oldest first; what is approved, for jurors.

    Raises Unknown.
    """
    context = current()
    if state != State.APPROVED:
        door.ensure(Access.VIEWER, slug)
    brief = brief_of(context, slug)
    if brief is None and not reads.number(context.store, State(state), challenge=slug):
        raise Unknown("no-challenge", challenge=slug)
    title = say(f"desk-entries-{state}", {"title": brief.title if brief else slug})
    return _list(title, State(state), slug)


def _list(title: str, state: State, where: Challenges) -> Response:
    """One page of the entries that are wanted, from the place that the address asks for."""
    context = current()
    of = where if isinstance(where, str) else ""
    chooses = not of or door.may(Access.VIEWER, of)  # jurors see all that they are to judge
    asked = Wanted.read(request.args) if chooses else Wanted()
    wanted = replace(asked, challenge="", order="") if of else asked
    sifted = Sifted(context, state, where, wanted, context.clock())
    shown, following = sifted.page(request.args.get("after", ""), MOST)
    count, more = sifted.count() if shown else (0, False)
    return page(
        "queue",
        title,
        cards=cards(context, shown),
        subjects={each.ref: about for each in shown if (about := subject(context, each))},
        state=state,
        of=of,
        wanted=wanted,
        choices=_choices(context, state, of) if chooses else {},
        address=request.path,
        back=_address(wanted),
        next=_address(wanted, following) if following else "",
        count=count,
        more=more,
        looked_at=LOOKED_AT,
        until=reads.end(context.store),
        since=url_for("desk.since") if state is State.WAITING and not of else "",
        notice=notice(context),
        many=notice_of_many(context),
        steps=_steps(state, shown),
        reasons=MODERATING,
        keys={key: Markup("<kbd>{}</kbd>").format(key) for key in (*"jkarswxutn", "X")},
    )


def _address(wanted: Wanted, after: str = "") -> str:
    """This list, from that place on."""
    path = f"{request.path}?{wanted.query}" if wanted.query else request.path
    return door.way_back(path, after=[after]) if after else path


def _choices(context: Context, state: State, of: str) -> dict[str, dict[str, str]]:
    """What can be chosen to narrow the list, by field: the words for each, where there are two."""
    briefs = {each.slug: each for each in briefs_for(context, Access.JUROR)}
    mine = [each for each in briefs.values() if of in ("", each.slug)]
    spoken = {edition.language for brief in mine for edition in brief.editions}
    choices = {
        "challenge": {} if of else _challenges(context, briefs, state),
        "kind": {each: say(f"queue-kind-{each}") for each in KIND},
        "suspected": {each: say(f"queue-suspected-{each}") for each in ("yes", "no")},
        "screened": _if(any(each.screening for each in mine), "queue-screened", ("yes", "no")),
        "tone": _if(any(map(_asks_tone, mine)), "queue-tone", TONES),
        "theme": theme_names.labels(context, of) if of else {},
        "language": {each: name_of(each) for each in sorted(spoken)},
        "source": {each: say(f"queue-source-{each.replace(' ', '-')}") for each in SOURCE},
        "days": {str(each): say(f"queue-days-{each}") for each in DAYS},
        "order": {} if of else {"oldest": say("queue-order-oldest")},
    }
    least = {"order": 1, "theme": 1}
    return {name: each for name, each in choices.items() if len(each) >= least.get(name, 2)}


def _if(there: bool, reason: str, codes: Sequence[str]) -> dict[str, str]:
    """The words for each, where there is anything of the kind."""
    return {each: say(f"{reason}-{each}") for each in codes} if there else {}


def _asks_tone(brief: Brief) -> bool:
    return any(map(asks_tone, brief.forms))


def _challenges(context: Context, briefs: dict[str, Brief], state: State) -> dict[str, str]:
    """The titles of those that have such entries, also of those that left the site."""
    found = sorted(reads.challenges(context.store, state))
    return {
        slug: briefs[slug].title if slug in briefs else slug
        for slug in found
        if door.may(Access.VIEWER, slug)
    }


def _steps(state: State, shown: Sequence[Entry]) -> list[Progress]:
    """What may become of the ideas on a page of those that are shown."""
    ideas = (each for each in shown if isinstance(each, Idea))
    any_ = state is State.APPROVED and any(door.may(Access.DESK, each.challenge) for each in ideas)
    return list(Progress) if any_ else []
