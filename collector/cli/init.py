"""`init`: a new garden, of at most five files."""

from pathlib import Path

import click

from collector import brief
from collector.errors import SettingsError
from collector.words import say

SETTINGS = """\
# The garden's settings; docs/settings.md in the kit's documentation lists them all.
name = "{name}"
timezone = "{zone}"
# How people reach you; said on the privacy page.
contact = ""

[site]
# The address people will type, as https://ideas.example.org
url = ""
"""

GENERATOR = """\
# Read by the site's generator; the kit's own theme and defaults lie under it.
site_name: {name}
docs_dir: site/pages
site_dir: build/site
theme:
  name: material
plugins:
  - ideagarden
"""

ABOUT = """\
# About us

Say in a few sentences who you are and why you ask.
"""

IGNORED = """\
/build/
/var/
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="Idea Garden", help="Your public name, as people know you.")
@click.option("--timezone", "zone", default="UTC", help="Your time zone, as Europe/Berlin.")
def init(folder: Path, name: str, zone: str) -> None:
    """Make a new garden in FOLDER."""
    if (folder / "ideagarden.toml").exists():
        raise SettingsError("already-a-garden", path=folder)
    title = name.replace("\\", "").replace('"', "'")
    files = {
        "ideagarden.toml": SETTINGS.format(name=title, zone=zone),
        "mkdocs.yml": GENERATOR.format(name=f'"{title}"'),
        ".gitignore": IGNORED,
        "site/pages/about.md": ABOUT,
        "challenges/suggestion-box.md": brief.templates()["suggestion-box"].read_text("utf-8"),
    }
    for place, text in files.items():
        path = folder / place
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    click.echo(say("told-garden", {"path": folder}))
    click.echo(f"  ideagarden --garden {folder} serve --watch")
