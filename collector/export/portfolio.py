"""The portfolio as it is kept: the ideas that stand, as lines and as tables to take home."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from collector.analysis.portfolio import UNTOLD, By, Holding, Line, portfolio
from collector.brief import Brief
from collector.draw import label_of
from collector.entries import Benefit, Idea, State, Sum
from collector.export.column import Kind
from collector.export.plain_table import Row, Table
from collector.models import Canvas, Models
from collector.moderation import merged_sets
from collector.published import tag_name
from collector.store import Store, benefits, reads
from collector.words import say

IDEAS = {
    "challenge": Kind.TEXT,
    "ref": Kind.TEXT,
    "title": Kind.TEXT,
    "received": Kind.DATE,
    "progress": Kind.CHOICE,
    "progressed": Kind.DATE,
    "kind": Kind.CHOICE,
    "goal": Kind.NUMBER,
    "tags": Kind.CHOICES,
    "blocks": Kind.CHOICES,
    "value": Kind.NUMBER,
    "value_unit": Kind.CHOICE,
    "cost": Kind.NUMBER,
    "cost_unit": Kind.CHOICE,
    "learnt": Kind.TEXT,
    "shown": Kind.CHOICES,
}

NUMBERS = {
    "by": Kind.CHOICE,
    "code": Kind.CHOICE,
    "label": Kind.TEXT,
    "measure": Kind.CHOICE,
    "unit": Kind.CHOICE,
    "value": Kind.NUMBER,
    "definition": Kind.TEXT,
}


def holdings(store: Store, briefs: Iterable[Brief], models: Models, now: datetime) -> list[Holding]:
    """The ideas that stand in these challenges; days are told in the zone of `now`."""
    return [each for brief in briefs for each in _of(store, brief, models, now)]


def _of(store: Store, brief: Brief, models: Models, now: datetime) -> Iterator[Holding]:
    ideas = {each.ref: each for each in reads.ideas(store, brief.slug, State.APPROVED)}
    told = benefits.of(store, brief.slug)
    canvases = [each for each in models.newest if _is_for(each, brief.slug)]
    naming = {block.code for each in canvases for block in each.blocks}
    naming |= {tag_name(each.name) for each in models.experiments}
    naming |= {tag_name(each.name) for each in models.stories}
    for ref in merged_sets({ref: each.merged for ref, each in ideas.items()}):
        idea = ideas[ref]
        yield Holding(
            challenge=brief.slug,
            ref=ref,
            title=str(idea.answers.get("title", "")) or ref,
            received=idea.received.astimezone(now.tzinfo).date(),
            progress=idea.progress,
            progressed=idea.progressed and idea.progressed.astimezone(now.tzinfo).date(),
            tags=idea.tags,
            themes=tuple(each for each in idea.tags if tag_name(each) not in naming),
            blocks=tuple(_blocks(idea, canvases)),
            benefit=told.get(ref),
        )


def _is_for(canvas: Canvas, slug: str) -> bool:
    return not canvas.challenges or slug in canvas.challenges


def _blocks(idea: Idea, canvases: Sequence[Canvas]) -> Iterator[str]:
    tags = {tag_name(each) for each in idea.tags}
    for canvas in canvases:
        yield from (f"{canvas.name}/{each.code}" for each in canvas.blocks if each.code in tags)


def labels(by: By, models: Models) -> Mapping[str, str]:
    """What blocks are called; other codes name themselves, or have a sentence of their own."""
    if by is not By.BLOCK:
        return {}
    return {
        f"{canvas.name}/{block.code}": f"{canvas.title}: {label_of(block)}"
        for canvas in models.newest
        for block in canvas.blocks
    }


def label(by: By, code: str, known: Mapping[str, str]) -> str:
    """What a code is called, in words."""
    if code == UNTOLD:
        return say(f"portfolio-{by}-none")
    if by is By.KIND:
        return say(f"benefit-kind-{code}")
    if by is By.STAGE:
        return say(f"site-progress-{code}")
    if by is By.GOAL:
        return f"{code} · {say(f'benefit-goal-{code}')}"
    return known.get(code, code)


def ideas_table(held: Iterable[Holding]) -> Table:
    """A row for each idea."""
    return Table(say("portfolio-sheet-ideas"), IDEAS, [_row(each) for each in held])


def _row(held: Holding) -> Row:
    about = held.benefit or Benefit.blank(held.ref, held.challenge)
    return [
        held.challenge,
        held.ref,
        held.title,
        held.received,
        held.progress,
        held.progressed,
        about.kind,
        about.goal or None,
        held.tags,
        held.blocks,
        *_pair(about.worth),
        *_pair(about.spent),
        about.learnt or None,
        about.shown,
    ]


def _pair(told: Sum | None) -> tuple[Decimal | None, str | None]:
    return (told.number, told.unit) if told else (None, None)


def numbers_table(held: Sequence[Holding], models: Models) -> Table:
    """A row for each number of the portfolio, the whole of it first, with what it is."""
    rows = [*_lines("", "", Line.of("", held))]
    for by in By:
        known = labels(by, models)
        for line in portfolio(held, by):
            rows += _lines(by.value, label(by, line.code, known), line)
    return Table(say("portfolio-sheet-numbers"), NUMBERS, rows)


def _lines(by: str, called: str, line: Line) -> Iterator[Row]:
    for name in ("ideas", "done"):
        yield _number(by, line.code, called, name, None, getattr(line, name))
    for name in ("value", "cost"):
        for each in getattr(line, name):
            yield _number(by, line.code, called, name, each.unit, each.number)


def _number(
    by: str, code: str, called: str, measure: str, unit: str | None, value: int | Decimal
) -> Row:
    return [
        by or None,
        code or None,
        called or None,
        measure,
        unit,
        value,
        say(f"portfolio-{measure}-is"),
    ]
