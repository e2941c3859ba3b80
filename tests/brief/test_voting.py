import pytest

from collector.brief import CountsShown, Voting, VotingKind
from tests.brief.challenges import COST, IDEAS, POLL, PRIVATE, of


def voting_of(author, line: str) -> Voting | None:
    forms = IDEAS + COST if "budget" in line.lower() else IDEAS
    return author.publishes(of(f"voting: {line}", forms=forms)).voting


@pytest.mark.parametrize(
    ("line", "voting"),
    [
        ("approve", Voting(VotingKind.APPROVE)),
        ("Updown", Voting(VotingKind.UPDOWN)),
        ("stars", Voting(VotingKind.STARS)),
        ("ranked", Voting(VotingKind.RANKED)),
        ("pairwise", Voting(VotingKind.PAIRWISE)),
        ("budget 5000 €", Voting(VotingKind.BUDGET, budget=5000, unit="€")),
        ("budget €5000", Voting(VotingKind.BUDGET, budget=5000, unit="€")),
        ("budget 12,5 €", Voting(VotingKind.BUDGET, budget=12.5, unit="€")),
        ("budget 100", Voting(VotingKind.BUDGET, budget=100)),
        ("approve, 3 per person", Voting(VotingKind.APPROVE, most=3)),
        ("ranked,3 per person", Voting(VotingKind.RANKED, most=3)),
        ("stars, counts after vote", Voting(VotingKind.STARS, counts=CountsShown.AFTER_VOTE)),
        (
            "pairwise, counts after close",
            Voting(VotingKind.PAIRWISE, counts=CountsShown.AFTER_CLOSE),
        ),
        ("approve, counts always, 1 per person", Voting(VotingKind.APPROVE, most=1)),
        ("updown, round final", Voting(VotingKind.UPDOWN, round="final")),
        (
            "budget 9000 €, 5 per person, counts after close, round 2",
            Voting(VotingKind.BUDGET, 5, CountsShown.AFTER_CLOSE, 9000, "€", "2"),
        ),
        ("none", None),
        ("off", None),
    ],
)
def test_voting_says_how_how_often_and_when_counts_are_told(author, line, voting):
    assert voting_of(author, line) == voting


def test_without_a_word_there_is_no_voting(author):
    assert author.publishes(of()).voting is None


@pytest.mark.parametrize(
    ("line", "reason", "fix"),
    [
        ("aprove", "brief-voting-kind", "approve"),
        ("likes", "brief-voting-kind", "approve"),
        ("star", "brief-voting-kind", "stars"),
        ("budget", "brief-voting-budget", "budget 5000 €"),
        ("budget 0 €", "brief-voting-budget", "budget 5000 €"),
        ("budget a lot", "brief-voting-budget", "budget 5000 €"),
        ("budget 5.000 €", "brief-blank-thousands", "budget 5000 €"),
        ("approve, 0 per person", "brief-voting-part", "approve, 3 per person"),
        ("approve, three per person", "brief-voting-part", "approve, 3 per person"),
        ("approve, counts after voting", "brief-voting-part", "approve, counts after vote"),
        ("approve, 3 per person, 2 per person", "brief-voting-twice", "approve, 3 per person"),
        ("stars, counts always, counts after vote", "brief-voting-twice", "stars, counts always"),
        ("pairwise, 3 per person", "brief-voting-pairwise", "pairwise"),
        ("approve, round a/b", "brief-voting-round", "approve, round 2"),
        ("none, 3 per person", "brief-voting-kind", "none"),
    ],
)
def test_voting_that_does_not_read_comes_with_a_line_that_does(author, line, reason, fix):
    finding = author.hears(of(f"voting: {line}", forms=IDEAS + COST), reason)
    assert (finding.line, finding.fix) == (3, f"voting: {fix}")
    author.publishes(of(finding.fix, forms=IDEAS + COST))


@pytest.mark.parametrize("forms", [POLL, PRIVATE, ""])
@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("voting: approve", "voting: none"),
        ("comments: on", "comments: off"),
        ("answers within: 14 days", ""),
    ],
)
def test_voting_comments_and_answers_need_ideas_that_all_can_read(author, forms, line, fix):
    finding = author.hears_only(of(line, forms=forms), "brief-needs-ideas")
    assert (finding.line, finding.fix) == (3, fix)


@pytest.mark.parametrize(
    "cost",
    [
        "",
        COST.replace(" *", ""),
        COST.replace(" .public", ""),
        COST.replace("(amount 0–5000 €)", "(3–80 characters)"),
    ],
)
def test_a_budget_needs_what_each_idea_costs_for_all_to_read(author, cost):
    finding = author.hears(of("voting: budget 5000 €", forms=IDEAS + cost), "brief-voting-cost")
    assert finding.line == 3
    author.publishes(of("voting: budget 5000 €", forms=f"{IDEAS}{finding.fix}\n\n____ (number)\n"))


def test_a_budget_and_costs_have_one_unit(author):
    forms = IDEAS + COST.replace("€", "kg")
    finding = author.hears_only(of("voting: budget 50 €", forms=forms), "brief-voting-unit")
    assert finding.fix == "voting: budget 50 kg"


@pytest.mark.parametrize(
    ("settings", "forms", "comments"),
    [
        ((), IDEAS, True),
        ((), PRIVATE, False),
        ((), POLL, False),
        (("comments: off",), IDEAS, False),
        (("comments: No",), IDEAS, False),
        (("comments: yes",), IDEAS, True),
        (("comments: off",), POLL, False),
    ],
)
def test_ideas_can_be_commented_on_unless_the_brief_says_otherwise(
    author, settings, forms, comments
):
    assert author.publishes(of(*settings, forms=forms)).comments is comments
