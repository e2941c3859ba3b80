"""`check`: what is wrong with the briefs, where, and what to write instead."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from collector import brief, pages
from collector.analysis import planned
from collector.brief import Brief, Form, Reading, Trial
from collector.cli.place import in_garden, opened, show
from collector.cli.walks import Walks, plain, tell_walk, walk_all
from collector.draw import plan
from collector.errors import Finding, Severity
from collector.form import outline
from collector.garden import Garden
from collector.store import reads
from collector.words import say


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON, for editors.")
@click.option("--fix", is_flag=True, help="Write made ids and codes into the briefs.")
@click.option(
    "--against-store", "strict", is_flag=True, help="Ids and codes that hold answers must stay."
)
@click.option("--paths", is_flag=True, help="Walk every path of each form, with made-up answers.")
@in_garden
def check(garden: Garden, as_json: bool, fix: bool, strict: bool, paths: bool) -> int:
    """Read every brief and say what is wrong."""
    if fix:
        _fix(garden)
    readings = pages.check(garden, _answered(garden), strict=strict)
    walks = walk_all(readings) if paths else None
    findings = [finding for each in readings for finding in each.findings]
    told = pages.check_models(garden)
    findings += told.findings
    if as_json:
        _tell_json(findings, walks)
    else:
        _tell(garden, readings, findings, walks or [])
        _tell_models(len(told.models.all))
    faulty = any(each.severity is Severity.ERROR for each in findings)
    return int(faulty or not all(walked.sound for _, walked in walks or ()))


def _tell_json(findings: list[Finding], walks: Walks | None) -> None:
    """A list of findings; with paths an object of both."""
    found: object = [_plain(each) for each in findings]
    if walks is not None:
        found = {"findings": found, "paths": [plain(*each) for each in walks]}
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))


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


def _tell(garden: Garden, readings: list[Reading], findings: list[Finding], walks: Walks) -> None:
    if not readings and not findings:
        click.echo(say("no-briefs", {"path": garden.challenges}))
        return
    for each in findings:
        show(each)
    for challenge in filter(None, (each.brief for each in readings)):
        for form in challenge.forms:
            for told in outline(challenge, form):
                click.echo(told)
            if form.trial:
                click.echo(_plan(challenge, form, form.trial))
    for slug, walked in walks:
        tell_walk(slug, walked)
    errors = sum(each.severity is Severity.ERROR for each in findings)
    facts = {"briefs": len(readings), "errors": errors, "warnings": len(findings) - errors}
    click.echo(say("check-briefs", facts))


def _plan(challenge: Brief, form: Form, trial: Trial) -> str:
    """How many answers a split poll takes, before the first one comes."""
    facts = {"slug": challenge.slug, "form": form.name, "count": len(trial.variants)}
    told = plan(trial, planned(trial))
    return say("check-trial", {**facts, "codes": ", ".join(trial.codes), "plan": told})


def _tell_models(count: int) -> None:
    if count:
        click.echo(say("check-models", {"count": count}))


def _answered(garden: Garden) -> Mapping[str, pages.KeptDefinitions]:
    if isinstance(garden.place, Path) and not garden.place.exists():
        return {}
    with opened(garden) as store:
        return reads.definitions_answered(store)


def _fix(garden: Garden) -> None:
    for path in sorted(garden.challenges.glob("[!_]*.md")):
        if "." in path.stem:
            continue  # a translation has the codes of its brief
        try:
            before = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue  # a finding of the check
        after = brief.fix(before, garden.settings)
        if after != before:
            brief.rewrite(path, after)
            click.echo(say("check-fixed", {"path": path}))
