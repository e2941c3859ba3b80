import json
from dataclasses import replace

import pytest

from collector.brief import Clause, Condition, FormKind, Limits, Option, Page, Range, Shape, Test
from collector.form import Definition, define
from tests.form.forms import TOWNS, WITH_A_FRIEND, form, form_of_every_shape, question

LATER = (
    Shape.FILE,
    Shape.RANKING,
    Shape.MATRIX_ONE,
    Shape.MATRIX_SEVERAL,
    Shape.MATRIX_LINES,
    Shape.SLIDER,
    Shape.SHARE,
)
"""Shapes that came after the first entries were kept."""

CONDITION = Condition(
    (Clause("scale", Test.AT_LEAST, (Range(3.0, 3.0),)), Clause("one", Test.IS, ("bern",))),
    every=False,
)


def test_a_definition_comes_back_from_json_unchanged():
    pages = (
        Page(form_of_every_shape().questions),
        Page((question(Shape.TEXT, "why", condition=CONDITION),), condition=WITH_A_FRIEND),
    )
    definition = define(form(pages=pages))
    document = json.loads(json.dumps(definition.to_document()))
    again = Definition.from_document(document)
    assert again == definition
    assert again.hash == definition.hash


def test_words_are_no_part_of_a_definition():
    asked = form(question(Shape.ONE))
    corrected = replace(
        question(Shape.ONE, label="Which town?", help="Where you live.", note="Nearest.", line=7),
        options=tuple(replace(each, label=each.label.upper()) for each in TOWNS),
        dropdown=True,
    )
    assert define(form(corrected, label="Tell us")) == define(asked)


def test_another_labelled_point_makes_no_new_scale():
    points = (Option("1", "Awful"), Option("3", "So-so"), Option("5", "Great"))
    again = form(question(Shape.SCALE, options=points))
    assert define(again) == define(form(question(Shape.SCALE)))


@pytest.mark.parametrize(
    "changed",
    [
        question(Shape.ONE, "town"),
        question(Shape.SEVERAL, "one"),
        question(Shape.ONE, required=True),
        question(Shape.ONE, options=TOWNS[:2]),
        question(Shape.ONE, options=(*TOWNS, Option("genf", "Genf"))),
        question(Shape.ONE, condition=WITH_A_FRIEND),
        question(Shape.ONE, public=True),
        question(Shape.ONE, personal=True),
    ],
)
def test_a_change_of_structure_is_a_new_version(changed):
    assert define(form(changed)).hash != define(form(question(Shape.ONE))).hash


def test_a_limit_is_the_same_written_as_whole_or_decimal():
    whole = form(question(Shape.NUMBER, limits=Limits(0, 5)))
    decimal = form(question(Shape.NUMBER, limits=Limits(0.0, 5.0)))
    assert define(whole).hash == define(decimal).hash


def test_a_least_of_nought_is_kept():
    definition = define(form(question(Shape.NUMBER, limits=Limits(0, 5))))
    assert Definition.from_document(definition.to_document()).questions[0].limits.least == 0


def test_the_hash_outlives_versions_of_the_kit():
    """Entries name their form by it: if this must change, old definitions need a migration."""
    first = define(form(*(question(shape) for shape in Shape if shape not in LATER)))
    assert first.hash == "2b47b5b9cb7830cb3dbd0dc41815b7100884696198595a26fa5f068c9750a092"
    later = define(form(*(question(shape) for shape in LATER)))
    assert later.hash == "13aa7e665b01a638dbfbf11cd0131b72e9a8fdac63ed11c15a49b88758317da2"


def test_what_only_shows_differently_is_the_same_form():
    """Pictures, an order by chance, a menu: a form changed so takes the same answers."""
    plain = question(Shape.ONE)
    pictured = tuple(replace(each, picture="a.jpg", alt="A") for each in plain.options)
    shown = replace(plain, options=pictured, shuffle=True, dropdown=True)
    assert define(form(shown)).hash == define(form(plain)).hash


@pytest.mark.parametrize(
    ("shape", "facts"),
    [
        (Shape.SLIDER, {"step": 5}),
        (Shape.SLIDER, {"high": 400}),
        (Shape.SHARE, {"total": 50}),
        (Shape.RANKING, {"choose": (1, 1)}),
        (Shape.SEVERAL, {"options": (Option("a", "A"), Option("b", "B", alone=True))}),
    ],
)
def test_what_may_be_answered_is_structure(shape, facts):
    asked = question(shape)
    changed = define(form(replace(asked, **facts)))
    assert changed.hash != define(form(asked)).hash
    assert Definition.from_document(changed.to_document()) == changed


def test_a_definition_remembers_what_was_promised_to_be_shown():
    questions = (
        question(Shape.TEXT, "title"),
        question(Shape.EMAIL, public=True, personal=False),
        question(Shape.ONE, public=True),
        question(Shape.TIME),
    )
    ideas, survey = define(form(*questions)), define(form(*questions, kind=FormKind.SURVEY))
    assert [each.id for each in ideas.questions if each.public] == ["title", "one"]
    assert not any(each.public for each in survey.questions)
    assert not any(each.public for each in define(form(*questions, private=True)).questions)


def test_columns_are_told_in_order():
    asked = form(question(Shape.ONE), question(Shape.LINES), question(Shape.YES))
    assert define(asked).columns == (
        "one",
        "one_other",
        "lines__street",
        "lines__guests",
        "yes",
    )
