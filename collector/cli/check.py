"""`check`: what is wrong with the briefs, where, and what to write instead."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from collector import brief, pages
from collector.brief import Reading
from collector.cli.place import in_garden, opened, show
from collector.errors import Finding, Severity
from collector.garden import Garden
from collector.store import reads
from collector.words import in_days, say


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON, for editors.")
@click.option("--fix", is_flag=True, help="Write made ids and codes into the briefs.")
@click.option(
    "--against-store", "strict", is_flag=True, help="Ids and codes that hold answers must stay."
)
@in_garden
def check(garden: Garden, as_json: bool, fix: bool, strict: bool) -> int:
    """Read every brief and say what is wrong."""
    if fix:
        _fix(garden)
    readings = pages.check(garden, _answered(garden), strict=strict)
    findings = [finding for each in readings for finding in each.findings]
    if as_json:
        click.echo(json.dumps([_plain(each) for each in findings], ensure_ascii=False, indent=2))
    else:
        for each in findings:
            show(each)
        _tell(garden, readings, findings)
    return int(any(each.severity is Severity.ERROR for each in findings))


def _plain(finding: Finding) -> dict[str, object]:
    return {
        "path": str(finding.path),
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.value,
        "reason": finding.reason,
        "message": finding.message,
        "fix": finding.fix,
    }


def _tell(garden: Garden, readings: list[Reading], findings: list[Finding]) -> None:
    if not readings:
        click.echo(say("no-briefs", {"path": garden.challenges}))
        return
    errors = sum(each.severity is Severity.ERROR for each in findings)
    for each in readings:
        if each.brief:
            _tell_audience(each.brief)
    click.echo(f"{len(readings)} briefs: {errors} errors, {len(findings) - errors} warnings.")


def _tell_audience(challenge: brief.Brief) -> None:
    for form in challenge.forms:
        public = [each.id for each in form.questions if form.shown(each)]
        click.echo(
            f"{challenge.slug}, {form.name}: shown publicly: {', '.join(public) or 'nothing'}"
        )
        _tell_personal(challenge, form)


def _tell_personal(challenge: brief.Brief, form: brief.Form) -> None:
    personal = [each.id for each in form.questions if each.identifies]
    if personal and challenge.retention:
        since = "its end" if challenge.closes else "they came"
        facts = f"erased {in_days(challenge.retention.days)} after {since}"
        click.echo(f"{challenge.slug}, {form.name}: {facts}: {', '.join(personal)}")


def _answered(garden: Garden) -> Mapping[str, pages.KeptDefinitions]:
    if isinstance(garden.place, Path) and not garden.place.exists():
        return {}
    with opened(garden) as store:
        return reads.definitions_answered(store)


def _fix(garden: Garden) -> None:
    for path in sorted(garden.challenges.glob("[!_]*.md")):
        try:
            before = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue  # a finding of the check
        after = brief.fix(before, garden.settings)
        if after != before:
            brief.rewrite(path, after)
            click.echo(f"{path}: ids and codes written out.")
