"""A sharing out, drawn: a bar for the points that each option got on the mean."""

from collections.abc import Mapping

from collector.analysis import Portion, Sharing
from collector.draw.bars import Bar, bar, draw_bars
from collector.draw.numbers import ends, number, percent
from collector.draw.section import Asked, Section, base
from collector.words import say


def portions(sharing: Sharing, total: float, labels: Mapping[str, str], asked: Asked) -> str:
    """HTML of the sharing; `total` is what each had to give, `labels` are the options' by code."""
    drawn: list[Bar] = []
    y = 0.0
    for each in sharing.portions:
        drawn.append(_bar(each, total, labels.get(each.code, each.code), y))
        y += drawn[-1].height
    section = Section(
        base=base(sharing.n),
        description=" ".join(_told(each, labels) for each in sharing.portions),
        notes=[say("portions-interval")] if any(each.low for each in drawn) else [],
        heads=_heads(),
        rows=[_cells(each, labels) for each in sharing.portions],
    )
    return draw_bars(asked, section, drawn, y)


def _bar(portion: Portion, total: float, label: str, y: float) -> Bar:
    mean = portion.mean
    interval = None
    if mean.low is not None and mean.high is not None:
        interval = mean.low / total, mean.high / total
    return bar(label, say("portions-value", _facts(portion)), y, mean.value / total, interval)


def _facts(portion: Portion) -> dict[str, object]:
    return {"mean": number(portion.mean.value), "share": percent(portion.share)}


def _told(portion: Portion, labels: Mapping[str, str]) -> str:
    label = labels.get(portion.code, portion.code)
    return say("portions-told", _facts(portion) | {"label": label})


def _heads() -> list[str]:
    reasons = ("result-option", "portions-mean", "result-interval-head", "portions-share")
    return [say(reason) for reason in (*reasons, "portions-givers")]


def _cells(portion: Portion, labels: Mapping[str, str]) -> list[str]:
    return [
        labels.get(portion.code, portion.code),
        number(portion.mean.value),
        ends(portion.mean),
        percent(portion.share),
        say("groups-hidden") if portion.givers is None else str(portion.givers),
    ]
