"""What `check --paths` tells: how many ways lead through each form, and that no column shifts."""

from collections.abc import Iterable

import click

from collector.brief import Reading
from collector.cli.place import now
from collector.export import Walk, walk
from collector.words import say

Walks = list[tuple[str, Walk]]
"""With the challenge's slug."""


def walk_all(readings: Iterable[Reading]) -> Walks:
    """Every form of every brief without errors, walked."""
    briefs = (each.brief for each in readings if each.brief)
    when = now()
    return [(brief.slug, walk(brief, form, when)) for brief in briefs for form in brief.forms]


def tell_walk(slug: str, walked: Walk) -> None:
    """What came of one walk, a line each."""
    facts = {"slug": slug, "form": walked.form}
    _tell("check-paths", facts, paths=walked.paths, met=len(walked.met))
    if walked.more:
        _tell("check-paths-more", facts)
    if walked.never:
        _tell("check-paths-never", facts, questions=", ".join(walked.never))
    if walked.refused:
        _tell("check-paths-refused", facts, columns=", ".join(walked.refused))
    if walked.shifted:
        _tell("check-paths-shifted", facts, columns=", ".join(walked.shifted))
    else:
        _tell("check-paths-sound", facts)


def plain(slug: str, walked: Walk) -> dict[str, object]:
    """The same for programs."""
    return {
        "challenge": slug,
        "form": walked.form,
        "paths": walked.paths,
        "more": walked.more,
        "met": walked.met,
        "never": walked.never,
        "refused": walked.refused,
        "shifted": walked.shifted,
    }


def _tell(reason: str, facts: dict[str, str], **more: object) -> None:
    click.echo(say(reason, {**facts, **more}))
