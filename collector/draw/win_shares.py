"""Win shares, drawn: how likely each idea wins a comparison, and how sure that is.

Rye bread
██████████████░░░░░░░   67 %
      ├────────────┤
"""

from collections.abc import Mapping, Sequence

from collector.analysis import WinShare
from collector.draw.bars import Bar, bar, draw_bars
from collector.draw.numbers import percent
from collector.draw.section import Asked, Section, base
from collector.words import say

HEADS = ("wins", "losses", "undecided", "shown")


def win_shares(shares: Sequence[WinShare], n: int, labels: Mapping[str, str], asked: Asked) -> str:
    """HTML of the shares, the highest first; `n` answers are behind them."""
    drawn: list[Bar] = []
    y = 0.0
    for each in shares:
        ends = (each.low, each.high)
        label = labels.get(each.code, each.code)
        drawn.append(bar(label, percent(each.share), y, each.share, ends))
        y += drawn[-1].height
    section = Section(
        base=base(n),
        description=" ".join(_told(each, labels) for each in shares),
        notes=[say("shares-explained")],
        heads=[
            say("result-option"),
            say("shares-share"),
            say("result-interval-head"),
            *(say(f"shares-{each}") for each in HEADS),
        ],
        rows=[_cells(each, labels) for each in shares],
    )
    return draw_bars(asked, section, drawn, y)


def _told(each: WinShare, labels: Mapping[str, str]) -> str:
    facts = {
        "label": labels.get(each.code, each.code),
        "share": percent(each.share),
        "low": percent(each.low),
        "high": percent(each.high),
        "wins": each.wins,
        "n": each.wins + each.losses,
    }
    return say("shares-told", facts)


def _cells(each: WinShare, labels: Mapping[str, str]) -> list[str]:
    ends = say("result-between", {"low": percent(each.low), "high": percent(each.high)})
    counts = (each.wins, each.losses, each.undecided, each.shown)
    return [labels.get(each.code, each.code), percent(each.share), ends, *map(str, counts)]
