import pytest

from tests.brief.conftest import SURVEY


def test_a_challenge_without_an_end_is_warned(author):
    finding = author.hears_only("# Bread\n", "brief-no-closes")
    assert finding.fix == "closes: never"


def test_over_five_required_questions(author):
    questions = "".join(f"### Question {n} * {{#q{n}}}\n____\n\n" for n in range(6))
    finding = author.is_warned(questions, "brief-many-required")
    assert author.line(finding) == 16
    assert finding.fix == "### Question 5 {#q5}"


@pytest.mark.parametrize(
    ("questions", "reason", "fix"),
    [
        ("### How are price and taste?\n☆☆☆☆☆\n", "brief-two-things", "### How are price?"),
        ("### How?\n(-1) Bad … (3) Good\n", "brief-unbalanced", ""),
        (
            "### How?\n- ( ) Excellent\n- ( ) Very good\n- ( ) Good\n- ( ) Poor\n",
            "brief-unbalanced",
            "",
        ),
        ("### Which? *\n- ( ) Rye\n- ( ) Oats\n", "brief-no-way-out", "- ( ) Other: ____"),
        (
            "### Which? Choose up to three. {#which}\n- [ ] Rye\n- [ ] Oats\n- [ ] Corn\n",
            "brief-choose-none",
            "### Which? Choose up to three. {choose=1-3 #which}",
        ),
        (
            "### Which?\nPick two.\n\n- [ ] Rye\n- [ ] Oats\n- [ ] Corn\n",
            "brief-choose-none",
            "### Which? {choose=1-2}",
        ),
        ("### Your name\n____\n", "brief-who", "### Your name {.personal}"),
        ("### Who?\n- Street: ____\n- Town: ____\n", "brief-who", "### Who? {.personal}"),
    ],
)
def test_a_question_that_asks_badly_is_warned_with_the_reason(author, questions, reason, fix):
    assert author.is_warned(questions, reason).fix == fix


@pytest.mark.parametrize(
    "questions",
    [
        "### How is bread and butter?\n____\n",
        "### How?\n(-2) Bad … (2) Good\n",
        "### How?\n- ( ) Very good\n- ( ) Good\n- ( ) Bad\n- ( ) Very bad\n",
        "### Fresh? *\n- ( ) Yes\n- ( ) No\n",
        "### Which? *\n- ( ) Rye\n- ( ) Other: ____\n",
        "### Which? *\n- ( ) Rye\n- ( ) I don’t know\n",
        "### Which? Up to two. {choose=1-2}\n- [ ] Rye\n- [ ] Oats\n- [ ] Corn\n",
        "### Your name {.personal}\n____\n",
        "### Give it a name\n____\n",
    ],
)
def test_what_asks_well_is_not_warned(author, questions):
    assert author.writes(SURVEY + questions).findings == ()


GERMAN, FRENCH, SPANISH = "de", "fr", "es"


@pytest.mark.parametrize(
    ("language", "questions", "reason", "fix"),
    [
        (
            GERMAN,
            "### Wie sind Preis und Güte?\n☆☆☆☆☆\n",
            "brief-two-things",
            "### Wie sind Preis?",
        ),
        (
            GERMAN,
            "### Wie?\n- ( ) Sehr gut\n- ( ) Gut\n- ( ) Schlecht\n",
            "brief-unbalanced",
            "",
        ),
        (
            GERMAN,
            "### Was? *\n- ( ) Roggen\n- ( ) Hafer\n",
            "brief-no-way-out",
            "- ( ) Sonstiges: ____",
        ),
        (
            GERMAN,
            "### Was? Bis zu zwei.\n- [ ] Roggen\n- [ ] Hafer\n- [ ] Mais\n",
            "brief-choose-none",
            "### Was? Bis zu zwei. {choose=1-2}",
        ),
        (GERMAN, "### Ihr Name\n____\n", "brief-who", "### Ihr Name {.personal}"),
        (FRENCH, "### Le prix et le goût ?\n☆☆☆☆☆\n", "brief-two-things", "### Le prix?"),
        (
            FRENCH,
            "### Quoi ? *\n- ( ) Seigle\n- ( ) Avoine\n",
            "brief-no-way-out",
            "- ( ) Autre: ____",
        ),
        (
            FRENCH,
            "### Quoi ? Jusqu’à deux.\n- [ ] Seigle\n- [ ] Avoine\n- [ ] Maïs\n",
            "brief-choose-none",
            "### Quoi ? Jusqu’à deux. {choose=1-2}",
        ),
        (FRENCH, "### Votre nom\n____\n", "brief-who", "### Votre nom {.personal}"),
        (SPANISH, "### ¿El precio y el gusto?\n☆☆☆☆☆\n", "brief-two-things", "### ¿El precio?"),
        (
            SPANISH,
            "### ¿Qué? *\n- [ ] Centeno\n- [ ] Avena\n",
            "brief-no-way-out",
            "- [ ] Otro: ____",
        ),
        (SPANISH, "### Su nombre\n____\n", "brief-who", "### Su nombre {.personal}"),
    ],
)
def test_a_brief_is_advised_by_the_words_of_its_language(author, language, questions, reason, fix):
    assert [(each.reason, each.fix) for each in author.hears_in(language, questions)] == [
        (reason, fix)
    ]


@pytest.mark.parametrize(
    ("language", "questions"),
    [
        (GERMAN, "### Frisch? *\n- ( ) Ja\n- ( ) Nein\n"),
        (GERMAN, "### Was? *\n- ( ) Roggen\n- ( ) Weiß nicht\n"),
        (GERMAN, "### Wie?\n- ( ) Sehr gut\n- ( ) Gut\n- ( ) Schlecht\n- ( ) Sehr schlecht\n"),
        (FRENCH, "### Quoi ? *\n- ( ) Seigle\n- ( ) Je ne sais pas\n"),
        (SPANISH, "### ¿Qué? *\n- ( ) Centeno\n- ( ) No lo sé\n"),
        (SPANISH, "### Name and address of the shop?\n☆☆☆☆☆\n"),
    ],
)
def test_what_asks_well_in_its_language_is_not_warned(author, language, questions):
    assert author.hears_in(language, questions) == []
