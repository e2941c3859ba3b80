"""A translation exchanges a brief's words and nothing else."""

from pathlib import Path

import pytest

from collector.brief import Brief, Prose, read, read_folder
from collector.errors import Finding
from collector.form import define
from collector.garden import Settings

SETTINGS = Settings(timezone="Europe/Berlin")

ENGLISH = """\
---
closes: never
objective: Fewer leftovers
prize: A cake
---
# What should we bake?

Our oven stands idle.

## Share your idea {.idea}

### Give it a name * {#title}
Short is good.

____ (3–80 characters)

### Your link to us {#role}
- (customer) Customer
- (staff) I work here
- (other) Other: ____

---

*Only if [your link](#role) is staff.*

### How good is it? {#good}
(1) Bad … (5) Good

### How many? {#loaves}
- [white] Loaves: ____
- [rolls] Rolls: ____

## A quick question {.poll #hours}

### When? {#when}
- [am] Morning
- [pm] Evening

## The ideas {.ideas}
"""

GERMAN = """\
---
prize: Ein Kuchen
---
# Was sollen wir backen?

Unser Ofen steht leer.

## Ihre Idee {.idea}

### Wie heißt sie? * {#title}
Kurz ist gut.

____

### Was verbindet uns? {#role}
- (customer) Kundschaft
- (staff) Ich arbeite hier
- (other) Anderes: ____

---

### Wie gut ist sie? {#good}
(1) Schlecht … (5) Gut

### Wie viele? {#loaves}
- [white] Brote: ____
- [rolls] Semmeln: ____

Danke!

## Eine kurze Frage {.poll #hours}

### Wann? {#when}
- [am] Morgens
- [pm] Abends

## Die Ideen {.ideas}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bread.md").write_text(ENGLISH, "utf-8")
    return tmp_path


def translated(folder: Path, german: str = GERMAN) -> Brief:
    (folder / "bread.de.md").write_text(german, "utf-8")
    reading = read(folder / "bread.md", SETTINGS)
    assert reading.findings == ()
    assert reading.brief is not None
    return reading.brief


def told(folder: Path, old: str, new: str) -> Finding:
    """The one finding about a translation in which this was changed."""
    assert old in GERMAN
    (folder / "bread.de.md").write_text(GERMAN.replace(old, new), "utf-8")
    reading = read(folder / "bread.md", SETTINGS)
    assert reading.brief is None
    (finding,) = reading.findings
    assert finding.path == folder / "bread.de.md"
    return finding


def test_the_words_are_the_translation_s(folder):
    german = translated(folder).spoken("de")
    assert (german.language, german.slug) == ("de", "bread")
    assert (german.title, german.summary) == ("Was sollen wir backen?", "Unser Ofen steht leer.")
    assert german.prize == "Ein Kuchen"
    idea, hours = german.forms
    assert (idea.label, hours.label) == ("Ihre Idee", "Eine kurze Frage")
    assert [each.label for each in idea.questions] == [
        "Wie heißt sie?",
        "Was verbindet uns?",
        "Wie gut ist sie?",
        "Wie viele?",
    ]
    assert idea.questions[0].help == "Kurz ist gut."
    assert idea.questions[3].note == "Danke!"
    labels = [[each.label for each in question.options] for question in idea.questions]
    assert labels[1] == ["Kundschaft", "Ich arbeite hier", "Anderes"]
    assert labels[2] == ["Schlecht", "Gut"]
    assert [each.label for each in idea.questions[3].lines] == ["Brote", "Semmeln"]


def test_the_structure_is_the_brief_s(folder):
    brief = translated(folder)
    german = brief.spoken("de")
    assert [define(each).hash for each in german.forms] == [
        define(each).hash for each in brief.forms
    ]
    assert german.forms[0].questions[0].limits == brief.forms[0].questions[0].limits
    assert german.forms[0].questions[0].required
    assert german.forms[0].pages[1].condition == brief.forms[0].pages[1].condition


def test_prose_is_as_free_as_the_words_are(folder):
    german = translated(folder, GERMAN.replace("## Die Ideen", "## Und sonst?\n\nNichts.\n\n## D"))
    prose = [each for each in german.spoken("de").sections if isinstance(each, Prose)]
    assert prose[-1].text.startswith("## Und sonst?")


def test_a_language_without_words_is_spoken_in_the_brief_s_own(folder):
    brief = translated(folder)
    assert brief.spoken("fr") is brief
    assert brief.spoken("en") is brief


@pytest.mark.parametrize(
    ("old", "new", "reason", "line", "fix"),
    [
        ("prize: Ein Kuchen", "closes: never", "brief-translation-setting", 2, ""),
        ("{#role}", "{#rolle}", "brief-translation-question", 15, "### Was verbindet uns? {#role}"),
        ("(staff) Ich", "( ) Ich", "brief-translation-codes", 15, "- (staff) Ich arbeite hier"),
        (
            "[rolls] Semmeln",
            "[roll] Semmeln",
            "brief-translation-codes",
            25,
            "- [rolls] Semmeln: ____",
        ),
        ("[pm] Abends", "[ ] Abends", "brief-translation-codes", 33, "- [pm] Abends"),
        ("(1) Schlecht … (5) Gut", "____", "brief-translation-shape", 22, ""),
        ("\n---\n\n### Wie gut", "\n### Wie gut", "brief-translation-pages", 8, ""),
        ("{.poll #hours}", "{.poll}", "brief-translation-section", 1, ""),
        ("\n## Die Ideen {.ideas}\n", "", "brief-translation-section", 1, ""),
    ],
)
def test_what_differs_is_told_at_its_line(folder, old, new, reason, line, fix):
    finding = told(folder, old, new)
    assert (finding.reason, finding.line, finding.fix) == (reason, line, fix)


def test_a_question_that_is_not_translated_is_named(folder):
    lines = "### Wie viele? {#loaves}\n- [white] Brote: ____\n- [rolls] Semmeln: ____\n\nDanke!\n"
    finding = told(folder, lines, "")
    assert (finding.reason, finding.fix) == ("brief-translation-missing", "### How many? {#loaves}")


def test_faults_of_a_translation_s_own_are_told_too(folder):
    assert told(folder, "(1) Schlecht … (5) Gut", "(5) Gut … (1) Schlecht").line == 23


def test_a_translation_of_nothing_is_an_error(tmp_path):
    (tmp_path / "bread.de.md").write_text(GERMAN, "utf-8")
    ((finding, *_),) = [each.findings for each in read_folder(tmp_path, SETTINGS)]
    assert (finding.reason, finding.fix) == ("brief-translation-alone", "bread.md")


def test_a_language_that_the_kit_does_not_know_is_an_error(folder):
    (folder / "bread.xx.md").write_text(GERMAN, "utf-8")
    reasons = {
        each.reason for reading in read_folder(folder, SETTINGS) for each in reading.findings
    }
    assert "brief-translation-language" in reasons


def test_a_brief_is_not_translated_into_its_own_language(folder):
    (folder / "bread.en.md").write_text(GERMAN, "utf-8")
    reasons = [each.reason for each in read(folder / "bread.md", SETTINGS).findings]
    assert reasons == ["brief-translation-same"]


def test_a_folder_reads_a_translation_with_its_brief(folder):
    translated(folder)
    (reading,) = read_folder(folder, SETTINGS)
    assert [each.language for each in reading.brief.translations] == ["de"]


PARTS = """\
---
closes: never
---
# Bread
## Survey {.survey}
### Order {#order choose=1 .shuffle}
1. [taste] Taste
2. [price] Price
### Rating {#rating}
| | (bad) Bad | (good) Good |
|---|---|---|
| [staff] Staff | ( ) | ( ) |
### Money {#money}
- [oven] Oven: ____
- [seats] Seats: ____
- = 100 points
### Price {#kilo}
(2 €) Little … (12 €) Much, steps of 2
### Loaf {#loaf}
- (round) ![A round loaf](round.svg) Round
- (long) Long
### Town {#town .dropdown from=towns.csv}
"""
WORDS = {
    "Order": "Reihe",
    "Taste": "Geschmack",
    "Price": "Preis",
    "Bad": "Schlecht",
    "Staff": "Team",
    "Oven": "Ofen",
    "points": "Punkte",
    "Little": "Wenig",
    "steps of": "Schritte von",
    "A round loaf](round": "Ein rundes Brot](rund",
    "towns.csv": "orte.csv",
    "closes: never\n": "title: Brot\n",
}


def test_parts_of_questions_are_translated_by_their_codes(tmp_path):
    german = PARTS
    for old, new in WORDS.items():
        german = german.replace(old, new)
    (tmp_path / "bread.md").write_text(PARTS)
    (tmp_path / "bread.de.md").write_text(german)
    for name in ("round.svg", "rund.svg"):
        (tmp_path / name).touch()
    (tmp_path / "towns.csv").write_text("bern,Berne\nbasel,Basle\n")
    (tmp_path / "orte.csv").write_text("basel,Basel\nbern,Bern\n")
    brief = read(tmp_path / "bread.md", SETTINGS).brief
    (other,) = brief.translations
    assert define(other.forms[0]).hash == define(brief.forms[0]).hash
    order, rating, money, kilo, loaf, town = other.forms[0].questions
    assert (order.options[0].label, rating.options[0].label) == ("Geschmack", "Schlecht")
    assert (rating.lines[0].label, money.lines[0].label) == ("Team", "Ofen")
    assert kilo.options[0].label == "Wenig"
    assert (loaf.options[0].picture, loaf.options[0].alt) == ("rund.svg", "Ein rundes Brot")
    assert [each.label for each in town.options] == ["Bern", "Basel"]
