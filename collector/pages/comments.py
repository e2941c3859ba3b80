"""What stands below an idea: its comments, and the form to write another.

The form is drawn once for all ideas of a challenge; only the address that it is sent to differs.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from collector import form as forms
from collector.brief import COMMENT, Act, Brief, Standing
from collector.entries.reference import LENGTH
from collector.garden import Settings
from collector.pages.challenge import HEADING
from collector.pages.live import Live

NOBODY = "0" * LENGTH
"""A ref that no idea can have."""


@dataclass(frozen=True)
class Comments:
    """A challenge's comments as its ideas' pages show them at `now`."""

    brief: Brief
    site: Live
    now: datetime

    @property
    def on(self) -> bool:
        """Whether ideas can be commented on, at one time or another."""
        return self.brief.comments

    @cached_property
    def standing(self) -> Standing:
        return self.brief.standing(Act.COMMENT, self.now)

    @property
    def zone(self) -> object:
        return self.site.settings.zone

    def form(self, ref: str) -> str:
        """The form that is sent to this idea."""
        return self._drawn.replace(NOBODY, ref)

    def address(self, ref: str, kind: str) -> str:
        """Where the form of this kind is sent to, and stands alone."""
        return f"{self._settings.collect}/-/ideas/{ref}/{kind}"

    @property
    def _settings(self) -> Settings:
        return self.site.settings

    @cached_property
    def _drawn(self) -> str:
        asked = self.brief.form(COMMENT)
        if asked is None:
            return ""
        return forms.draw(
            asked,
            forms.Context(
                challenge=self.brief.slug,
                action=self.address(NOBODY, asked.kind),
                terms=self._terms,
                access=self.brief.access_of(asked.act),
                confirm=f"{self._settings.collect}/-/email/{self.brief.slug}",
                prefix="comment",
            ),
        )

    @property
    def _terms(self) -> forms.Terms | None:
        """The page that is accepted, as it was when the site was built."""
        name = self.brief.terms or self._settings.terms
        if not name:
            return None
        heading = HEADING.search((self.site.folder / "terms" / f"{name}.md").read_text("utf-8"))
        title = heading["title"] if heading else name
        return forms.Terms(name, title, f"../../../../terms/{name}/")
