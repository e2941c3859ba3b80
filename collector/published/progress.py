"""How far a challenge has come towards its objective, as it crosses to the public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from collector.analysis.progress import Pace, Point, Progress
from collector.brief import Measure


@dataclass(frozen=True)
class PublishedProgress:
    """The measure in the words of the brief, and what was measured; nobody's notes, no names."""

    measure: Measure
    progress: Progress

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        asked, told = self.measure, self.progress
        return {
            "metric": asked.metric,
            "unit": asked.unit,
            "baseline": asked.baseline,
            "target": asked.target,
            "since": told.since.isoformat(),
            "until": asked.until.isoformat(),
            "points": [{"day": each.day.isoformat(), "value": each.value} for each in told.points],
            "share": told.share,
            "expected": told.expected,
            "pace": told.pace.value,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The progress that gave this document. Raises KeyError, TypeError, ValueError."""
        since = date.fromisoformat(document["since"])
        points = (
            Point(date.fromisoformat(each["day"]), each["value"]) for each in document["points"]
        )
        return cls(
            Measure(
                metric=document["metric"],
                baseline=document["baseline"],
                target=document["target"],
                until=date.fromisoformat(document["until"]),
                since=since,
                unit=document["unit"],
            ),
            Progress(
                points=tuple(points),
                since=since,
                share=document["share"],
                expected=document["expected"],
                pace=Pace(document["pace"]),
            ),
        )
