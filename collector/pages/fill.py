"""Filling pours published data into the slots of built pages. No generator runs.

It is pure: the same frames and published data give the same bytes. Only what changed is written.

    poured/<challenge>.json   the published data that stands in the pages
    counts.json               what the lists show of it
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from markupsafe import escape

from collector import published
from collector.brief import Brief, FormKind, Phase
from collector.garden import Garden
from collector.pages import lock, results
from collector.pages.cards import Card, Counted, card, in_phase
from collector.pages.challenge import form_slot, idea_form
from collector.pages.feed import challenges_feed, ideas_feed
from collector.pages.files import remove_folder, remove_served, write, write_served
from collector.pages.languages import IDEA, LIST, variant
from collector.pages.live import Live, frame_path, live
from collector.pages.render import render
from collector.pages.slots import Frame
from collector.published import PublishedData, PublishedIdea
from collector.words import say, speaking

SHOWN = 12
"""Ideas on the challenge's own page; the others are one click away."""
LISTED = 60
"""Ideas on one page of the whole list."""
ASKED = 3
"""Questions of a form whose results stand on the challenge's own page."""

Write = Callable[[Path, bytes], None]


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
    """One build's pages while they are filled."""

    def __init__(
        self, site: Live, briefs: Mapping[str, Brief], write: Write = write_served
    ) -> None:
        self.site = site
        self.briefs = briefs
        self.write = write
        self.zone = site.settings.zone
        self.written: list[Path] = []
        self._frames: dict[str, Frame] = {}

    def pour(self, told: Mapping[str, PublishedData]) -> list[Path]:
        """Fill the pages of these challenges, then the lists that show them."""
        before = self._counts()
        counts = before | {slug: Counted.of(data) for slug, data in told.items()}
        for slug, data in told.items():
            self._challenge(self.briefs[slug], data)
        if counts != before or not before:
            self._lists([self._card(slug, each) for slug, each in sorted(counts.items())])
            self._keep("counts.json", {slug: asdict(each) for slug, each in counts.items()})
        return self.written

    def _challenge(self, brief: Brief, data: PublishedData) -> None:
        for edition in brief.editions:
            standing = replace(edition, closes=data.closes or edition.closes)  # as a quota ended it
            with speaking(edition.language):
                self._edition(standing, published.in_words_of(edition, brief, data))
        with speaking(brief.language):
            self._its_ideas(brief, data)

    def _edition(self, brief: Brief, data: PublishedData) -> None:
        """The challenge's page, in one of its languages."""
        place = f"challenges/{brief.name}/index.html"
        facts = {
            "at": "" if brief.name == brief.slug else f"../{brief.slug}/",
            "phase": data.phase.value,
            "opens": brief.opens,
            "closes": brief.closes,
            "zone": self.zone,
            "wanted": brief.closes_after,
            "came": _came(brief, data),
        }
        contents = {
            "phase": render("phase.html", facts),
            "ideas": render("ideas.html", facts | _ideas_facts(brief, data)),
            "results": render("results.html", facts | _results_facts(brief, data)),
        }
        if data.phase is not Phase.OPEN:
            closed = render("not_open.html", facts)
            contents |= {form_slot(each): closed for each in brief.forms}
        self._write(place, self._frame(place).pour(contents))
        if results.asked(brief):
            self._results(brief, data)

    def _its_ideas(self, brief: Brief, data: PublishedData) -> None:
        before = self._poured(brief.slug)
        if data.ideas or before is not None:
            self._ideas(brief, data, before or {})
            self._keep(f"poured/{brief.slug}.json", data.to_document())

    def _results(self, brief: Brief, data: PublishedData) -> None:
        """The page of all results, which wears the frame of the lists, and its downloads."""
        folder = f"challenges/{brief.name}/results"
        contents = {
            "title": str(escape(say("results-of", {"title": brief.title}))),
            "body": results.page(brief, data, self.site.settings),
        }
        self._write(f"{folder}/index.html", self._shared(LIST, brief).pour(contents))
        told = results.downloads(brief, data, self.site.settings)
        for name in results.DOWNLOADS:
            if name in told:
                self._write(f"{folder}/{name}", told[name])
            else:
                remove_served(self.site.public / folder / name)

    def _ideas(
        self, brief: Brief, data: PublishedData, before: Mapping[str, PublishedIdea]
    ) -> None:
        """Pages, lists and feed of the ideas; none of them is made before the first idea."""
        for idea in data.ideas:
            if before.get(idea.ref) != idea:
                self._idea(brief, idea)
        for ref in before.keys() - {idea.ref for idea in data.ideas}:
            remove_folder(self.site.public / f"challenges/{brief.slug}/ideas/{ref}")
        self._idea_lists(brief, data.ideas)
        shown = self._card(brief.slug, Counted.of(data))
        feed = ideas_feed(shown, data.ideas, self.site.settings)
        self._write(f"feeds/challenges/{brief.slug}.xml", feed)

    def _idea(self, brief: Brief, idea: PublishedIdea) -> None:
        facts = {"title": brief.title, "idea": idea, "owner": self.site.settings.name}
        contents = {
            "title": str(escape(idea.title)),
            "body": render("idea.html", facts),
        }
        place = f"challenges/{brief.slug}/ideas/{idea.ref}/index.html"
        self._write(place, self._shared(IDEA, brief).pour(contents))

    def _idea_lists(self, brief: Brief, ideas: tuple[PublishedIdea, ...]) -> None:
        """The whole list: its first page at `ideas/`, the others at `ideas/page-2/` …"""
        pages = max(1, -(-len(ideas) // LISTED))
        folder = f"challenges/{brief.slug}/ideas"
        for page in range(1, pages + 1):
            first = page == 1
            facts = {
                "title": brief.title,
                "shown": ideas[(page - 1) * LISTED : page * LISTED],
                "page": page,
                "pages": pages,
                "up": "../" if first else "../../",
                "base": "" if first else "../",
            }
            contents = {
                "title": str(escape(say("site-all-ideas-of", {"title": brief.title}))),
                "body": render("idea_list.html", facts),
            }
            place = f"{folder}/index.html" if first else f"{folder}/page-{page}/index.html"
            self._write(place, self._shared(LIST if first else IDEA, brief).pour(contents))
        for extra in (self.site.public / folder).glob("page-*"):
            if int(extra.name.removeprefix("page-")) > pages:
                remove_folder(extra)

    def _lists(self, cards: list[Card]) -> None:
        with speaking(self.site.settings.language):
            self._pour_lists(cards)

    def _pour_lists(self, cards: list[Card]) -> None:
        phases = {phase.value: in_phase(cards, phase) for phase in Phase}
        facts = {**phases, "zone": self.zone}
        for place, slot, template in (
            ("index.html", "challenges", "challenges.html"),
            ("challenges/index.html", "closed", "closed.html"),
        ):
            self._write(place, self._frame(place).pour({slot: render(template, facts)}))
        self._write("feeds/challenges.xml", challenges_feed(cards, self.site.settings))

    def _card(self, slug: str, counted: Counted) -> Card:
        return card(slug, self.site.record["challenges"][slug], counted)

    def _poured(self, slug: str) -> dict[str, PublishedIdea] | None:
        """The ideas that have pages; None if there never was one."""
        data = published.read(self.site.folder / f"poured/{slug}.json")
        return {idea.ref: idea for idea in data.ideas} if data else None

    def _counts(self) -> dict[str, Counted]:
        try:
            kept = json.loads((self.site.folder / "counts.json").read_bytes())
        except FileNotFoundError:
            return {}
        return {slug: Counted(**each) for slug, each in kept.items()}

    def _shared(self, place: str, brief: Brief) -> Frame:
        """The frame of idea pages or of their lists, in the language of the challenge."""
        if brief.language != self.site.settings.language:
            place = variant(place, brief.language)
        if place not in self._frames:
            self._frames[place] = self._frame(place)
        return self._frames[place]

    def _frame(self, place: str) -> Frame:
        return Frame.read(frame_path(self.site.folder, place).read_bytes())

    def _write(self, place: str, content: bytes) -> None:
        path = self.site.public / place
        self.write(path, content)
        self.written.append(path)

    def _keep(self, place: str, document: Any) -> None:
        write(self.site.folder / place, json.dumps(document, ensure_ascii=False).encode())


def _came(brief: Brief, data: PublishedData) -> int | None:
    """How many answers came; None where ideas may be waiting, of which nothing is told."""
    if brief.closes_after is None or any(each.kind is FormKind.IDEA for each in brief.forms):
        return None
    return sum(data.counts.responses.values()) + sum(data.counts.apart.values())


def _ideas_facts(brief: Brief, data: PublishedData) -> dict[str, object]:
    form = idea_form(brief)
    return {
        "shown": data.ideas[:SHOWN],
        "count": len(data.ideas),
        "form": form.name if form else "",
    }


def _results_facts(brief: Brief, data: PublishedData) -> dict[str, object]:
    return {"forms": results.asked(brief), "results": data.results, "most": ASKED}
