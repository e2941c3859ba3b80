"""An experiment: what is believed, the smallest test of it, and the number that will decide.

The number is written down before the test begins: an experiment without a threshold is an error.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collector.brief.dates import NotADate, read_moment
from collector.models.page import NOTES, Page, Reader

KEYS = (
    *("metric", "threshold", "starts", "ends", "ideas", "expected", "shares", "poll"),
    "decision",
)
NAMES = {
    "hypothesis": "experiment-hypothesis",
    "test": "experiment-test",
    "result": "experiment-result",
    "learnt": "experiment-learnt",
}
NEEDED = ("metric", "threshold")
"""Settings without which nobody could say what came out."""
EXAMPLES = {
    "metric": "metric: rolls sold between three and five",
    "threshold": "threshold: at least 20 a day",
    "hypothesis": "## Hypothesis",
    "test": "## Smallest test",
}
REF = re.compile(r"(?:.*/ideas/)?(?P<ref>[A-Za-z0-9_-]{4,64})/?")
SHARES = re.compile(
    r"(?P<a>[0-9]{1,9})\s+of\s+(?P<m>[0-9]{1,9})\s*,\s*(?P<b>[0-9]{1,9})\s+of\s+(?P<n>[0-9]{1,9})"
)
PERCENT = r"([0-9]{1,2}(?:[.,][0-9]{1,2})?)\s*%?"
EXPECTED = re.compile(rf"(?:from\s+)?{PERCENT}\s+to\s+{PERCENT}")


POLL = re.compile(r"(?P<challenge>[a-z0-9][a-z0-9-]*)(?:[/#](?P<form>[a-z][a-z0-9_-]*))?")


class Outcome(StrEnum):
    """What follows from what was learnt."""

    PERSEVERE = "persevere"
    PIVOT = "pivot"


class State(StrEnum):
    """Where an experiment stands on a day."""

    RUNNING = "running"
    DUE = "due"
    """It is over, and nothing is decided yet."""
    PLANNED = "planned"
    DECIDED = "decided"


@dataclass(frozen=True)
class Shares:
    """How many of how many, without and with what is tried."""

    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True)
class Poll:
    """The split poll that is the test; without a `form` the only one of the challenge."""

    challenge: str
    form: str = ""


@dataclass(frozen=True)
class Experiment:
    """One experiment as its page says; the texts are Markdown."""

    place: str
    name: str
    title: str
    introduction: str
    hypothesis: str
    test: str
    metric: str
    threshold: str
    starts: date | None = None
    ends: date | None = None
    """The last day."""
    ideas: tuple[str, ...] = ()
    """Their refs; ideas with the experiment's name as a tag belong to it too."""
    expected: tuple[float, float] | None = None
    """The shares, from 0 to 1, between which a difference is to be seen."""
    shares: Shares | None = None
    poll: Poll | None = None
    result: str = ""
    learnt: str = ""
    decision: Outcome | None = None
    notes: str = ""

    def state(self, day: date) -> State:
        """Where it stands on that day."""
        if self.decision is not None:
            return State.DECIDED
        if self.result or (self.ends is not None and day > self.ends):
            return State.DUE
        begun = self.starts is not None and day >= self.starts
        return State.RUNNING if begun else State.PLANNED


def read_experiment(reader: Reader) -> tuple[Page, Experiment]:
    """The page and what it says; faults are in the reader's report."""
    page = reader.page(KEYS, NAMES)
    for key in NEEDED:
        if key not in page.settings:
            page.missing(f"experiment-{key}-missing", EXAMPLES[key])
    for code in ("hypothesis", "test"):
        if not page.passage(code):
            page.missing(f"experiment-{code}-missing", EXAMPLES[code])
    starts, ends = _day(page, "starts"), _day(page, "ends")
    if starts and ends and ends < starts:
        page.faulty(page.settings["ends"], "experiment-ends", f"{starts}", starts=str(starts))
    return page, Experiment(
        place=page.place,
        name=page.name,
        title=page.title,
        introduction=page.introduction,
        hypothesis=page.passage("hypothesis"),
        test=page.passage("test"),
        metric=page.text("metric"),
        threshold=page.text("threshold"),
        starts=starts,
        ends=ends,
        ideas=read_ideas(page),
        expected=_expected(page),
        shares=_shares(page),
        poll=_poll(page),
        result=page.passage("result"),
        learnt=page.passage("learnt"),
        decision=_decision(page),
        notes=page.passage(NOTES),
    )


def _day(page: Page, key: str) -> date | None:
    setting = page.settings.get(key)
    if setting is None:
        return None
    try:
        return read_moment(setting.plain).day
    except NotADate as error:
        page.faulty(setting, error.reason, error.fix)
        return None


def read_ideas(page: Page) -> tuple[str, ...]:
    """The refs that the setting `ideas` names, be it by whole addresses; faults are reported."""
    refs = []
    for text in page.names("ideas"):
        match = REF.fullmatch(text)
        if match is None:
            page.faulty(page.settings["ideas"], "experiment-idea", "", idea=text)
        else:
            refs.append(match["ref"])
    return tuple(dict.fromkeys(refs))


def _decision(page: Page) -> Outcome | None:
    if "decision" not in page.settings:
        return None
    text = page.choice("decision", [*Outcome])
    if text and not page.passage("result"):
        page.faulty(page.settings["decision"], "experiment-undecided", "")
    return Outcome(text) if text else None


def _expected(page: Page) -> tuple[float, float] | None:
    setting = page.settings.get("expected")
    if setting is None:
        return None
    match = EXPECTED.fullmatch(setting.plain)
    low, high = (
        (float(each.replace(",", ".")) / 100 for each in match.groups()) if match else (0, 0)
    )
    if not match or low == high or not 0 < low < 1 or not 0 < high < 1:
        page.faulty(setting, "experiment-expected", "from 5 % to 10 %")
        return None
    return low, high


def _shares(page: Page) -> Shares | None:
    setting = page.settings.get("shares")
    if setting is None:
        return None
    match = SHARES.fullmatch(setting.plain)
    a, m, b, n = map(int, match.groups()) if match else (1, 0, 1, 0)
    if a > m or b > n or not m or not n:
        page.faulty(setting, "experiment-shares", "12 of 240, 31 of 250")
        return None
    return Shares((a, m), (b, n))


def _poll(page: Page) -> Poll | None:
    setting = page.settings.get("poll")
    if setting is None:
        return None
    match = POLL.fullmatch(setting.plain)
    if match is None:
        page.faulty(setting, "experiment-poll", "new-breads/price")
        return None
    if "shares" in page.settings:
        page.faulty(page.settings["shares"], "experiment-poll-shares", "")
    return Poll(match["challenge"], match["form"] or "")
