"""Topics are found again that were planted, and the same ones each time."""

import json
import subprocess
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from bench.themes import DAY, planted, rand
from collector.analysis.statement import Statement
from collector.analysis.themes import SAID_BY, how_many
from collector.analysis.topics import topics


def found_again(statements: list[Statement], about: dict[str, int], count: int) -> float:
    where = {
        ref: number for number, each in enumerate(topics(statements, count)) for ref in each["refs"]
    }
    return rand([about[each.ref] for each in statements], [where.get(e.ref) for e in statements])


@pytest.mark.parametrize(("ideas", "things", "least"), [(60, 4, 0.9), (300, 6, 0.95)])
def test_what_was_planted_is_found_again(ideas: int, things: int, least: float) -> None:
    assert found_again(*planted(ideas, things), things) >= least


@pytest.mark.parametrize(("ideas", "things"), [(60, 4), (120, 6), (300, 12)])
def test_most_of_it_is_by_the_rule_of_thumb_too(ideas: int, things: int) -> None:
    assert found_again(*planted(ideas, things), how_many(ideas)) >= 0.6


kinds = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=20)


@given(kinds)
def test_the_index_is_that_of_scikit_learn(kinds: list[tuple[int, int]]) -> None:
    first, second = [list(each) for each in zip(*kinds, strict=True)]
    assume(1 < len(set(first)) < len(first) or 1 < len(set(second)) < len(second))
    assert rand(first, second) == pytest.approx(adjusted_rand_score(first, second))


def test_the_same_ideas_have_the_same_topics() -> None:
    statements, _ = planted(120, 6)
    assert topics(statements, 6) == topics(statements, 6)


def test_no_topic_is_told_by_a_word_that_one_or_two_say() -> None:
    statements, _ = planted(60, 4)
    rare = [
        Statement(f"rare{n}", "zwieback zwieback zwieback", "en", statements[0].day)
        for n in range(SAID_BY - 1)
    ]
    found = topics([*statements, *rare], 5)
    assert "zwieback" not in {word for each in found for word in each["words"]}
    assert not {f"rare{n}" for n in range(2)} & {ref for each in found for ref in each["refs"]}


@pytest.mark.parametrize("text", ["", "a the of", "rye bread"])
def test_where_there_is_nothing_to_tell_apart_nothing_is_found(text: str) -> None:
    statements = [Statement(str(n), text, "en", DAY) for n in range(60)]
    assert topics(statements, 5) == []


def test_nothing_that_serves_loads_the_libraries() -> None:
    code = (
        "import sys, collector.web, collector.jobs, collector.cli;"
        "print([each for each in ('sklearn', 'scipy', 'numpy') if each in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == []
