"""A portfolio as bars: how many ideas there are of each kind, with what they brought as a table.

Incremental
██████████████░░░░░░░░░░   7 · 58 %
"""

from collections.abc import Callable, Mapping, Sequence

from collector.analysis.portfolio import Line
from collector.draw.bars import Bar, bar, draw_bars
from collector.draw.numbers import amount, percent
from collector.draw.section import Asked, Section, render
from collector.entries import Progress, Sum
from collector.words import say

Called = Callable[[str], str]
"""What a code is called."""


def portfolio(
    lines: Sequence[Line], n: int, asked: Asked, called: Called, *, several: bool = False
) -> str:
    """HTML of the lines of `n` ideas; `several` says that one may be in more than one line."""
    drawn, y = list[Bar](), 0.0
    for line in lines:
        value = f"{line.ideas} · {percent(_share(line, n))}"
        drawn.append(bar(called(line.code), value, y, _share(line, n)))
        y += drawn[-1].height
    section = Section(
        base=say("portfolio-base", {"n": n}),
        description=" ".join(_told(line, n, called) for line in lines),
        notes=[say("portfolio-several")] if several else [],
        heads=[asked.label, *(say(f"portfolio-{name}") for name in HEADS)],
        rows=[_cells(line, n, called) for line in lines],
    )
    return draw_bars(asked, section, drawn, y)


HEADS = ("ideas", "share", "done", "value", "cost")


def crossing(counts: Mapping[str, Mapping[Progress, int]], asked: Asked, called: Called) -> str:
    """HTML of a table: how many ideas of each kind stand at each step."""
    return render(
        "groups",
        id=asked.own_id,
        label=asked.label,
        base=say("portfolio-crossed"),
        heads=[say("portfolio-kind"), *(say(f"site-progress-{step}") for step in Progress)],
        rows=[[called(code), *map(str, steps.values())] for code, steps in counts.items()],
        notes=[],
    )


def amounts(told: Sequence[Sum]) -> list[str]:
    """The sum of each unit, a dash where there is none."""
    return [amount(each) for each in told] or ["\N{EN DASH}"]


def _told(line: Line, n: int, called: Called) -> str:
    facts = {"label": called(line.code), "count": line.ideas, "share": percent(_share(line, n))}
    return say("portfolio-told", facts)


def _cells(line: Line, n: int, called: Called) -> list[str]:
    share = percent(_share(line, n))
    sums = ["; ".join(amounts(line.value)), "; ".join(amounts(line.cost))]
    return [called(line.code), str(line.ideas), share, str(line.done), *sums]


def _share(line: Line, n: int) -> float:
    return line.ideas / n if n else 0.0
