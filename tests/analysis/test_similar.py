"""Whether it finds what people would call the same idea, and leaves alone what they would not."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from collector.analysis.similar import LEAST, Similar, Text, runs

SAME = [
    ("Sourdough bread on Mondays", "Bake sourdough on Monday too"),
    ("Gluten-free rolls", "Rolls without gluten"),
    ("Open earlier on weekdays", "Earlier opening hours during the week"),
    ("Paper bags instead of plastic", "Stop using plastic bags"),
    ("A bench in front of the shop", "Benches outside the shop"),
    ("Loyalty card for regular customers", "Stamp card for loyal customers"),
    ("Baking course for children", "Children's baking workshop"),
    ("Vegan croissants", "Please make a vegan croissant!"),
    ("Pay by card", "Card payment"),
    ("Smaller loaves for singles", "Half loaves for people who live alone: small loaves"),
    ("Brot vom Vortag günstiger", "Vortagsbrot zum halben Preis"),
    ("Roggenbrot backen", "Mehr Brot aus Roggen"),
    ("Brötchen ohne Gluten", "Glutenfreie Broetchen"),
    ("Früher öffnen", "Öffnungszeiten: bitte frueher aufmachen"),
    ("Kürbiskernbrot im Herbst", "Brot mit Kürbiskernen"),
    ("Fahrradständer vor dem Laden", "Ständer für Fahrräder"),
    ("Weniger Süßes im Schaufenster", "Nicht so viel Suesses ins Schaufenster"),
    ("Backkurs für Kinder", "Kurse: Kinder backen mit"),
    ("Papiertüten statt Plastiktüten", "Keine Plastiktüten mehr"),
    ("Lieferung mit dem Lastenrad", "Lastenfahrrad-Lieferung nach Hause"),
]
"""Twenty pairs that say the same in other words."""

OTHERS = [
    "Coffee to take away",
    "A quieter oven fan",
    "More seats by the window",
    "Cinnamon buns at Christmas",
    "Sell flour by weight",
    "Music in the afternoon",
    "A newsletter every month",
    "Cheese pretzels",
    "Sandwiches for lunch",
    "Donate what is left over",
    "Bigger price labels",
    "A toilet for customers",
    "Heißer Kakao im Winter",
    "Bestellen per Telefon",
    "Hunde draußen anbinden",
    "Kuchen am Sonntag",
    "Regionale Eier verwenden",
    "Mehr Auswahl am Abend",
    "Tische abwischen",
    "Rezepte aushängen",
]
"""Twenty that say what nothing else says."""


def index() -> Similar:
    texts = [*(one for one, _ in SAME), *OTHERS]
    return Similar(Text(str(place), title) for place, title in enumerate(texts))


def test_what_is_said_again_is_named_first_and_hardly_anything_else_is_named() -> None:
    """Floors: of twenty 95 % are the likest; of all that are named 85 % are right."""
    known = index()
    found = [known.like(other) for _, other in SAME]
    right = [bool(each) and each[0].ref == str(place) for place, each in enumerate(found)]
    named = sum(len(each) for each in found)
    hits = sum(str(place) in {one.ref for one in each} for place, each in enumerate(found))
    assert sum(right) / len(SAME) >= 0.95, [SAME[i] for i, each in enumerate(right) if not each]
    assert hits / named >= 0.85, named


def test_what_nobody_said_is_like_nothing() -> None:
    known = index()
    false = {
        other: known.like(other, but=str(len(SAME) + place)) for place, other in enumerate(OTHERS)
    }
    assert sum(bool(each) for each in false.values()) <= 1, false


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brötchen", "BROETCHEN"),
        ("Straße", "strasse"),
        ("Crème brûlée", "creme brulee"),
        ("Piñata", "Pin\u0303ata"),
    ],
)
def test_accents_capitals_and_sharp_s_make_no_difference(one: str, other: str) -> None:
    assert runs(one) == runs(other)


def test_a_title_weighs_more_than_the_text() -> None:
    known = Similar(
        [
            Text("title", "Sourdough bread", "Please, on Mondays and in winter."),
            Text("text", "On Mondays and in winter", "Please sourdough bread."),
            *(Text(other, other) for other in OTHERS),
        ]
    )
    assert [each.ref for each in known.like("Sourdough bread")][:2] == ["title", "text"]


def test_words_that_stand_in_every_idea_make_none_alike() -> None:
    known = Similar(Text(other, f"Bread: {other}") for other in OTHERS)
    assert known.like("Bread: a swing for the garden") == []


def test_nothing_is_like_nothing() -> None:
    assert Similar().like("Rye bread") == []
    assert index().like("") == []
    assert index().like("a the of") == []


def test_among_thousands_what_is_said_in_other_words_is_still_found() -> None:
    chance = random.Random(3)
    letters = "aeiouklmnprst"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(1500)]
    texts = [
        Text(
            str(number), " ".join(chance.choices(words, k=5)), " ".join(chance.choices(words, k=40))
        )
        for number in range(3000)
    ]
    known, found = Similar(texts), 0
    for each in texts[:100]:
        half = [*chance.sample(each.title.split(), 3), chance.choice(words)]
        found += each.ref in {one.ref for one in known.like(" ".join(half))}
    assert found >= 95


TEXTS = st.lists(
    st.builds(Text, st.sampled_from("abcdef"), st.text(max_size=20), st.text(max_size=40)),
    max_size=8,
)


@example([[Text("a", "", "0")], [Text("a", "", "0:1")]], "", "0")
@given(st.lists(TEXTS, min_size=1, max_size=4), st.text(max_size=20), st.text(max_size=40))
def test_renewed_it_answers_as_if_it_had_been_made_anew(
    steps: list[list[Text]], title: str, text: str
) -> None:
    known = Similar()
    for texts in steps:
        known.renew(texts)
    anew = Similar(steps[-1])
    assert len(known) == len(anew)
    assert [(each.ref, pytest.approx(each.likeness)) for each in known.like(title, text)] == [
        (each.ref, each.likeness) for each in anew.like(title, text)
    ]


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_an_idea_is_most_like_itself(title: str, text: str) -> None:
    known = Similar([Text("own", title, text), *(Text(other, other) for other in OTHERS)])
    found = known.like(title, text)
    assert all(LEAST <= each.likeness <= 1 + 1e-9 for each in found)
    if runs(title) | runs(text):
        assert found[0].likeness == pytest.approx(1)
        assert known.like(title, text, but="own")[:1] != found[:1]


def test_what_was_asked_is_answered_anew_once_ideas_have_changed() -> None:
    held = Similar([Text("rye", "Rye bread on Fridays")])
    assert [each.ref for each in held.like("Rye bread")] == ["rye"]
    held.renew([Text("rye", "Rye bread on Fridays"), Text("more", "Rye bread")])
    assert [each.ref for each in held.like("Rye bread")] == ["more", "rye"]
    held.renew([Text("more", "Rye bread")])
    assert [each.ref for each in held.like("Rye bread")] == ["more"]
    held.renew([])
    assert held.like("Rye bread") == []


def test_an_answer_is_the_askers_own() -> None:
    held = Similar([Text("rye", "Rye bread on Fridays")])
    held.like("Rye bread").clear()
    assert [each.ref for each in held.like("Rye bread")] == ["rye"]
