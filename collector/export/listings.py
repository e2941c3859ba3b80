"""All listings, by what they tell of."""

from collections.abc import Mapping

from collector.export.dot_rows import DOTS
from collector.export.listing import Listing
from collector.export.log_rows import DECISIONS
from collector.export.score_rows import SCORES
from collector.export.vote_rows import BALLOTS, COMPARISONS, VOTES
from collector.export.what import What

LISTINGS: Mapping[What, Listing] = {
    What.VOTES: VOTES,
    What.BALLOTS: BALLOTS,
    What.COMPARISONS: COMPARISONS,
    What.DOTS: DOTS,
    What.SCORES: SCORES,
    What.DECISIONS: DECISIONS,
}
"""In the order in which they stand in a workbook."""
