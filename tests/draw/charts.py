"""One of each chart, of a small bakery's findings."""

from collections.abc import Callable
from datetime import date, timedelta

from collector.analysis import (
    Bins,
    Points,
    QuestionResult,
    bins,
    describe,
    duels,
    matrix,
    rank,
    row,
    runoff,
    spend,
    win_shares,
)
from collector.analysis.over_time import over_time
from collector.brief import Shape
from collector.draw import (
    Asked,
    bars,
    curves,
    histogram,
    likert,
    portions,
    ranks,
    rounds,
    spending,
)
from collector.draw import over_time as draw_over_time
from collector.draw import win_shares as shares
from collector.models import Curve, Curves

BREADS = {"rye": "Rye bread", "oat": "Oat bread", "nut": "Nut bread"}
BALLOTS = {
    ("rye", "oat", "nut"): 9,
    ("oat", "nut"): 8,
    ("nut", "oat", "rye"): 5,
    ("nut",): 1,
}
STEPS = {"1": "Bad", "2": "Fair", "3": "Good"}
SPENT = {4: 3, 12: 9, 14: 8, 27: 6, 33: 2, 61: 5}


def points() -> Points:
    given = Points()
    for _ in range(6):
        given.add({"rye": 50, "oat": 50})
        given.add({"rye": 100})
    return given


def _bars(label: str, breads: dict[str, str]) -> str:
    rows = tuple(row(code, words, 3, 9) for code, words in breads.items())
    return bars(QuestionResult("q", label, Shape.ONE, n=9, asked=9, rows=rows))


def _likert(label: str, breads: dict[str, str]) -> str:
    counts = {"rye": {"1": 2, "2": 2, "3": 6}, "oat": {"1": 5, "3": 5}}
    told = matrix(counts, {"rye": 10, "oat": 10}, breads, STEPS, ordered=True)
    return likert(told, Asked("q", label))


def _histogram(label: str, breads: dict[str, str]) -> str:
    told = bins(SPENT, 5)
    assert isinstance(told, Bins)
    return histogram(told, Asked("q", label), describe(SPENT), next(iter(breads.values())))


def _ranks(label: str, breads: dict[str, str]) -> str:
    return ranks(rank(BALLOTS, list(breads)), breads, Asked("q", label))


def _rounds(label: str, breads: dict[str, str]) -> str:
    options = list(breads)
    return rounds(runoff(BALLOTS, options), duels(BALLOTS, options), breads, Asked("q", label))


def _portions(label: str, breads: dict[str, str]) -> str:
    return portions(points().shared(list(breads), 100), 100, breads, Asked("q", label))


def _spending(label: str, breads: dict[str, str]) -> str:
    costs = {"rye": 400.0, "oat": 700.5, "nut": None}
    return spending(spend(BALLOTS, costs, 1000), breads, "€", Asked("q", label))


def _shares(label: str, breads: dict[str, str]) -> str:
    answers = [(("rye", "oat"), "rye"), (("oat", "nut"), "nut"), (("rye", "nut"), "")]
    return shares(win_shares(answers, list(breads)), 3, breads, Asked("q", label))


def _curves(label: str, breads: dict[str, str]) -> str:
    offers = (Curve("We", (6, 4, 9.5)), Curve("The chain", (2.5, 10, 0)))
    return curves(Curves(tuple(breads.values()), offers), Asked("q", label))


def _over_time(label: str, breads: dict[str, str]) -> str:
    first = date(2026, 11, 2)
    came = [(each, first + timedelta(9 * place)) for place in range(6) for each in breads.values()]
    told = over_time(came)
    assert told
    return draw_over_time(told, list(breads.values()), Asked("q", label))


CHARTS: dict[str, Callable[[str, dict[str, str]], str]] = {
    "bars": _bars,
    "likert": _likert,
    "histogram": _histogram,
    "ranks": _ranks,
    "rounds": _rounds,
    "spending": _spending,
    "win_shares": _shares,
    "portions": _portions,
    "curves": _curves,
    "over_time": _over_time,
}
"""Each draws its chart for a question's label and the options' labels."""
