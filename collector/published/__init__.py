"""The one door to the public: what may be seen of a challenge, as data with a schema."""

from collector.published import figures, meanings
from collector.published.counted import Counted
from collector.published.data import (
    Counts,
    FormResult,
    MergedIdea,
    PublishedAnswer,
    PublishedComment,
    PublishedData,
    PublishedIdea,
    PublishedReply,
    PublishedVotes,
)
from collector.published.edition import in_words_of, result_in_words_of
from collector.published.file import read, write
from collector.published.kept import Kept
from collector.published.make import count, in_steps, make, told
from collector.published.results import form_result
from collector.published.rules import results_shown, told_after_vote

__all__ = [
    "Counted",
    "Counts",
    "FormResult",
    "Kept",
    "MergedIdea",
    "PublishedAnswer",
    "PublishedComment",
    "PublishedData",
    "PublishedIdea",
    "PublishedReply",
    "PublishedVotes",
    "count",
    "figures",
    "form_result",
    "in_steps",
    "in_words_of",
    "make",
    "meanings",
    "read",
    "result_in_words_of",
    "results_shown",
    "told",
    "told_after_vote",
    "write",
]
