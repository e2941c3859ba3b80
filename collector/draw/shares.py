"""Two shares as bars with their intervals, and in words how far they differ."""

from collector.analysis import difference, row
from collector.draw.bars import cells, draw_bars, heads, place_bars, told
from collector.draw.groups import CHANCE
from collector.draw.numbers import chance, number, percent
from collector.draw.section import Asked, Section
from collector.words import say


def shares(before: tuple[int, int], after: tuple[int, int], asked: Asked) -> str:
    """HTML of the shares without and with what was tried, of `count of n` each."""
    rows = [
        row("before", say("experiment-without"), *before),
        row("after", say("experiment-with"), *after),
    ]
    section = Section(
        base=say("experiment-base", {"n": before[1] + after[1]}),
        description=" ".join(
            told(each, total) for each, total in ((rows[0], before[1]), (rows[1], after[1]))
        ),
        notes=_notes(before, after),
        heads=heads(),
        rows=[cells(each) for each in rows],
    )
    return draw_bars(asked, section, *place_bars(rows))


def _notes(before: tuple[int, int], after: tuple[int, int]) -> list[str]:
    found = difference(before, after)
    facts = {
        "difference": signed(found.value),
        "least": signed(found.low),
        "most": signed(found.high),
    }
    reason = "experiment-real" if found.p < CHANCE else "experiment-chance"
    return [say("experiment-compared", facts), say(reason, {"p": chance(found.p)})]


def signed(share: float) -> str:
    """Percentage points with their sign: 0.075 → `+7.5`."""
    text = number(100 * share)
    return f"+{text}" if share > 0 and text != "0" else text


def needs(low: float, high: float, people: int) -> str:
    """The sentence that says how many people it takes to see such a change."""
    return say("experiment-needed", {"low": percent(low), "high": percent(high), "n": people})
