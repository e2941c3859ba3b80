"""What ballots or comparisons say, in short and in full, for people."""

from collector import draw
from collector.analysis import Duels, Verdict
from collector.brief import SINGLE, Brief
from collector.draw import Asked
from collector.published import Outcome
from collector.words import say


def has_outcome(brief: Brief) -> bool:
    """Whether the challenge's votes are told as a whole."""
    return brief.voting is not None and brief.voting.kind not in SINGLE


def draw_outcome(outcome: Outcome) -> str:
    """HTML of the whole outcome."""
    asked = Asked(outcome.kind, say(f"outcome-{outcome.kind}"), "outcome")
    titles = outcome.titles
    if outcome.runoff is not None:
        duels = Duels(outcome.n, {}, outcome.unbeaten, None)
        return draw.rounds(outcome.runoff, duels, titles, asked)
    if outcome.spending is not None and outcome.n:
        return draw.spending(outcome.spending, titles, outcome.unit, asked)
    if outcome.shares and outcome.n:
        return draw.win_shares(outcome.shares, outcome.n, titles, asked)
    return ""


def in_short(outcome: Outcome) -> str:
    """Who is first, or what is paid for; nothing while nobody has voted."""
    if not outcome.n:
        return ""
    if outcome.spending is not None:
        paid = [each for each in outcome.spending.bids if each.verdict is Verdict.FUNDED]
        titles = ", ".join(outcome.titles[each.code] for each in paid)
        return say("outcome-funded", {"titles": titles}) if paid else say("outcome-funded-none")
    first = [ref for ref, place in outcome.ranks().items() if place == 1]
    titles = ", ".join(outcome.titles[ref] for ref in first)
    return say("outcome-first", {"title": titles}) if first else ""
