"""What of a challenge is taken home: its forms, or what was said about what they brought.

forms       ideas, surveys and polls      comments, reports   what visitors said of ideas
ideas       the forms of ideas only       votes               of today's kind, or all in a workbook
decisions   the log, with names           ballots, comparisons   votes over all ideas, between two
dots        those given in workshops
scores      what jurors said of ideas
"""

from collections.abc import Mapping
from enum import StrEnum

from collector.brief import BALLOTS, SECTIONS, FormKind, Voting, VotingKind


class What(StrEnum):
    """What may be asked for."""

    ALL = "all"
    FORMS = "forms"
    IDEAS = "ideas"
    COMMENTS = "comments"
    REPORTS = "reports"
    VOTES = "votes"
    BALLOTS = "ballots"
    COMPARISONS = "comparisons"
    DOTS = "dots"
    SCORES = "scores"
    DECISIONS = "decisions"


KINDS: Mapping[What, tuple[FormKind, ...]] = {
    What.ALL: tuple(FormKind),
    What.FORMS: SECTIONS,
    What.IDEAS: (FormKind.IDEA,),
    What.COMMENTS: (FormKind.COMMENT,),
    What.REPORTS: (FormKind.REPORT,),
}
"""Of which kinds the forms are that it takes; of the others none."""

LISTS: Mapping[What, tuple[What, ...]] = {
    What.ALL: (
        What.VOTES,
        What.BALLOTS,
        What.COMPARISONS,
        What.DOTS,
        What.SCORES,
        What.DECISIONS,
    ),
    What.VOTES: (What.VOTES, What.BALLOTS, What.COMPARISONS),
    What.BALLOTS: (What.BALLOTS,),
    What.COMPARISONS: (What.COMPARISONS,),
    What.DOTS: (What.DOTS,),
    What.SCORES: (What.SCORES,),
    What.DECISIONS: (What.DECISIONS,),
}
"""Which long sheets it takes; of the others none."""


def votes_of(voting: Voting | None) -> What:
    """The one list that holds votes of this kind."""
    if voting is not None and voting.kind in BALLOTS:
        return What.BALLOTS
    pairs = voting is not None and voting.kind is VotingKind.PAIRWISE
    return What.COMPARISONS if pairs else What.VOTES
