"""Entries become results: counts, shares and how sure they are. Pure: plain in, plain out."""

from collector.analysis.interval import Interval, Score, net_promoter_score, wilson
from collector.analysis.result import Numbers, QuestionResult, Row
from collector.analysis.tally import Tally, find

__all__ = [
    "Interval",
    "Numbers",
    "QuestionResult",
    "Row",
    "Score",
    "Tally",
    "find",
    "net_promoter_score",
    "wilson",
]
