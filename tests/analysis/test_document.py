import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import (
    Bins,
    Connection,
    Description,
    Duels,
    Matrix,
    Ranking,
    Runoff,
    Sharing,
    Shown,
    TooFew,
    bins,
    connection,
    describe,
    duels,
    from_document,
    matrix,
    rank,
    runoff,
    suppress,
    to_document,
)
from tests.analysis.test_ballots import OPTIONS, orders
from tests.analysis.test_matrix import ANSWERED, COLUMNS, COUNTS, ROWS
from tests.analysis.test_runoff import BURLINGTON
from tests.analysis.test_sharing import points
from tests.analysis.test_suppression import BAKERY, tables

FINDINGS = {
    Bins: bins({1: 2, 40: 6, 900: 1}, 5),
    Connection: connection([[15, 4], [5, 15]]),
    Description: describe({1: 4, 5: 9}, (1, 5)),
    Duels: duels(BURLINGTON, "MKW"),
    Matrix: matrix(COUNTS, ANSWERED, ROWS, COLUMNS, ordered=True),
    Ranking: rank(BURLINGTON, "MKW"),
    Runoff: runoff(BURLINGTON, "MKW"),
    Sharing: points({"light": 60, "heat": 40}).shared(["light", "heat"]),
    Shown: suppress(BAKERY),
    TooFew: describe({}),
}


def back(kind, finding):
    return from_document(kind, json.loads(json.dumps(to_document(finding), allow_nan=False)))


@pytest.mark.parametrize("kind", FINDINGS, ids=lambda kind: kind.__name__)
def test_every_finding_survives_its_document(kind):
    assert back(kind, FINDINGS[kind]) == FINDINGS[kind]


@given(st.lists(orders, min_size=1))
def test_any_ballots_give_findings_that_do(sent):
    ballots = Counter(sent)
    for kind, find in ((Ranking, rank), (Runoff, runoff), (Duels, duels)):
        assert back(kind, find(ballots, OPTIONS)) == find(ballots, OPTIONS)


@given(tables)
def test_what_is_hidden_stays_hidden(table):
    assert back(Shown, suppress(table)) == suppress(table)
