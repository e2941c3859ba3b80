"""What a notice needs beside itself to be told: the garden, what is kept, and what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from collector import moderation
from collector.brief import HIDDEN, Brief, address_of
from collector.entries import Entry, Idea, State
from collector.garden import Garden
from collector.store import Store, reads


@dataclass(frozen=True)
class Around:
    """`briefs` are those of the live build, by slug."""

    garden: Garden
    store: Store
    secret: bytes
    briefs: Mapping[str, Brief]
    now: datetime

    def address(self, path: str) -> str:
        """A page of the site from outside."""
        settings = self.garden.settings
        return (settings.site.url or settings.home).rstrip("/") + path

    def page(self, slug: str, below: str = "") -> str:
        """A challenge's page from outside, or one `below` it."""
        brief = self.briefs.get(slug)
        path = address_of(brief, below) if brief else f"/challenges/{slug}/{below}"
        return self.own(path) if path.startswith(HIDDEN) else self.address(path)

    def own(self, path: str) -> str:
        """A page of collector or desk from outside."""
        return self.garden.settings.home + path

    def is_shown(self, entry: Entry) -> bool:
        """Whether everybody may see the entry now, at its own place or at what it stands at."""
        brief = self.briefs.get(entry.challenge)
        return brief is not None and moderation.visible(entry, brief, self.now)

    def stands_at(self, idea: Idea) -> Idea | None:
        """Where everybody may read the idea now: itself, or what it was merged into."""
        stands = reads.standing(self.store, idea)
        shown = idea.state is State.APPROVED and self.is_shown(stands)
        return stands if shown else None

    def title(self, slug: str) -> str:
        """What a challenge is called."""
        brief = self.briefs.get(slug)
        return brief.title if brief else slug
