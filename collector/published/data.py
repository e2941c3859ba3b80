"""What the public may see of one challenge, as plain frozen values.

PublishedData ── ideas: PublishedIdea …, as in `idea`
              ├─ counts: Counts
              ├─ orders: Order …, promise: Promise, phases: DatedPhase …
              ├─ progress: PublishedProgress
              ├─ outcome: Outcome, as in `outcome`, and exposures
              ├─ quarters: QuarterCounts by `2026-Q4`, of which reports on the site tell
              └─ results: form's name → FormResult ── questions: QuestionResult …

As a document it obeys `schema.json`, which is a contract: docs/published.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from collector.analysis import QuestionResult, TrialResult, from_document, to_document
from collector.analysis import quarter as quarters
from collector.analysis.quarter import QuarterCounts
from collector.brief import DatedPhase, Phase
from collector.published import phases
from collector.published.engagement import Engagement
from collector.published.idea import PublishedIdea
from collector.published.orders import Order
from collector.published.outcome import Outcome
from collector.published.progress import PublishedProgress
from collector.published.promise import Promise

LONG_AGO = datetime.min.replace(tzinfo=UTC)
SCHEMA = 2
"""Goes up when a reader of the older documents would misread the new ones."""


@dataclass(frozen=True)
class Counts:
    """How many ideas are shown, and how many responses each form has."""

    ideas: int = 0
    responses: Mapping[str, int] = field(default_factory=dict)
    apart: Mapping[str, int] = field(default_factory=dict)
    """Those beside them that may be somebody's second."""


@dataclass(frozen=True)
class FormResult:
    """What a survey or poll brought; `n` counts its responses.

    `apart` counts those beside them that may be somebody's second; they are in no other count.
    """

    label: str
    n: int
    questions: tuple[QuestionResult, ...] = ()
    apart: int = 0
    trial: TrialResult | None = None

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        questions = [question.to_document() for question in self.questions]
        told = {"label": self.label, "n": self.n, "apart": self.apart}
        trial = {"trial": to_document(self.trial)} if self.trial else {}
        return {**told, "questions": questions, **trial}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "FormResult":
        """The result that gave this document. Raises KeyError, TypeError, ValueError."""
        questions = tuple(QuestionResult.from_document(each) for each in document["questions"])
        trial = document.get("trial")
        return cls(
            document["label"],
            document["n"],
            questions,
            document.get("apart", 0),
            trial and from_document(TrialResult, trial),
        )


@dataclass(frozen=True)
class PublishedData:
    """All that pages, feeds and scripts know of a challenge's entries."""

    challenge: str
    title: str
    as_of: datetime
    phase: Phase
    opens: datetime | None = None
    closes: datetime | None = None
    ideas: tuple[PublishedIdea, ...] = ()
    counts: Counts = Counts()
    results: Mapping[str, FormResult] = field(default_factory=dict)
    orders: tuple[Order, ...] = (Order.NEW,)
    """In which ideas are listed; the first where nobody asks for another."""
    promise: Promise | None = None
    """None where no answer is promised."""
    phases: tuple[DatedPhase, ...] = ()
    """Those of the brief, in order."""
    turned: datetime | None = None
    """When what may be done and seen last changed; None before that first happens."""
    outcome: Outcome | None = None
    """What ballots or comparisons say; None while counts are not shown, or where there are none."""
    exposures: Mapping[str, int] = field(default_factory=dict)
    """By idea's ref in how many answered comparisons it stood: what stood in few is shown next."""
    quarters: Mapping[str, QuarterCounts] = field(default_factory=dict)
    """What reports on the site tell of it, by quarter."""

    engagement: Engagement = field(default_factory=dict)
    """What groups did, in steps of five; empty where no page on the site tells of it."""
    progress: PublishedProgress | None = None
    """How far it has come towards its objective; None where nothing is measured."""

    @property
    def stands_at(self) -> datetime:
        """A moment at which all stands as it does on the pages: to ask the brief about."""
        return self.turned or LONG_AGO

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {
            "schema": SCHEMA,
            "challenge": self.challenge,
            "title": self.title,
            "as_of": self.as_of.isoformat(timespec="seconds"),
            "phase": self.phase.value,
            "opens": _time(self.opens),
            "closes": _time(self.closes),
            "ideas": [idea.to_document() for idea in self.ideas],
            "orders": [order.value for order in self.orders],
            "promise": self.promise and self.promise.to_document(),
            "counts": {name: _plain(each) for name, each in vars(self.counts).items()},
            "results": {name: result.to_document() for name, result in self.results.items()},
            "phases": [phases.to_document(each) for each in self.phases],
            "turned": _time(self.turned),
            "outcome": to_document(self.outcome),
            "exposures": dict(self.exposures),
            "engagement": {code: dict(each) for code, each in self.engagement.items()},
            "progress": self.progress and self.progress.to_document(),
            "quarters": {name: quarters.to_document(it) for name, it in self.quarters.items()},
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "PublishedData":
        """The data that gave this document. Raises KeyError, TypeError, ValueError."""
        if document["schema"] != SCHEMA:
            raise ValueError(f"schema {document['schema']!r}")
        return cls(
            challenge=document["challenge"],
            title=document["title"],
            as_of=datetime.fromisoformat(document["as_of"]),
            phase=Phase(document["phase"]),
            opens=_moment(document["opens"]),
            closes=_moment(document["closes"]),
            ideas=tuple(PublishedIdea.from_document(idea) for idea in document["ideas"]),
            orders=tuple(map(Order, document["orders"])),
            promise=document["promise"] and Promise.from_document(document["promise"]),
            counts=Counts(**document["counts"]),
            results={
                name: FormResult.from_document(result)
                for name, result in document["results"].items()
            },
            phases=tuple(map(phases.from_document, document["phases"])),
            turned=_moment(document["turned"]),
            outcome=document["outcome"] and from_document(Outcome, document["outcome"]),
            exposures=document["exposures"],
            engagement=document.get("engagement", {}),
            progress=_progress(document.get("progress")),
            quarters={
                name: quarters.from_document(it)
                for name, it in document.get("quarters", {}).items()
            },
        )


def _plain(count: int | Mapping[str, int]) -> int | dict[str, int]:
    return count if isinstance(count, int) else dict(count)


def _progress(document: Mapping[str, Any] | None) -> PublishedProgress | None:
    return None if document is None else PublishedProgress.from_document(document)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
