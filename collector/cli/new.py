"""`new`: a brief from a template."""

import click

from collector import brief
from collector.cli.place import in_garden
from collector.errors import GardenError
from collector.garden import Garden
from collector.words import say


@click.command()
@click.argument("slug")
@click.option(
    "--template",
    type=click.Choice(sorted(brief.templates())),
    default="suggestion-box",
    show_default=True,
)
@in_garden
def new(garden: Garden, slug: str, template: str) -> None:
    """Begin the challenge SLUG from a template."""
    if not brief.is_slug(slug):
        raise GardenError("bad-slug", slug=slug)
    path = garden.challenges / f"{slug}.md"
    if path.exists():
        raise GardenError("brief-exists", path=path)
    garden.challenges.mkdir(exist_ok=True)
    brief.rewrite(path, brief.from_template(template))
    click.echo(say("told-new", {"path": path}))
