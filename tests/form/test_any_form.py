"""What holds for every form and whatever is sent to it."""

import json

from hypothesis import assume, given
from hypothesis import strategies as st

from collector.errors import Invalid
from collector.form import Checked, Definition, check, define, due, labels, read_back, summarise
from collector.form.columns import columns
from collector.words import say
from tests.form.forms import context
from tests.form.page import drawn
from tests.form.strategies import TODAY, forms, good_answers, raw_for


@given(st.data())
def test_whatever_is_sent_is_read_or_refused_with_problems_that_can_be_said(data):
    form = data.draw(forms())
    raw = data.draw(raw_for(form))
    told = attempt(form, raw)
    if isinstance(told, Checked):
        json.dumps(told.answers, allow_nan=False).encode()
    else:
        assert all(say(each.reason, each.facts) for each in told.values())
        drawn(form, context(values=raw, problems=told)).html.encode()


def attempt(form, raw):
    """What was read, or the problems by column."""
    try:
        return check(define(form), raw, today=TODAY)
    except Invalid as refusal:
        return refusal.problems


@st.composite
def filled(draw):
    """A form and what was read of a careful visitor's answers: they are never refused."""
    form = draw(forms())
    told = attempt(form, draw(good_answers(form)))
    if isinstance(told, Checked):
        return form, told
    assert [each.reason for each in told.values()] == ["answer-nothing"]
    return form, Checked({}, 0)


@given(filled())
def test_checked_answers_read_back_and_checked_again_are_the_same(filled):
    form, checked = filled
    assume(checked.answers)
    again = check(define(form), read_back(checked.answers), today=TODAY)
    assert again.answers == checked.answers
    assert again.dropped == 0


@given(filled())
def test_only_what_was_due_is_kept(filled):
    form, checked = filled
    were_due = due(define(form), checked.answers)
    for question in form.questions:
        held = [column for column in columns(question) if column in checked.answers]
        assert not held or question.id in were_due
        assert held or not question.required or question.id not in were_due


@given(filled())
def test_every_answer_that_is_kept_is_told(filled):
    form, checked = filled
    answered = [each for each in form.questions if {*columns(each)} & {*checked.answers}]
    told = summarise(form, checked.answers)
    assert [each.public for each in told] == [form.shown(each) for each in answered]
    assert all(each.text for each in told)


@given(forms())
def test_every_form_is_drawn_with_exactly_its_columns(form):
    page = drawn(form, context())
    assert page.names() == [*define(form).columns]
    assert len(page.all(".ig-audience")) == len(form.questions)


@given(forms())
def test_every_definition_survives_being_kept(form):
    definition = define(form)
    document = json.loads(json.dumps(definition.to_document()))
    assert Definition.from_document(document) == definition
    assert Definition.from_document(document).hash == definition.hash
    json.dumps(labels(form))
