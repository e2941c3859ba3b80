"""Makes plain `mkdocs build` and `mkdocs serve` do in a garden what `ideagarden build` does.

It is thin: pages are staged as ever, MkDocs gets the configuration that the kit would have given
it, and what MkDocs made is verified and filled. Nothing but MkDocs imports this module.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from collector.brief import Brief
from collector.errors import BriefError, GardenError
from collector.garden import Garden
from collector.pages.build import draw, newest
from collector.pages.configuration import (
    PLUGIN,
    configuration,
    own_configuration,
    refuse_overlap,
    write_configuration,
)
from collector.pages.files import remove_folder, write
from collector.pages.fill import Pouring
from collector.pages.finish import finish
from collector.pages.forget import PLAIN
from collector.pages.sources import briefs_to_build
from collector.pages.stage import Staged, stage
from collector.pages.verify_seen import verify_seen
from collector.words import say


@dataclass(frozen=True)
class _Run:
    """One build of MkDocs'. `folder` stands in for a build of the kit's own."""

    garden: Garden
    briefs: dict[str, Brief]
    staged: Staged
    folder: Path


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs' own base is untyped
    """Everything the plugin needs is in the garden's own settings."""


class GardenPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # as above
    """Listed in `mkdocs.yml` as `ideagarden`; it has no options."""

    def __init__(self) -> None:
        self._run: _Run | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage the garden and go on with the kit's configuration under the owner's."""
        try:
            self._run = _lay_out(Path(config.config_file_path).parent, Path(config.site_dir))
            own = own_configuration(self._run.garden)
        except GardenError as error:
            raise PluginError(_told(error)) from error
        told = configuration(self._run.garden, own, self._run.staged, Path(config.site_dir))
        if config.site_url:  # `mkdocs serve` says its own
            told["site_url"] = config.site_url
        path = write_configuration(self._run.garden, "plain.yml", told)
        ours = load_config(str(path), strict=config.strict)
        ours.plugins[PLUGIN] = self
        return ours

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Verify what was made, and pour in what is published."""
        run, now = self._run, datetime.now(UTC)
        if run is None:
            return
        (run.folder / "public").symlink_to(config.site_dir)
        try:
            drawn = draw(run.garden, run.briefs, run.staged)
            site = finish(run.garden, run.folder, run.briefs, drawn, run.staged, now)
            Pouring(site, run.briefs, write).pour(newest(run.garden, run.briefs, now))
            verify_seen(site, run.briefs)
        except GardenError as error:
            raise PluginError(_told(error)) from error

    def on_serve(self, server: LiveReloadServer, /, **_: object) -> LiveReloadServer:
        """Watch briefs and theme too; MkDocs itself watches `site/pages/`."""
        garden = self._run.garden if self._run else None
        for folder in (garden.challenges, garden.own_theme) if garden else ():
            if folder.is_dir():
                server.watch(str(folder.resolve()))
        return server


def _lay_out(place: Path, site: Path) -> _Run:
    garden = Garden.find(place)
    refuse_overlap(garden, site)
    briefs = briefs_to_build(garden)
    staged = stage(garden, briefs)
    folder = garden.build / PLAIN
    remove_folder(folder)
    folder.mkdir(parents=True)
    return _Run(garden, briefs, staged, folder)


def _told(error: GardenError) -> str:
    findings = error.findings if isinstance(error, BriefError) else ()
    lines = [f"{each.path}:{each.line}: {each.message}" for each in findings]
    return "\n".join([say(error.reason, error.facts), *lines])
