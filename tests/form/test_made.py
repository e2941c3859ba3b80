"""Made-up answers stand for all that people could answer."""

from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from collector.brief import Shape
from collector.errors import Invalid, Problem
from collector.form import Map, check, define, due, made
from collector.form.answers import Sent, read_answers
from collector.form.branches import DAY
from tests.form.forms import question
from tests.form.strategies import TODAY, forms, good_answers


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("turn", range(4))
def test_what_is_made_up_for_a_question_is_accepted(shape, turn):
    asked = question(shape, required=True)
    read = read_answers(asked, Sent(made(asked, turn=turn), DAY))
    assert read
    assert not any(isinstance(each, Problem) for each in read.values())


def test_what_is_wanted_is_sent_and_the_rest_made_up_around_it():
    share = question(Shape.SHARE)
    first = f"share__{share.lines[0].code}"
    raw = made(share, {first: ["1"]})
    assert raw[first] == ["1"]
    assert sum(float(text) for (text,) in raw.values()) == share.total


@given(forms())
def test_every_path_of_any_form_is_accepted_and_meets_what_it_says(form):
    definition = define(form)
    chart = Map(definition)
    for turn, path in enumerate(islice(chart.paths(), 20)):
        sent = chart.sent_on(path, turn)
        checked = attempt(definition, sent)
        assert checked is None or due(definition, checked.answers) == chart.met_on(path)


@given(st.data())
def test_whatever_people_answer_their_way_is_one_of_the_paths(data):
    form = data.draw(forms())
    definition = define(form)
    chart = Map(definition)
    assume(chart.whole)
    checked = attempt(definition, data.draw(good_answers(form)), TODAY)
    assume(checked is not None)
    ways = [chart.met_on(path) for path in islice(chart.paths(), 2000)]
    assume(len(ways) < 2000)
    assert due(definition, checked.answers) in ways


def attempt(definition, sent, today=DAY):
    """What was read; None if nothing at all was answered."""
    try:
        return check(definition, sent, today=today)
    except Invalid as refusal:
        if {each.reason for each in refusal.problems.values()} == {"answer-nothing"}:
            return None
        raise
