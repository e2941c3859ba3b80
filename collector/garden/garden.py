"""The garden's folder and every path in it; derived here and nowhere else.

ideagarden.toml   settings, read once, frozen
mkdocs.yml        ten lines for the site's generator
challenges/       briefs
site/             pages/ and theme/, laid over the kit's
build/            made: staged pages, built sites (git-ignored)
var/              kept: garden.db, limits.db, files/, published/, counted/, secret key (git-ignored)
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from collector.errors import SettingsError
from collector.garden.checks import POSTGRES
from collector.garden.settings import Settings

FILE = "ideagarden.toml"


@dataclass(frozen=True)
class Garden:
    """One installation. Paths are derived here and nowhere else."""

    root: Path
    settings: Settings

    @classmethod
    def find(cls, folder: Path) -> Self:
        """The garden in `folder` or above it. Raises SettingsError if there is none."""
        start = folder.resolve()
        for each in (start, *start.parents):
            if (each / FILE).is_file():
                return cls(each, Settings.read(each / FILE))
        raise SettingsError("no-garden", path=start)

    @property
    def file(self) -> Path:
        """Where the settings stand."""
        return self.root / FILE

    @property
    def challenges(self) -> Path:
        return self.root / "challenges"

    @property
    def own_pages(self) -> Path:
        return self.root / "site" / "pages"

    @property
    def own_theme(self) -> Path:
        return self.root / "site" / "theme"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def staged(self) -> Path:
        return self.build / "pages"

    @property
    def live(self) -> Path:
        """A link to the finished build that is served."""
        return self.build / "live"

    @property
    def var(self) -> Path:
        return self.root / "var"

    @property
    def published(self) -> Path:
        return self.var / "published"

    @property
    def files(self) -> Path:
        """What visitors handed in; no part of the site."""
        return self.root / (self.settings.files.folder or "var/files")

    @property
    def counted(self) -> Path:
        """The results that the collector tells, as they were counted last."""
        return self.var / "counted"

    @property
    def place(self) -> Path | str:
        """Where entries are kept: a file, or the address of a database."""
        return self.settings.store.url or self.database

    @property
    def shared(self) -> bool:
        """Whether collectors in other folders may keep their entries in the same place."""
        return self.settings.store.url.startswith(POSTGRES)

    @property
    def database(self) -> Path:
        return self.var / "garden.db"

    @property
    def backups(self) -> Path:
        return self.root / (self.settings.backup.folder or "var/backups")

    @property
    def limits_database(self) -> Path:
        return self.var / "limits.db"

    @property
    def secret(self) -> Path:
        return self.var / "secret.key"
