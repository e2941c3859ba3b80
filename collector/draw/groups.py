"""Answers by group, as a table: how many of each group gave each answer, and whether it matters."""

from collections.abc import Sequence

from collector.analysis import LEAST, Connection, Method, Of, Shown, TooFew
from collector.draw.numbers import LEAST_P, number, percent
from collector.draw.section import Asked, base, render
from collector.words import say

CHANCE = 0.05
"""What comes about in fewer surveys than this is taken for a difference."""

METHODS = {
    Method.CHI_SQUARE: "groups-chi-square",
    Method.FISHER: "groups-fisher",
    Method.FISHER_DRAWN: "groups-fisher-drawn",
}


def groups(
    shown: Shown,
    names: Sequence[str],
    answers: Sequence[str],
    found: Connection | TooFew,
    asked: Asked,
) -> str:
    """HTML of a table by group, with what `connection` found in the whole one.

    `names` are the groups', one a row, `answers` the answers', one a column.
    """
    lines = [*zip(names, shown.cells, shown.rows, strict=True)]
    lines.append((say("groups-all"), shown.columns, shown.total))
    return render(
        "groups",
        id=asked.own_id,
        label=asked.label,
        base=base(shown.total or 0),
        heads=[say("groups-group"), say("groups-answers"), *answers],
        rows=[[name, _count(n), *(_cell(cell, n) for cell in cells)] for name, cells, n in lines],
        notes=_notes(shown, found),
    )


def _count(count: int | None) -> str:
    return say("groups-hidden") if count is None else str(count)


def _cell(count: int | None, n: int | None) -> str:
    """The count with its share of the group, where both may be told."""
    if count is None or not n:
        return _count(count)
    return say("groups-cell", {"count": count, "share": percent(count / n)})


def _notes(shown: Shown, found: Connection | TooFew) -> list[str]:
    hidden = None in (*shown.rows, *(cell for row in shown.cells for cell in row))
    if isinstance(found, TooFew):
        notes = [_refused(found)]
    elif hidden:
        notes = [say("groups-more-than-chance" if found.adjusted < CHANCE else "groups-chance")]
    else:
        notes = _told(found)
    return [*notes, say("groups-why-hidden", {"least": LEAST})] if hidden else notes


def _refused(few: TooFew) -> str:
    reason = "groups-too-few-group" if few.of is Of.GROUP else "groups-too-few"
    return say(reason, {"n": few.n, "needed": few.needed})


def _told(found: Connection) -> list[str]:
    """In numbers: only where no cell is hidden, since they are of the whole table."""
    reason = "groups-differ" if found.adjusted < CHANCE else "groups-alike"
    how = "groups-how" if found.adjusted == found.p else "groups-how-many"
    facts = {
        "method": say(METHODS[found.method]),
        "p": _p(found.p),
        "adjusted": _p(found.adjusted),
        "effect": number(found.effect, 2),
    }
    return [say(reason, {"chance": _chance(found.adjusted)}), say(how, facts)]


def _p(p: float) -> str:
    return say("groups-below") if p < LEAST_P else number(p, 3)


def _chance(p: float) -> str:
    return say("groups-rarely") if p < 0.005 else percent(p)
