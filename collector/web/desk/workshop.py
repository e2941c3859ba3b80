"""One workshop, led from the desk: by keyboard, on a phone, and by several at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import workshop as rules
from collector.acts import workshop as acts
from collector.brief import Brief
from collector.draw import code as drawn_code
from collector.entries import Idea, State, Step, Workshop, spoken_code
from collector.errors import GardenError, Invalid, Refused
from collector.store import workshops
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk import page as desk_page
from collector.web.desk.challenges import known
from collector.web.desk.door import Access
from collector.web.desk.page import page
from collector.web.desk.workshops import warning
from collector.web.public.room_page import script_words
from collector.web.public.wall import counts, title_of
from collector.web.public.workshop import NOW
from collector.words import say


@dataclass(frozen=True)
class Led:
    """A workshop as the desk looks at it."""

    context: Context
    brief: Brief
    workshop: Workshop

    @property
    def seen(self) -> int:
        """The revision that the form was made from."""
        return request.form.get("seen", 0, type=int)


def workshop_page(slug: str, workshop: str) -> Response:
    """The steps, the timer, and what was written."""
    return _page(_led(slug, workshop))


def workshop_live(slug: str, workshop: str) -> AnyResponse:
    """What changes on the page, alone; a script asks again and again, by its ETag."""
    led = _led(slug, workshop)
    response = Response(_inside(led))
    response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    response.headers[NOW] = str(int(led.context.clock().timestamp() * 1000))
    return response.make_conditional(request)


def lead_workshop(slug: str, workshop: str) -> AnyResponse:
    """What whoever leads it does; then the page again."""
    led = _led(slug, workshop)
    do = request.form.get("do", "")
    act = ACTS.get(do.partition(":")[0])
    try:
        if act is not None:
            return act(led)
        acts.lead(led.context.store, workshop, led.seen, do, led.context.clock())
    except GardenError as error:
        return _page(_led(slug, workshop), error)
    return _back(led)


def _back(led: Led, part: str = "") -> AnyResponse:
    address = url_for(
        "desk.workshop_page", slug=led.brief.slug, workshop=led.workshop.ref, _anchor=part or None
    )
    return redirect(address, 303)


def _start(led: Led) -> AnyResponse:
    minutes = request.form.get("minutes", 0, type=int)
    acts.start(led.context.store, led.workshop.ref, led.seen, minutes, led.context.clock())
    return _back(led)


def _end(led: Led) -> AnyResponse:
    acts.end(led.context.store, led.workshop.ref, led.seen, led.context.clock())
    return _back(led)


def _remove(led: Led) -> AnyResponse:
    door.ensure(Access.OWNER, led.brief.slug)
    acts.remove(led.context.store, led.workshop.ref, led.seen)
    return redirect(url_for("desk.workshops_page", slug=led.brief.slug), 303)


def _heading(led: Led) -> AnyResponse:
    heading = request.form.get("heading", "")
    acts.add_heading(led.context.store, led.workshop.ref, led.seen, heading, led.context.clock())
    return _back(led, "ideas")


def _group(led: Led) -> AnyResponse:
    """Only what was moved on this page is moved: what another leader moved meanwhile stays."""
    sent = request.form
    wanted = {
        name.removeprefix("under-"): text
        for name, text in sent.items()
        if name.startswith("under-") and text != sent.get(name.replace("under-", "was-", 1))
    }
    seen = _revisions()
    by = door.me().account.name
    acts.group(led.context.store, led.workshop.ref, wanted, seen, by, led.context.clock())
    return _back(led, "ideas")


def _hide(led: Led) -> AnyResponse:
    ref = request.form.get("do", "").partition(":")[2]
    by, now = door.me().account.name, led.context.clock()
    acts.hide(led.context.store, led.workshop.ref, ref, _revisions(), by, now)
    return _back(led, "ideas")


def _approve(led: Led) -> AnyResponse:
    by, now = door.me().account.name, led.context.clock()
    acts.approve(led.context.store, led.workshop.ref, _revisions(), by, now)
    return _back(led, "ideas")


def _move(led: Led) -> AnyResponse:
    home = request.form.get("home", "").strip()
    acts.move(led.context.store, led.workshop.ref, led.seen, home, led.context.clock())
    return _back(led, "come-in")


def _revisions() -> dict[str, int]:
    """The revision of each idea that the page was made from."""
    sent = [(n, t) for n, t in request.form.items() if n.startswith("revision-")]
    if not all(text.isdecimal() for _, text in sent):
        raise Refused("bad-request")
    return {name.removeprefix("revision-"): int(text) for name, text in sent}


ACTS: Mapping[str, Callable[[Led], AnyResponse]] = {
    "start": _start,
    "end": _end,
    "remove": _remove,
    "heading": _heading,
    "group": _group,
    "hide": _hide,
    "approve": _approve,
    "move": _move,
}


def _led(slug: str, workshop: str) -> Led:
    """Raises Unknown unless it is a workshop of this challenge."""
    context = current()
    brief = known(context, slug)
    return Led(context, brief, acts.known(context.store, workshop, slug))


def _page(led: Led, error: GardenError | None = None) -> Response:
    workshop, invalid = led.workshop, isinstance(error, Invalid)
    address = f"{workshop.home}/w/{spoken_code(workshop.code)}"
    response = page(
        "workshop",
        say("workshop-lead-title", {"title": led.brief.title}),
        errors.status_of(error) if error else 200,
        brief=led.brief,
        workshop=workshop,
        code=spoken_code(workshop.code),
        address=address,
        drawn=drawn_code(address, "ig-desk-code"),
        warning=warning(workshop.home),
        inside=_inside(led, error),
        message=errors.message(error) if error and not invalid else "",
        problems=desk_page.problems(error) if isinstance(error, Invalid) else {},
        home=request.form.get("home", workshop.home) if invalid else workshop.home,
        script_words=script_words("lost", "minutes", "over", "again"),
    )
    return errors.retry_later(response, error) if error else response


def _inside(led: Led, error: GardenError | None = None) -> str:
    workshop, store, now = led.workshop, led.context.store, led.context.clock()
    ideas, seats = workshops.ideas(store, workshop.ref), workshops.seats(store, workshop.ref)
    notes = {each.idea: each for each in workshops.written(store, workshop.ref)}
    wall = rules.wall(workshop, ideas, seats)
    if counts(workshop):
        wall.sort(key=lambda each: -each.dots)
    return render_template(
        "desk/workshop_room.html",
        brief=led.brief,
        workshop=workshop,
        steps=rules.STEPS,
        place=rules.STEPS.index(workshop.step),
        over=rules.is_over(workshop, now),
        minutes=workshop.minutes.get(workshop.step, 5),
        longest=rules.LONGEST_TIMER,
        seats=len(seats),
        given=sum(len(each.dots) for each in seats),
        pinned=wall,
        tables={ref: each.table for ref, each in notes.items()},
        hidden=[each for each in ideas if each.state in ("rejected", "spam")],
        title_of=_titled,
        counted=counts(workshop),
        grouping=workshop.step in (Step.CLUSTER, Step.VOTE),
        revealed=workshop.step in rules.REVEALED,
        waiting=any(each.idea.state is State.WAITING for each in wall),
        heading=request.form.get("heading", "") if isinstance(error, Invalid) else "",
        problems=desk_page.problems(error) if isinstance(error, Invalid) else {},
        token=door.token,
        may=desk_page.may,
    )


def _titled(idea: Idea) -> str:
    return title_of(idea) or idea.ref
