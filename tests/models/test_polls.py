"""The poll that an experiment names is there, and is split."""

from pathlib import Path

import pytest

from collector.models import Poll, read_pages
from tests.models.garden import EXPERIMENT, only

POLLS = {"bread": ["price", "size"], "plain": [], "one": ["box"], "broken": None}


def reading(tmp_path: Path, poll: str, more: str = ""):
    path = tmp_path / "late.md"
    written = EXPERIMENT.replace("kind: experiment\n", f"kind: experiment\npoll: {poll}\n{more}")
    path.write_text(written, encoding="utf-8")
    return read_pages({"late.md": path}, "en", list(POLLS), polls=lambda slug: POLLS[slug])


@pytest.mark.parametrize(
    ("written", "poll"),
    [
        ("bread/price", Poll("bread", "price")),
        ("bread#size", Poll("bread", "size")),
        ("one", Poll("one")),
        ("broken/box", Poll("broken", "box")),
    ],
)
def test_it_names_the_challenge_and_where_there_are_several_the_poll(tmp_path, written, poll):
    told = reading(tmp_path, written)
    assert told.findings == ()
    assert told.models.experiments[0].poll == poll


@pytest.mark.parametrize(
    ("written", "reason", "fix"),
    [
        ("bread/prise", "experiment-poll-unknown", "poll: bread/price"),
        ("bread", "experiment-poll-unknown", "poll: bread/price"),
        ("plain/box", "experiment-poll-none", ""),
        ("braed/price", "model-challenge", "poll: bread"),
        ("what we ask", "experiment-poll", "poll: new-breads/price"),
    ],
)
def test_one_that_there_is_not_is_named_with_the_nearest(tmp_path, written, reason, fix):
    finding = only(reading(tmp_path, written))
    assert (finding.reason, finding.fix) == (reason, fix)


def test_the_shares_are_the_polls_or_ones_own(tmp_path):
    finding = only(reading(tmp_path, "one", "shares: 1 of 9, 2 of 9\n"))
    assert finding.reason == "experiment-poll-shares"
