"""Filling pours published data into the slots of built pages. No generator runs.

It is pure: the same frames and published data give the same bytes. Only what changed is written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from collector import published
from collector.brief import Brief
from collector.garden import Garden
from collector.pages import lock
from collector.pages.challenge import shows_ideas
from collector.pages.files import packed, remove_folder, write, write_served
from collector.pages.live import Live, live
from collector.pages.render import render
from collector.pages.slots import Frame
from collector.published import PublishedData, PublishedIdea

SHOWN = 12
"""Ideas on the challenge's own page; the others are one click away."""
LISTED = 48
"""Ideas on one page of the whole list."""


def fill(garden: Garden, slug: str) -> list[Path]:
    """Pour a challenge's published data into the live pages. Returns the pages that changed.

    Nothing happens before the first build, without published data, or when the live build does
    not know the challenge.
    """
    with lock.waiting(garden.build / "fill.lock"):
        standing = live(garden)
        data = published.read(garden.published / f"{slug}.json")
        if standing is None or data is None or slug not in standing.briefs:
            return []
        return Pouring(standing).pour({slug: data})


@dataclass(frozen=True)
class Card:
    """What lists say of a challenge beside what its brief says."""

    phase: str
    ideas: int
    responses: int


class Pouring:
    """One build's pages while they are filled."""

    def __init__(self, site: Live) -> None:
        self.site = site
        self.written: list[Path] = []
        self.idea_frame = self._frame("challenges/-/ideas/-/index.html")
        self.list_frame = self._frame("challenges/-/ideas/index.html")

    def pour(self, told: Mapping[str, PublishedData]) -> list[Path]:
        """Fill the pages of these challenges, and the lists that show them."""
        cards = self._cards()
        before = dict(cards)
        for slug, data in told.items():
            self._challenge(self.site.briefs[slug], data)
            cards[slug] = Card(data.phase, data.counts.ideas, sum(data.counts.responses.values()))
        if cards != before:
            self._lists(cards)
            self._keep("cards.json", {slug: asdict(card) for slug, card in cards.items()})
        return self.written

    def _challenge(self, brief: Brief, data: PublishedData) -> None:
        folder = f"challenges/{brief.slug}"
        facts = {"brief": brief, "data": data, "zone": self.site.settings.zone}
        contents = {
            "phase": render("phase.html", facts),
            "ideas": render("ideas.html", {**facts, "ideas": data.ideas[:SHOWN]}),
            "results": render("results.html", facts),
        }
        if data.phase != "open":
            contents |= {f"form:{each.name}": render("not_open.html", facts) for each in brief.forms}
        self._write(f"{folder}/index.html", self._frame(f"{folder}/index.html").pour(contents))
        if shows_ideas(brief):
            self._ideas(brief, data)
        self._keep(f"poured/{brief.slug}.json", data.to_document())

    def _ideas(self, brief: Brief, data: PublishedData) -> None:
        folder = f"challenges/{brief.slug}/ideas"
        before = self._poured(brief.slug)
        for idea in data.ideas:
            if before.get(idea.ref) != idea:
                self._idea(brief, idea)
        for ref in set(before) - {idea.ref for idea in data.ideas}:
            remove_folder(self.site.public / folder / ref)

    def _idea(self, brief: Brief, idea: PublishedIdea) -> None:
        body = render("idea.html", {"brief": brief, "idea": idea, "zone": self.site.settings.zone})
        title = render("title.html", {"title": idea.title})
        place = f"challenges/{brief.slug}/ideas/{idea.ref}/index.html"
        self._write(place, self.idea_frame.pour({"title": title, "body": body}))

    def _lists(self, cards: Mapping[str, Card]) -> None:
        facts = {"cards": cards, "zone": self.site.settings.zone, "challenges": self.site.record["challenges"]}
        home = self._frame("index.html").pour({"challenges": render("challenges.html", facts)})
        self._write("index.html", home)

    def _poured(self, slug: str) -> dict[str, PublishedIdea]:
        data = published.read(self.site.folder / f"poured/{slug}.json")
        return {idea.ref: idea for idea in data.ideas} if data else {}

    def _cards(self) -> dict[str, Card]:
        path = self.site.folder / "cards.json"
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return {slug: Card(**card) for slug, card in kept.items()}

    def _frame(self, place: str) -> Frame:
        return Frame.read((self.site.folder / "frames" / place).read_bytes())

    def _write(self, place: str, content: bytes) -> None:
        path = self.site.public / place
        write_served(path, content)
        self.written.append(path)

    def _keep(self, place: str, document: Any) -> None:
        write(self.site.folder / place, json.dumps(document, ensure_ascii=False).encode())
