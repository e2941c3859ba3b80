"""Experiments: nothing is tried without a number that decides, nothing decided without a result."""

from datetime import date
from pathlib import Path

import pytest

from collector.models import Experiment, Outcome, Shares, State
from tests.models.garden import EXPERIMENT, only, read

RESULT = "\n## Result\n\nTwenty-four a day.\n"


def tried(tmp_path: Path, text: str = EXPERIMENT) -> Experiment:
    reading = read(tmp_path, late_rolls=text)
    assert reading.findings == ()
    (experiment,) = reading.models.experiments
    return experiment


def with_setting(line: str) -> str:
    return EXPERIMENT.replace("kind: experiment\n", f"kind: experiment\n{line}\n")


def test_an_experiment_says_what_is_believed_tested_and_counted(tmp_path: Path) -> None:
    experiment = tried(tmp_path)
    assert (experiment.name, experiment.title) == ("late-rolls", "Late rolls")
    assert experiment.hypothesis == "Warm rolls bring people in."
    assert (experiment.starts, experiment.ends) == (date(2026, 9, 7), date(2026, 9, 18))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("threshold: at least 20 a day\n", "experiment-threshold-missing"),
        ("metric: rolls sold after three\n", "experiment-metric-missing"),
        ("Warm rolls bring people in.\n", "experiment-hypothesis-missing"),
        ("One tray.\n", "experiment-test-missing"),
    ],
)
def test_what_an_experiment_needs_is_asked_for_by_name(
    tmp_path: Path, line: str, reason: str
) -> None:
    finding = only(read(tmp_path, late=EXPERIMENT.replace(line, "")))
    assert finding.reason == reason
    assert finding.fix


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("decision: persevere", "experiment-undecided"),
        ("decision: perhaps", "model-choice-unknown"),
        ("shares: 12 of 10, 3 of 9", "experiment-shares"),
        ("shares: a fifth", "experiment-shares"),
        ("shares: 1 of 5, 0 of 0", "experiment-shares"),
        ("expected: from 5 % to 5 %", "experiment-expected"),
        ("expected: a lot", "experiment-expected"),
        ("ideas: what we said", "experiment-idea"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(
    tmp_path: Path, written: str, reason: str
) -> None:
    finding = only(read(tmp_path, late=with_setting(written)))
    assert (finding.reason, finding.line) == (reason, 3)


def test_an_end_before_the_start_and_a_date_of_two_readings_are_refused(tmp_path: Path) -> None:
    early = EXPERIMENT.replace("ends: 2026-09-18", "ends: 2026-09-01")
    assert only(read(tmp_path, late=early)).reason == "experiment-ends"
    double = EXPERIMENT.replace("ends: 2026-09-18", "ends: 3/4/2026")
    assert only(read(tmp_path, late=double)).line == 6


def test_where_it_stands_follows_from_day_and_result(tmp_path: Path) -> None:
    experiment = tried(tmp_path)
    assert experiment.state(date(2026, 9, 6)) is State.PLANNED
    assert experiment.state(date(2026, 9, 7)) is State.RUNNING
    assert experiment.state(date(2026, 9, 18)) is State.RUNNING
    assert experiment.state(date(2026, 9, 19)) is State.DUE
    assert tried(tmp_path, EXPERIMENT + RESULT).state(date(2026, 9, 8)) is State.DUE


def test_a_decision_ends_it_on_any_day(tmp_path: Path) -> None:
    experiment = tried(tmp_path, with_setting("decision: Pivot") + RESULT)
    assert experiment.decision is Outcome.PIVOT
    assert experiment.state(date(2020, 1, 1)) is State.DECIDED


def test_shares_and_what_is_expected_are_numbers(tmp_path: Path) -> None:
    text = with_setting("shares: 12 of 240, 31 of 250\nexpected: from 5 % to 12,5 %")
    experiment = tried(tmp_path, text)
    assert experiment.shares == Shares((12, 240), (31, 250))
    assert experiment.expected == (0.05, 0.125)


def test_ideas_are_named_by_ref_or_address(tmp_path: Path) -> None:
    text = with_setting("ideas: abcd1234, https://x.example/challenges/bread/ideas/efgh5678/")
    assert tried(tmp_path, text).ideas == ("abcd1234", "efgh5678")
