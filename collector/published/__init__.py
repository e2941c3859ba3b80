"""The one door to the public: what may be seen of a challenge, as data with a schema."""

from collector.published import figures, meanings
from collector.published.ballots import count_outcome
from collector.published.benefit import PublishedBenefit
from collector.published.comment import PublishedComment, PublishedReply
from collector.published.counted import Counted
from collector.published.data import Counts, FormResult, PublishedData
from collector.published.edition import in_words_of, result_in_words_of
from collector.published.file import read, write
from collector.published.idea import (
    MergedIdea,
    PublishedAnswer,
    PublishedIdea,
    PublishedVotes,
)
from collector.published.kept import Kept
from collector.published.make import count, in_steps, make, told
from collector.published.orders import Order, ordered
from collector.published.outcome import Outcome
from collector.published.progress import PublishedProgress
from collector.published.promise import Promise
from collector.published.results import form_result
from collector.published.rules import results_shown, told_after_vote, votes_shown, votes_told
from collector.published.tags import Tag, filed, has_tag, tag_name
from collector.published.votes import CastVotes, count_votes

__all__ = [
    "CastVotes",
    "Counted",
    "Counts",
    "FormResult",
    "Kept",
    "MergedIdea",
    "Order",
    "Outcome",
    "Promise",
    "PublishedAnswer",
    "PublishedBenefit",
    "PublishedComment",
    "PublishedData",
    "PublishedIdea",
    "PublishedProgress",
    "PublishedReply",
    "PublishedVotes",
    "Tag",
    "count",
    "count_outcome",
    "count_votes",
    "figures",
    "filed",
    "form_result",
    "has_tag",
    "in_steps",
    "in_words_of",
    "make",
    "meanings",
    "ordered",
    "read",
    "result_in_words_of",
    "results_shown",
    "tag_name",
    "told",
    "told_after_vote",
    "votes_shown",
    "votes_told",
    "write",
]
