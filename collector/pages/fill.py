"""Filling pours published data into the slots of built pages. No generator runs.

It is pure: the same frames and published data give the same bytes. Only what changed is written.

    poured/<challenge>.json   the published data that stands in the pages
    counts.json               what the lists show of it
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from collector import published
from collector.brief import Brief, FormKind, Phase, SeenBy, Showing
from collector.entries import Progress
from collector.garden import Garden, Settings
from collector.pages import lists, lock, phases, progress, results, sitemap
from collector.pages import outcome as outcomes
from collector.pages.call import Call
from collector.pages.cards import Card, Counted, card, in_phase
from collector.pages.challenge import form_slot, idea_form
from collector.pages.contributors import PLACE, has_contributors, pour_contributors
from collector.pages.feed import challenges_feed
from collector.pages.files import write_served
from collector.pages.ideas import pour_ideas
from collector.pages.live import Live, live
from collector.pages.model_fill import pour_models
from collector.pages.models import boards
from collector.pages.render import render
from collector.pages.roadmap import on_roadmap, pour_roadmap, pour_whole
from collector.pages.sheets import Sheets, Write
from collector.pages.votes import booth
from collector.published import Order, PublishedData
from collector.words import in_days, say, speaking

SHOWN = 12
"""Ideas on the challenge's own page; the others are one click away."""
ASKED = 3
"""Questions of a form whose results stand on the challenge's own page."""


def fill(garden: Garden, slug: str) -> list[Path]:
    """Pour a challenge's published data into the live pages. Returns the files that changed.

    Nothing happens before the first build, without published data, or when the live build does
    not know the challenge. Raises Unreadable, Unavailable for published data that can't be read.
    """
    with lock.waiting(garden.build / "fill.lock"):
        standing = live(garden)
        data = published.read(garden.published / f"{slug}.json")
        if standing is None or data is None or slug not in standing.briefs:
            return []
        return Pouring(standing, standing.briefs).pour({slug: data})


class Pouring:
    """One build's pages while published data is poured into them."""

    def __init__(
        self, site: Live, briefs: Mapping[str, Brief], write: Write = write_served
    ) -> None:
        self.site = site
        self.briefs = briefs
        self.sheets = Sheets(site, write)
        self.zone = site.settings.zone

    def pour(self, told: Mapping[str, PublishedData]) -> list[Path]:
        """Fill the pages of these challenges, then the lists that show them."""
        before = self._counts()
        counts = before | {slug: Counted.of(data) for slug, data in told.items()}
        for slug, data in told.items():
            self._challenge(self.briefs[slug], data)
        listed = self._led_to()
        pour_contributors(self.sheets, self.briefs, told.values())
        pour_whole(self.sheets, self.briefs, told.values())
        pour_models(self.sheets, self.briefs, told)
        if counts != before or not before or self._led_to() != listed:
            self._lists(
                [
                    self._card(slug, each)
                    for slug, each in sorted(counts.items())
                    if self._is_listed(slug)
                ]
            )
            self.sheets.keep("counts.json", {slug: asdict(each) for slug, each in counts.items()})
        return self.sheets.written

    def _led_to(self) -> tuple[object, ...]:
        """What the lists lead to, beside challenges."""
        return on_roadmap(self.sheets), has_contributors(self.sheets)

    def _challenge(self, brief: Brief, data: PublishedData) -> None:
        for edition in brief.editions:
            with speaking(edition.language):
                told = published.in_words_of(edition, brief, data)
                self._edition(_ended(edition, data), told)
        with speaking(brief.language):
            pour_ideas(self.sheets, _ended(brief, data), data)
            pour_roadmap(self.sheets, brief, data)

    def _edition(self, brief: Brief, data: PublishedData) -> None:
        """The challenge's page, in one of its languages."""
        facts, settings = facts_of(brief, data, self.zone), self.site.settings
        contents = {
            "phase": render("phase.html", facts),
            "phases": render("phases.html", {"rows": phases.rows(data), "zone": self.zone}),
            "call": render("idea_call.html", facts | {"call": Call.of(brief, data, settings)}),
            "ideas": render("ideas.html", facts | _ideas_facts(brief, data, settings)),
            progress.NAME: progress.pour(data),
            "results": render("results.html", facts | _results_facts(brief, data, settings)),
        }
        for each in brief.forms:
            if closed := phases.not_open(brief, each, data):
                told = {"form": closed, "zone": self.zone}
                contents[form_slot(each)] = render("not_open.html", told)
        self.sheets.page(f"challenges/{brief.name}/index.html", contents)
        if results.asked(brief) or outcomes.has_outcome(brief):
            self._results(brief, data)

    def _results(self, brief: Brief, data: PublishedData) -> None:
        """The page of all results, which wears the frame of the lists, and its downloads."""
        folder = f"challenges/{brief.name}/results"
        contents = {
            "title": say("results-of", {"title": brief.title}),
            "body": results.page(brief, data, self.site.settings),
        }
        self.sheets.shared(f"{folder}/index.html", brief.language, contents)
        told = results.downloads(brief, data, self.site.settings)
        for name in results.DOWNLOADS:
            if name in told:
                self.sheets.put(f"{folder}/{name}", told[name])
            else:
                self.sheets.remove(f"{folder}/{name}")

    def _lists(self, cards: list[Card]) -> None:
        with speaking(self.site.settings.language):
            self._pour_lists(cards)

    def _pour_lists(self, cards: list[Card]) -> None:
        facts = {
            **{phase.value: in_phase(cards, phase) for phase in Phase},
            "zone": self.zone,
            "on_roadmap": bool(on_roadmap(self.sheets)),
            "has_contributors": has_contributors(self.sheets),
        }
        for place, slot, template in (
            ("index.html", "challenges", "challenges.html"),
            ("challenges/index.html", "closed", "closed.html"),
        ):
            self.sheets.page(place, {slot: render(template, facts)})
        self.sheets.put("feeds/challenges.xml", challenges_feed(cards, self.site.settings))
        if home := self.site.settings.site.url:
            self.sheets.put(sitemap.PLACE, sitemap.sitemap(home, self._places(cards)))

    def _places(self, cards: list[Card]) -> Iterator[str]:
        """The folders of pages that stand by themselves, built or filled."""
        yield from self.site.record.get("places", ())
        yield from (f"challenges/{each.slug}/ideas" for each in cards if each.ideas)
        roadmaps = on_roadmap(self.sheets)
        yield from (f"challenges/{slug}/roadmap" for slug in roadmaps)
        if roadmaps:
            yield "roadmap"
        if has_contributors(self.sheets):
            yield PLACE
        yield from boards(self.site.models)

    def _is_listed(self, slug: str) -> bool:
        return self.site.seen_by(f"challenges/{slug}/") is SeenBy.EVERYONE

    def _card(self, slug: str, counted: Counted) -> Card:
        return card(slug, self.site.record["challenges"][slug], counted)

    def _counts(self) -> dict[str, Counted]:
        kept = self.sheets.kept("counts.json")
        return {slug: Counted(**each) for slug, each in kept.items()}


