"""Pages turn by themselves: a fill is asked for with each phase, each day, and each hour by lot."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from collector import pages
from collector.entries import JobKind
from collector.garden import Garden
from collector.jobs import Runner
from collector.store import Store, reads
from tests.pages.gardens import lay_out

SECOND = timedelta(seconds=1)
BREAD = """\
---
phases:
- Send ideas: 2026-10-20 10:20 to 2026-10-23 09:00, submit, show ideas
- Vote: 2026-10-24 20:20 to 2026-10-25 12:00, vote, show ideas
voting: approve
comments: off
---

# What should we bake next?

## Share your idea {.idea}

### Give it a name * {#title}
____
"""


def berlin(day: int, hour: int, minute: int = 0) -> datetime:
    """A time of October 2026 in summer, two hours before Greenwich."""
    return datetime(2026, 10, day, hour, minute, tzinfo=UTC) - timedelta(hours=2)


START = berlin(19, 12)


class Clockwork:
    """A garden with its runner, whose clock is turned."""

    def __init__(self, garden: Garden, store: Store) -> None:
        self.garden, self.store, self.now = garden, store, START
        self.runner = Runner(garden, store, lambda: self.now, (JobKind.FILL,))

    def asks(self, now: datetime) -> bool:
        """Whether a fill of the bread is asked for at that moment; then it is done."""
        self.now = now
        self.runner.renew(now)
        asked = [job.subject for job in reads.jobs(self.store) if job.kind is JobKind.FILL]
        due = [job for job in reads.jobs(self.store) if job.kind is JobKind.FILL and not job.done]
        while self.runner.once():
            pass
        assert "bread" in asked
        return any(job.subject == "bread" for job in due)

    @property
    def page(self) -> str:
        place = self.garden.live / "public" / "challenges" / "bread" / "index.html"
        return place.read_text("utf-8")


@pytest.fixture(scope="module")
def clockwork(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clockwork]:
    garden = lay_out(tmp_path_factory.mktemp("turns") / "garden")
    for path in garden.challenges.glob("*.md"):
        path.unlink()
    Path(garden.challenges / "bread.md").write_text(BREAD, "utf-8")
    pages.build(garden, now=START)
    with Store.open(garden) as store:
        made = Clockwork(garden, store)
        yield made
        made.runner.limits.close()


def test_a_fill_is_asked_for_at_each_turn_to_the_second_and_not_between(
    clockwork: Clockwork,
) -> None:
    assert clockwork.asks(START)
    for edge, told in (
        (berlin(20, 10, 20), "Send ideas, until"),
        (berlin(23, 9), "Vote begins on"),
        (berlin(24, 20, 20), "Vote, until"),
    ):
        clockwork.asks(edge - SECOND)
        assert told not in clockwork.page
        assert not clockwork.asks(edge - SECOND)
        assert clockwork.asks(edge)
        assert told in clockwork.page
        assert not clockwork.asks(edge + SECOND)


def test_while_votes_are_taken_each_hour_asks_anew_also_where_one_comes_twice(
    clockwork: Clockwork,
) -> None:
    clockwork.asks(berlin(24, 23, 59))
    for hour in range(6):  # 00:00, 01:00, 02:00, 02:00 again, 03:00, 04:00
        whole = berlin(25, 0) + timedelta(hours=hour)
        assert clockwork.asks(whole)
        assert not clockwork.asks(whole + timedelta(minutes=59))


def test_after_the_last_phase_only_days_are_turned(clockwork: Clockwork) -> None:
    end = berlin(25, 13)  # 12:00, as it is winter by now
    clockwork.asks(end - SECOND)
    assert clockwork.asks(end)
    assert "Closed" in clockwork.page
    assert not clockwork.asks(end + timedelta(hours=2))
    assert clockwork.asks(end + timedelta(hours=13))


def test_a_runner_that_begins_asks_for_nothing_that_was_done(clockwork: Clockwork) -> None:
    now = berlin(27, 12)
    clockwork.asks(now)
    clockwork.runner.turns.clear()
    assert not clockwork.asks(now)
