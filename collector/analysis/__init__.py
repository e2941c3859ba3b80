"""Entries become results: counts, shares and how sure they are. Pure: plain in, plain out."""

from collector.analysis.ballots import Ballot, BallotBox, Ballots, ballot, over_sets
from collector.analysis.bins import Bin, Bins, bins
from collector.analysis.blur import blurred, blurred_sharing
from collector.analysis.budget import Bid, Spending, Verdict, spend
from collector.analysis.by_group import ByGroup, by_group
from collector.analysis.chi_square import Table
from collector.analysis.condorcet import Duels, duels, unbeaten
from collector.analysis.connection import Connection, Method, connection, connections
from collector.analysis.cover import JOINED, called, covered
from collector.analysis.description import Description, Numbers, bottom_two, describe, top_two
from collector.analysis.difference import POWER, Difference, difference, needed
from collector.analysis.document import from_document, to_document
from collector.analysis.estimate import Estimate, estimated_mean, estimated_median
from collector.analysis.few import LEAST, Of, TooFew
from collector.analysis.histogram import Histogram
from collector.analysis.interval import Interval, Score, Share, net_promoter_score, share, wilson
from collector.analysis.matrix import Matrix, MatrixRow, matrix
from collector.analysis.merit import bayesian_mean, lower_bound, merits, places
from collector.analysis.pairwise import Compared, WinShare, draw_pair, win_shares
from collector.analysis.ranking import Ranking, Standing, rank
from collector.analysis.result import STEPPED, QuestionResult
from collector.analysis.rising import rising
from collector.analysis.row import Hidden, Row, row
from collector.analysis.runoff import Choice, Round, Runoff, runoff
from collector.analysis.sharing import Points, Portion, Sharing
from collector.analysis.steps import in_steps, table_may_move
from collector.analysis.suppression import Shown, suppress
from collector.analysis.tally import Tally, find
from collector.analysis.trial import Arm, Contrast, TrialResult, TrialTally, planned
from collector.analysis.votes import VoteCount, of_set, ordered

__all__ = [
    "JOINED",
    "LEAST",
    "POWER",
    "STEPPED",
    "Arm",
    "Ballot",
    "BallotBox",
    "Ballots",
    "Bid",
    "Bin",
    "Bins",
    "ByGroup",
    "Choice",
    "Compared",
    "Connection",
    "Contrast",
    "Description",
    "Difference",
    "Duels",
    "Estimate",
    "Hidden",
    "Histogram",
    "Interval",
    "Matrix",
    "MatrixRow",
    "Method",
    "Numbers",
    "Of",
    "Points",
    "Portion",
    "QuestionResult",
    "Ranking",
    "Round",
    "Row",
    "Runoff",
    "Score",
    "Share",
    "Sharing",
    "Shown",
    "Spending",
    "Standing",
    "Table",
    "Tally",
    "TooFew",
    "TrialResult",
    "TrialTally",
    "Verdict",
    "VoteCount",
    "WinShare",
    "ballot",
    "bayesian_mean",
    "bins",
    "blurred",
    "blurred_sharing",
    "bottom_two",
    "by_group",
    "called",
    "connection",
    "connections",
    "covered",
    "describe",
    "difference",
    "draw_pair",
    "duels",
    "estimated_mean",
    "estimated_median",
    "find",
    "from_document",
    "in_steps",
    "lower_bound",
    "matrix",
    "merits",
    "needed",
    "net_promoter_score",
    "of_set",
    "ordered",
    "over_sets",
    "places",
    "planned",
    "rank",
    "rising",
    "row",
    "runoff",
    "share",
    "spend",
    "suppress",
    "table_may_move",
    "to_document",
    "top_two",
    "unbeaten",
    "wilson",
    "win_shares",
]
