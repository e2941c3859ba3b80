"""Two workshops of the bakery: in one people write, in the other they give dots."""

from collections.abc import Mapping
from datetime import UTC, datetime

from playwright.sync_api import Page

from collector import pages
from collector.acts import seat, visit
from collector.acts import workshop as acts
from collector.acts.seat import Sitting
from collector.acts.workshop import Plan
from collector.entries import Step, Workshop, new_reference, spoken_code
from collector.form import define
from collector.garden import Garden
from collector.store import Store

SLUG = "new-breads"
TITLES = ("A rye loaf with walnuts", "Open on Sundays", "Bread for the office")


def hold(garden: Garden, store: Store, address: str) -> Mapping[Step, Workshop]:
    """The workshops, by the step that they are at."""
    site = pages.live(garden)
    assert site is not None
    brief, now = site.briefs[SLUG], datetime.now(UTC)
    form = next(each for each in brief.forms if each.kind == "idea")
    held = {}
    for step in (Step.WRITE, Step.VOTE):
        plan = Plan(form=form.name, home=address, language="en", tables=4, dots=5)
        workshop = acts.begin(store, brief, plan, "ada", now)
        workshop = acts.lead(store, workshop.ref, workshop.revision, "next", now)
        sitting = Sitting(workshop.ref, "somebody")
        seat.sit(store, sitting, 2, now)
        for title in TITLES:
            submission = visit.Submission(
                brief=brief,
                form=form,
                form_hash=define(form).hash,
                answers={"title": title},
                digest=title,
                code_hash=new_reference(),
                source="workshop",
                waits=True,
            )
            seat.write(store, sitting, submission, title, now)
        workshop = acts.add_heading(store, workshop.ref, workshop.revision, "Grain", now)
        workshop = acts.start(store, workshop.ref, workshop.revision, 90, now)
        while workshop.step is not step:
            workshop = acts.lead(store, workshop.ref, workshop.revision, "next", now)
        held[step] = workshop
    return held


def joins(page: Page, address: str, workshop: Workshop) -> None:
    """Come in by the card of a table, and take a seat."""
    page.goto(f"{address}/w/{spoken_code(workshop.code)}?table=2")
    page.get_by_role("button", name="Take a seat").click()
    page.wait_for_selector("#step")


def desk(workshop: Workshop, below: str = "") -> str:
    """The path of its page at the desk."""
    return f"/desk/challenges/{SLUG}/workshops/{workshop.ref}/{below}"
