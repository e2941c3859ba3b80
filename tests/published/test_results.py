from collector.brief import FormKind, Option, Shape
from collector.form import define, labels
from collector.published import form_result
from tests.form.forms import form, question
from tests.kept import response

POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL, label="When?")


def test_a_result_has_its_forms_label_and_counts_its_responses():
    other = form(question(Shape.ONE), name="other", kind=FormKind.POLL)
    sent = [response(POLL, {"one": "bern"}), response(POLL, {}), response(other, {"one": "bern"})]
    result = form_result(POLL, {}, {}, sent)
    assert (result.label, result.n) == ("When?", 2)
    assert result.questions[0].n == 1


def test_of_personal_answers_nothing_is_told_not_even_how_many_there_were():
    asked = (question(Shape.ONE), question(Shape.EMAIL), question(Shape.YES, personal=True))
    survey = form(*asked, name="poll", kind=FormKind.POLL)
    sent = response(survey, {"one": "bern", "email": "ann@example.org", "yes": True})
    known = {define(survey).hash: define(survey)}
    (one,) = form_result(survey, known, {}, [sent]).questions
    assert (one.id, one.n) == ("one", 1)


def test_an_answer_that_was_given_as_a_personal_one_stays_out_of_the_count():
    personal = form(question(Shape.ONE, personal=True), name="poll", kind=FormKind.POLL)
    known = {define(each).hash: define(each) for each in (personal, POLL)}
    sent = [response(personal, {"one": "bern"}), response(POLL, {"one": "bern"})]
    (one,) = form_result(POLL, known, {}, sent).questions
    assert (one.asked, one.n) == (1, 1)


def test_an_option_that_is_gone_is_told_in_the_words_people_saw():
    older = form(
        question(Shape.ONE, options=(Option("zug", "From Zug"),)), name="poll", kind=FormKind.POLL
    )
    known = {define(older).hash: define(older)}
    words = {define(older).hash: labels(older)}
    (one,) = form_result(POLL, known, words, [response(older, {"one": "zug"})]).questions
    assert [row.label for row in one.rows] == ["Bern", "Basel", "Other", "From Zug"]
    assert [row.count for row in one.rows] == [0, 0, 0, 1]