def _ended(brief: Brief, data: PublishedData) -> Brief:
    """The brief as a quota may have ended it."""
    return replace(brief, closes=data.closes or brief.closes)


def facts_of(brief: Brief, data: PublishedData, zone: ZoneInfo) -> dict[str, object]:
    """What the pieces of a challenge's page are told of when it is open."""
    return {
        "at": "" if brief.name == brief.slug else f"../{brief.slug}/",
        "phase": data.phase.value,
        "opens": brief.opens,
        "closes": brief.closes,
        "step": phases.step_of(data),
        "zone": zone,
        "wanted": brief.closes_after,
        "came": _came(brief, data),
    }


def _came(brief: Brief, data: PublishedData) -> int | None:
    """How many answers came; None where ideas may be waiting, of which nothing is told."""
    if brief.closes_after is None or any(each.kind is FormKind.IDEA for each in brief.forms):
        return None
    return sum(data.counts.responses.values()) + sum(data.counts.apart.values())


def _ideas_facts(brief: Brief, data: PublishedData, settings: Settings) -> dict[str, object]:
    form = idea_form(brief)
    return {
        "shown": lists.in_order(data, data.orders[0])[:SHOWN],
        "drawn": data.orders[0] is Order.DRAWN,
        "count": len(data.ideas),
        "booth": booth(brief, data, settings),
        "promise": data.promise,
        "promised": in_days(brief.answers_within.days) if brief.answers_within else "",
        "on_roadmap": any(idea.progress is not Progress.OPEN for idea in data.ideas),
        "form": form.name if form and not phases.not_open(brief, form, data) else "",
        "from": phases.shown_from(brief, Showing.IDEAS, data),
    }


def _results_facts(brief: Brief, data: PublishedData, settings: Settings) -> dict[str, object]:
    return {
        "call": Call.of(brief, data, settings),
        "outcome": data.outcome,
        "outcome_short": data.outcome and outcomes.in_short(data.outcome),
        "forms": results.asked(brief),
        "results": data.results,
        "most": ASKED,
        "from": phases.results_from(brief, data),
    }
