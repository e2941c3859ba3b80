"""The scorecard of a brief: what it says, and what is wrong with one."""

import pytest

from collector.brief import Results, Scorecard, Shape
from collector.errors import Severity
from tests.brief.challenges import POLL, PRIVATE, of

IDEAS = "## Share your idea {.idea}\n\n### Give it a name * {#title}\n\n____\n\n"
IMPACT = "### What it brings {#impact weight=3}\n\nHow much?\n\n(1) Little … (5) Much\n\n"
EASE = "### How easy it is {#ease}\n\n(1) Hard … (5) Easy\n\n"
FIT = "### Fits us * {#fit weight=0}\n\n☆☆☆\n\n"


def jury(*criteria: str, braces: str = ".jury", ideas: str = IDEAS) -> str:
    return of(forms=f"{ideas}## How we choose {{{braces}}}\n\nWe read all.\n\n{''.join(criteria)}")


def test_a_scorecard_is_read_with_its_weights(author):
    brief = author.publishes(jury(IMPACT, EASE, FIT, braces=".jury matrix=impact,ease"))
    card = brief.scorecard
    assert card.matrix == ("impact", "ease")
    assert card.results is Results.NEVER
    assert card.form.pages[0].introduction == "We read all."
    assert [(each.id, each.shape, each.weight, each.required) for each in card.criteria] == [
        ("impact", Shape.SCALE, 3, False),
        ("ease", Shape.SCALE, 1, False),
        ("fit", Shape.STARS, 0, True),
    ]
    assert [card.share(each) for each in card.criteria] == [0.75, 0.25, 0]


def test_it_is_no_form_that_visitors_fill_in(author):
    brief = author.publishes(jury(IMPACT))
    assert [each.name for each in brief.forms] == ["idea"]
    assert brief.form("jury") is None
    assert isinstance(brief.sections[-1], Scorecard)


def test_a_challenge_without_one_has_no_jury(author):
    assert author.publishes(of()).scorecard is None


@pytest.mark.parametrize(("written", "weight"), [("0,5", 0.5), ("0.5", 0.5), ("12", 12)])
def test_a_weight_is_a_number(author, written, weight):
    text = jury(IMPACT.replace("weight=3", f"weight={written}"))
    assert author.publishes(text).scorecard.criteria[0].weight == weight


@pytest.mark.parametrize("written", ["-1", "much", "1/2", "99999", "1.2345"])
def test_a_weight_that_is_none_is_an_error(author, written):
    finding = author.hears(jury(IMPACT.replace("=3", f"={written}"), EASE), "brief-weight")
    assert finding.severity is Severity.ERROR
    assert finding.fix == "### What it brings {#impact}"


def test_weights_that_sum_to_nothing_are_an_error(author):
    finding = author.hears_only(jury(IMPACT.replace("=3", "=0"), FIT), "brief-jury-weights")
    assert finding.fix == "### What it brings {weight=1}"


def test_only_a_scorecard_has_weights(author):
    text = of(forms=POLL.replace("### When?", "### When? {weight=2}"))
    assert author.hears_only(text, "brief-weight-outside").fix == "### When?"


def test_only_scales_and_stars_judge(author):
    finding = author.hears_only(jury(IMPACT, "### Why?\n\n____\n\n"), "brief-jury-shape")
    assert finding.fix == "(1) Weak … (5) Strong"


def test_every_criterion_is_asked_of_every_idea_on_one_page(author):
    late = f"{EASE.split(chr(10), 1)[0]}\n*Only if [what](#impact) is at least 3.*\n\n(1) – (5)\n\n"
    author.hears(jury(IMPACT, late), "brief-jury-condition")
    author.hears_only(jury(IMPACT, "---\n\n", EASE), "brief-jury-page")


def test_there_is_one_scorecard(author):
    author.hears(jury(IMPACT) + f"## Another {{.jury #two}}\n\n{EASE}", "brief-jury-twice")


def test_a_jury_judges_ideas(author):
    author.hears_only(jury(IMPACT, ideas=POLL), "brief-jury-ideas")
    finding = author.hears_only(jury(IMPACT, ideas=PRIVATE), "brief-jury-private")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("results", ["never", "after-close", "always"])
def test_scores_are_told_as_the_brief_says(author, results):
    brief = author.publishes(jury(IMPACT, braces=f".jury results={results}"))
    assert brief.scorecard.results == results


@pytest.mark.parametrize("written", ["after-vote", '"after-vote"'])
def test_nobody_is_told_scores_for_voting(author, written):
    finding = author.hears_only(
        jury(IMPACT, braces=f".jury results={written}"), "brief-jury-results"
    )
    assert finding.fix == "## How we choose {.jury results=after-close}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("impact,eas", "impact,ease"),
        ("impact", "impact,ease"),
        ("ease,ease", "ease,impact"),
        ("x,y", "impact,ease"),
        ('"impact, ease"', "impact,ease"),
    ],
)
def test_a_matrix_is_of_two_criteria(author, written, meant):
    text = jury(IMPACT, EASE, braces=f".jury matrix={written}")
    assert author.hears_only(text, "brief-jury-matrix").fix.endswith(f"{{.jury matrix={meant}}}")


def test_a_matrix_belongs_to_a_jury_only(author):
    text = of(forms=POLL.replace("{.poll}", "{.poll matrix=a,b}"))
    author.hears(text, "brief-section-unknown")


def test_a_translation_has_the_words_of_the_same_scorecard(author):
    (author.folder / "bread.md").write_text(jury(IMPACT, EASE), encoding="utf-8")
    german = jury(IMPACT, EASE).replace("closes: never\n", "")
    german = german.replace("How we choose", "So wählen wir").replace("Little", "Wenig")
    german = german.replace(" weight=3", "")
    (author.folder / "bread.de.md").write_text(german, encoding="utf-8")
    reading = author.writes(jury(IMPACT, EASE))
    assert [each.reason for each in reading.findings] == []
    (translated,) = reading.brief.translations
    assert translated.scorecard.form.label == "So wählen wir"
    assert translated.scorecard.criteria[0].options[0].label == "Wenig"
    assert translated.scorecard.criteria[0].weight == 3
