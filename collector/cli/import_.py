"""`import`: slips that were filled in on paper, or what was measured, typed into a table."""

import csv
import hashlib
from collections.abc import Mapping
from pathlib import Path

import click

from collector import pages
from collector.acts import typed, visit
from collector.acts.typed import SOURCES, Batch, Brought
from collector.brief import Brief, Form, FormKind
from collector.cli.challenge import brief_of
from collector.cli.measurements import measurements
from collector.cli.place import in_garden, now, opened
from collector.errors import Unknown
from collector.form.typed import Fault, Slips, headings, meant, read_slips, template
from collector.garden import Garden
from collector.store import secret
from collector.words import say


@click.group("import", hidden=True)
def import_() -> None:
    """Take in answers that were given on paper, ideas, or what was measured."""


@import_.command("template")
@click.argument("slug")
@click.option("--form", "name", default="", help="The form, if there are several.")
@click.option("--to", "path", type=click.Path(path_type=Path, dir_okay=False), help="The file.")
@click.option("--separator", default=",", show_default=True, help="Between columns.")
@in_garden
def template_(garden: Garden, slug: str, name: str, path: Path | None, separator: str) -> None:
    """Write the table that slips of SLUG are typed into."""
    brief, form = _asked(garden, slug, name)
    target = path or Path(f"{slug}-{form.name}.csv")
    tab = separator.replace("\\t", "\t")
    with target.open("x", encoding="utf-8-sig", newline="") as file:
        file.write(template(form, terms=bool(brief.terms), separator=tab))
    facts = {"slug": slug, "form": form.name, "path": target}
    click.echo(say("typed-template", facts))


@import_.command("answers")
@click.argument("slug")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--by", required=True, help="Who typed the slips.")
@click.option("--source", type=click.Choice(SOURCES), default="paper", show_default=True)
@click.option("--form", "name", default="", help="The form, if there are several.")
@click.option("--language", default="", help="That of the slips (default: the brief's).")
@click.option(
    "--skip-bad",
    "report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the good rows, and write those with faults to this file.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be kept.")
@in_garden
def answers(  # noqa: PLR0913  # an argument for each of its options
    garden: Garden,
    slug: str,
    file: Path,
    *,
    by: str,
    source: str,
    name: str,
    language: str,
    report: Path | None,
    dry_run: bool,
) -> int:
    """Keep the slips of FILE as answers to SLUG: all of them, or none."""
    brief, form = _asked(garden, slug, name, language)
    accepted = _terms(garden, brief)
    slips = _read(garden, form, file, {}, terms=accepted is not None)
    batch = Batch(
        brief=brief, form=form, slips=slips.good, source=source, by=by.strip(), terms=accepted
    )
    return _take_in(garden, slips, batch, report, dry_run=dry_run)


@import_.command("ideas")
@click.argument("slug")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--by", required=True, help="Who brings them in.")
@click.option("--source", type=click.Choice(SOURCES), default="workshop", show_default=True)
@click.option("--language", default="", help="That of the ideas (default: the brief's).")
@click.option("--dry-run", is_flag=True, help="Only say what would be kept.")
@in_garden
def ideas(  # an argument for each of its options
    garden: Garden, slug: str, file: Path, *, by: str, source: str, language: str, dry_run: bool
) -> int:
    """Keep the ideas of FILE, a table of your own: all of them, or none.

    A heading is understood by the name of a column or the words of a question; others are left out.
    """
    brief, form = _asked(garden, slug, "", language, FormKind.IDEA)
    accepted, content = _terms(garden, brief), file.read_bytes()
    found = headings(content, form)
    named = {} if isinstance(found, Fault) else meant(form, found, terms=accepted is not None)
    slips = _read(garden, form, file, named, terms=accepted is not None)
    batch = Batch(
        brief=brief, form=form, slips=slips.good, source=source, by=by.strip(), terms=accepted
    )
    for head in [head for head, column in named.items() if not column]:
        click.echo(say("typed-left-out", {"head": head}))
    return _take_in(garden, slips, batch, None, dry_run=dry_run)


import_.add_command(measurements)


def _read(
    garden: Garden, form: Form, file: Path, named: Mapping[str, str], *, terms: bool
) -> Slips:
    today = now().astimezone(garden.settings.zone).date()
    return read_slips(file.read_bytes(), form, today=today, terms=terms, named=named)


def _take_in(
    garden: Garden, slips: Slips, batch: Batch, report: Path | None, *, dry_run: bool
) -> int:
    """Keep them unless there are faults, which are told; the exit code."""
    for fault in slips.faults:
        click.echo(str(fault), err=True)
        if fault.fix:
            click.echo(say("typed-fix", {"fix": fault.fix}), err=True)
    if slips.faults and (report is None or not slips.heads):
        facts = {"bad": len(slips.bad), "good": len(slips.good)}
        click.echo(say("typed-refused" if slips.heads else "typed-unread", facts), err=True)
        return 1
    _tell(slips, batch, _brought(garden, batch, dry_run=dry_run), dry_run=dry_run)
    if report and slips.bad:
        _set_aside(slips, report)
    return 0


def _brought(garden: Garden, batch: Batch, *, dry_run: bool) -> Brought:
    with opened(garden) as store:
        if dry_run:
            return typed.foreseen(store, batch, secret(garden))
        return typed.bring_in(store, batch, secret(garden), now())


def _tell(slips: Slips, batch: Batch, brought: Brought, *, dry_run: bool) -> None:
    facts = {"slug": batch.brief.slug, "form": batch.form.name, "count": brought.kept}
    click.echo(say("typed-would" if dry_run else "typed-kept", facts))
    if brought.before:
        click.echo(say("typed-before", {"count": brought.before}))
    dropped = sum(slip.dropped for slip in slips.good)
    if dropped:
        click.echo(say("typed-dropped", {"count": dropped}))


def _set_aside(slips: Slips, path: Path) -> None:
    """The rows with faults as a table of the same kind, each with what is wrong with it."""
    told: dict[int, list[str]] = {}
    for fault in slips.faults:
        told.setdefault(fault.row, []).append(str(fault))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=slips.separator)
        rows.writerow([*slips.heads, "_fault"])
        for row in slips.bad:
            cells = [*row.cells, *[""] * (len(slips.heads) - len(row.cells))]
            rows.writerow([*cells[: len(slips.heads)], " ".join(told.get(row.number, ()))])
    click.echo(say("typed-skipped", {"count": len(slips.bad), "path": path}))


def _asked(
    garden: Garden, slug: str, name: str, language: str = "", kind: FormKind | None = None
) -> tuple[Brief, Form]:
    """The challenge and its form, of that kind if one is named, in the words of that language."""
    brief = brief_of(garden, slug)
    spoken = brief.spoken(language or brief.language)
    named = [form for form in spoken.forms if name in ("", form.name) and kind in (None, form.kind)]
    if len(named) == 1:
        return spoken, named[0]
    forms = ", ".join(form.name for form in spoken.forms)
    reason = "typed-which-form" if named else "paper-no-form"
    raise Unknown(reason, slug=slug, form=name, forms=forms)


def _terms(garden: Garden, brief: Brief) -> visit.Accepted | None:
    """The terms that each slip must accept, as they are worded now."""
    if not brief.terms:
        return None
    text = pages.terms_text(garden, brief.terms)
    return visit.Accepted(hashlib.sha256(text.encode()).hexdigest(), text)
