"""Instant-runoff beside RCTab, the tabulator of official elections in the United States."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import openpyxl
import pytest

from collector.analysis import Ballot, runoff

pytestmark = pytest.mark.yardstick

DATA = Path(__file__).parents[3] / "shared" / "data" / "rcv"
NAME = "2015_portland_mayor"


@pytest.fixture(scope="module", autouse=True)
def _beside_the_checkout() -> None:
    if not DATA.is_dir():
        pytest.skip("no data beside the checkout")


def read(cells: tuple[str, ...]) -> Ballot:
    """By Maine's rules: a ballot ends at two names on one place and at two empty places."""
    ranks = list(takewhile(lambda cell: cell != "overvote", cells))
    ends = [
        place for place in range(1, len(ranks)) if ranks[place - 1 : place + 1] == ["undervote"] * 2
    ]
    named = ranks[: min(ends, default=len(ranks))]
    return tuple(dict.fromkeys(name for name in named if name != "undervote"))


def ballots() -> Iterator[Ballot]:
    sheet = openpyxl.load_workbook(DATA / f"{NAME}_cvr.xlsx", read_only=True).active
    for line in sheet.iter_rows(min_row=2, min_col=4, values_only=True):
        yield read(tuple((cell or "undervote").strip() for cell in line))


def test_portland_2015_mavodones_wins_54_to_40_by_the_rounds_that_rctab_counts() -> None:
    report = json.loads((DATA / f"{NAME}_expected_detailed_report.json").read_text("utf-8"))
    expected = [
        {name: int(votes) for name, votes in each["tally"].items() if votes != "0"}
        for each in report["results"]
    ]
    names = [name for name in expected[0] if name != "Undeclared Write-ins"]
    told = runoff(Counter(ballots()), names)
    assert told.winner == "Mavodones, Nicholas M. Jr."
    assert told.rounds[-1].votes == {
        "Mavodones, Nicholas M. Jr.": 54,
        "Carmona, Ralph C.": 40,
    }
    # Of two with two votes each, Rathband and Marshall, RCTab was told to drop the first in the
    # list; our lot may fall on the other. Before and after, the rounds are the same.
    counted = [dict(each.votes) for each in told.rounds]
    assert len(counted) == len(expected)
    assert counted[:2] == expected[:2]
    assert counted[3:] == expected[3:]
