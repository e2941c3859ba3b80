"""`new`: a brief, or a page of another kind (a canvas, a report, a story …), from a template."""

import re
from pathlib import Path

import click

from collector import brief, models
from collector.cli.place import in_garden
from collector.errors import GardenError
from collector.garden import Garden
from collector.words import say

REPORT = "report"
"""The template that is begun for a quarter, and not by just any name."""


@click.command()
@click.argument("slug")
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _option, asked: _list(context) if asked else None,
    help="Say what each template is for.",
)
@click.option(
    "--template",
    type=click.Choice(sorted([*brief.templates(), *models.templates()])),
    default="suggestion-box",
    show_default=True,
)
@click.option(
    "--jury",
    type=click.Choice(sorted(brief.SCORECARDS)),
    help="Put this scorecard into the challenge.",
)
@in_garden
def new(garden: Garden, slug: str, template: str, jury: str | None) -> None:
    """Begin SLUG from a template: a challenge, or a canvas, an experiment, a programme, a report
    on a quarter (2026-Q4), a story."""
    if template == REPORT:
        slug = _quarter(slug)
    elif not brief.is_slug(slug):
        raise GardenError("bad-slug", slug=slug)
    path, text = _begun(garden, slug, template)
    if path.exists():
        raise GardenError("brief-exists", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    brief.rewrite(path, _judged(text, jury) if jury else text)
    click.echo(say("told-new", {"path": path}))


def _begun(garden: Garden, slug: str, template: str) -> tuple[Path, str]:
    """Where the new file goes, and what stands in it."""
    model = models.templates().get(template)
    if model is None:
        return garden.challenges / f"{slug}.md", brief.from_template(template)
    text = model.read_text("utf-8")
    if template == REPORT:
        text = brief.set_setting(text, "quarter", slug)
    return garden.own_pages / model.parent.name / f"{slug}.md", text


def _quarter(text: str) -> str:
    """The quarter as files are called by it. Raises GardenError."""
    try:
        return str(brief.Quarter.read(text))
    except brief.NotAQuarter:
        raise GardenError("not-a-quarter", text=text) from None


def _judged(text: str, jury: str) -> str:
    """With the scorecard below the first form. Raises GardenError where no form takes ideas."""
    ideas = re.search(r"^## .*\{[^}]*\.idea\b", text, re.M)
    if ideas is None:
        raise GardenError("new-jury-ideas")
    line = text.count("\n", 0, ideas.start()) + 1
    return brief.insert(text, f"scorecard:{jury}", form=line)[0]


def _list(context: click.Context) -> None:
    """All templates, a line each, without a garden."""
    told = {name: brief.described(name)[1] for name in brief.templates()}
    told |= {name: f"site/pages/{path.parent.name}/" for name, path in models.templates().items()}
    for name, words in told.items():
        click.echo(f"{name:26}{words}")
    context.exit()
