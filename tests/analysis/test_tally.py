import json
import re
from statistics import fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.analysis import QuestionResult, Tally, find, wilson
from collector.analysis.finding import FINDINGS
from collector.analysis.parts import PARTS
from collector.brief import BLANKS, FormKind, Line, Option, Shape
from collector.form import define, labels
from tests.form.forms import WITH_A_FRIEND, form, form_of_every_shape, question
from tests.kept import NOW, response


def results(asked, *answers, kept=(), sent=None):
    """Results by column of a poll with these questions."""
    poll = form(*asked, kind=FormKind.POLL)
    entries = [response(sent or poll, each) for each in answers]
    known = {define(each).hash: define(each) for each in (*kept, sent) if each}
    return {each.id: each for each in find(define(poll), labels(poll), entries, known)}


def counts(result: QuestionResult) -> dict[str, int]:
    return {row.code: row.count for row in result.rows}


def test_every_shape_is_counted_and_told():
    assert set(PARTS) == set(FINDINGS) == set(Shape)


def test_one_choice_is_counted_with_shares_of_those_who_answered():
    one = results([question(Shape.ONE)], {"one": "bern"}, {"one": "bern"}, {"one": "other"}, {})[
        "one"
    ]
    assert (one.asked, one.n) == (4, 3)
    assert counts(one) == {"bern": 2, "basel": 0, "other": 1}
    assert [row.label for row in one.rows] == ["Bern", "Basel", "Other"]
    bern = one.rows[0]
    assert bern.share == pytest.approx(2 / 3)
    assert (bern.low, bern.high) == (wilson(2, 3).low, wilson(2, 3).high)


def test_with_several_choices_the_shares_are_of_people_not_of_ticks():
    several = results(
        [question(Shape.SEVERAL)], {"several": ("bern", "basel")}, {"several": ("bern",)}
    )
    assert counts(several["several"]) == {"bern": 2, "basel": 1, "other": 0}
    assert sum(row.share for row in several["several"].rows) == 1.5


def test_words_are_counted_and_told_nowhere():
    asked = [question(shape) for shape in sorted(BLANKS - {Shape.NUMBER, Shape.AMOUNT})]
    answers = {each.id: "Secret" for each in asked}
    for result in results(asked, answers, {}).values():
        assert (result.asked, result.n, result.rows, result.numbers) == (2, 1, (), None)
        assert "Secret" not in str(result.to_document())


def test_what_was_personal_and_is_erased_counts_as_never_asked():
    asked = form(question(Shape.ONE), question(Shape.YES, personal=True), kind=FormKind.POLL)
    entries = [
        response(asked, {"one": "bern", "yes": True}),
        response(asked, {"one": "bern"}, cleared=NOW),
    ]
    one, box = find(define(asked), labels(asked), entries)
    assert (one.asked, one.n) == (2, 2)
    assert (box.asked, counts(box)) == (1, {"yes": 1, "no": 0})


def test_the_words_of_an_own_option_are_no_row():
    one = results([question(Shape.ONE)], {"one": "other", "one_other": "Secret"})["one"]
    assert counts(one) == {"bern": 0, "basel": 0, "other": 1}
    assert "Secret" not in str(one.to_document())


def test_an_empty_check_box_is_an_answer():
    box = results([question(Shape.YES)], {"yes": True}, {"yes": False}, {"yes": False})["yes"]
    assert (box.n, counts(box)) == (3, {"yes": 1, "no": 2})


def test_a_scale_has_a_row_for_each_step_and_a_mean():
    scale = results([question(Shape.SCALE)], {"scale": 5}, {"scale": 4}, {"scale": 4})["scale"]
    assert counts(scale) == {"1": 0, "2": 0, "3": 0, "4": 2, "5": 1}
    assert [row.label for row in scale.rows] == ["1 – Bad", "2", "3", "4", "5 – Good"]
    assert scale.numbers.mean == pytest.approx(13 / 3)
    assert scale.score is None


def test_stars_are_told_as_stars():
    stars = results([question(Shape.STARS)], {"stars": 1})["stars"]
    assert [row.label for row in stars.rows][:2] == ["1 star", "2 stars"]
    assert counts(stars)["1"] == 1


def test_a_net_promoter_question_has_a_score():
    nps = question(Shape.SCALE, low=0, high=10, nps=True)
    told = results([nps], *({"scale": step} for step in (10, 9, 8, 6)))["scale"]
    assert told.score.value == 25
    assert len(told.rows) == 11


@given(st.lists(st.integers(-9, 9) | st.floats(-9, 9, width=32), min_size=1))
def test_numbers_are_described_exactly(numbers):
    told = results([question(Shape.NUMBER)], *({"number": each} for each in numbers))["number"]
    assert told.n == len(numbers)
    assert told.rows == ()
    assert told.numbers.mean == pytest.approx(fmean(numbers), abs=1e-9)
    assert told.numbers.median == pytest.approx(median(numbers))
    assert (told.numbers.least, told.numbers.most) == (min(numbers), max(numbers))


def test_each_line_of_a_list_is_a_result_of_its_own():
    told = results([question(Shape.LINES)], {"lines__street": "Mill Lane", "lines__guests": 3}, {})
    assert [*told] == ["lines__street", "lines__guests"]
    assert told["lines__street"].label == "A lines: Street"
    assert (told["lines__street"].n, told["lines__street"].rows) == (1, ())
    assert told["lines__guests"].numbers.mean == 3


def test_an_order_is_told_by_mean_places_and_points():
    asked = question(Shape.RANKING)
    told = results(
        [asked],
        {"ranking__bern": 1, "ranking__basel": 2},
        {"ranking__bern": 2, "ranking__basel": 1},
        {"ranking__basel": 1},
        {},
    )["ranking"]
    assert (told.n, told.asked, told.labels) == (3, 4, {"bern": "Bern", "basel": "Basel"})
    assert [each.code for each in told.ranking.standings] == ["basel", "bern"]
    assert [each.place.value for each in told.ranking.standings] == [4 / 3, 5 / 3]
    assert [each.placed for each in told.ranking.standings] == [3, 2]


def test_a_matrix_tells_each_of_its_lines():
    told = results(
        [question(Shape.MATRIX_ONE)],
        {"matrix-one__staff": "bern", "matrix-one__hours": "basel"},
        {"matrix-one__staff": "bern"},
        {},
    )["matrix-one"]
    assert (told.n, told.asked) == (2, 3)
    staff, hours = told.matrix.rows
    assert (staff.n, [each.count for each in staff.rows]) == (2, [2, 0])
    assert (hours.n, [each.count for each in hours.rows]) == (1, [0, 1])
    assert told.matrix.columns == ("Bern", "Basel")
    assert staff.mean is None


def test_numbered_answers_of_a_matrix_have_a_mean():
    steps = tuple(Option(code, word) for code, word in (("1", "Bad"), ("2", "Fair"), ("3", "Good")))
    asked = question(Shape.MATRIX_ONE, "it", options=steps)
    told = results([asked], {"it__staff": "3"}, {"it__staff": "2"})["it"]
    assert told.matrix.rows[0].mean.value == 2.5


def test_several_ticks_in_a_line_of_a_matrix_are_of_people():
    answers = {"matrix-several__staff": ("bern", "basel")}, {"matrix-several__staff": ("bern",)}
    told = results([question(Shape.MATRIX_SEVERAL)], *answers)["matrix-several"]
    assert [each.count for each in told.matrix.rows[0].rows] == [2, 1]


def test_each_cell_of_a_table_of_blanks_is_a_result_of_its_own():
    answers = {"matrix-lines__hours__bern": 8, "matrix-lines__staff__bern": "Secret"}
    told = results([question(Shape.MATRIX_LINES)], answers)
    assert told["matrix-lines__hours__bern"].label == "A matrix-lines: Our hours, Bern"
    assert told["matrix-lines__hours__bern"].numbers.mean == 8
    assert "Secret" not in str(told)


def test_a_slider_is_told_in_numbers_with_their_unit_and_in_classes():
    told = results([question(Shape.SLIDER)], *({"slider": 10 * each} for each in range(9)))
    slider = told["slider"]
    assert (slider.unit, slider.rows, slider.description.mean.value) == ("€", (), 40)
    assert sum(each.count for each in slider.bins.bins) == 9


def test_what_was_shared_out_is_told_by_its_parts():
    told = results([question(Shape.SHARE)], {"share__staff": 30, "share__hours": 70}, {})["share"]
    assert (told.n, told.asked, told.total) == (1, 2, 100)
    assert [each.mean.value for each in told.sharing.portions] == [30, 70]


def test_of_files_only_how_many_there_were_is_told():
    told = results([question(Shape.FILE)], {"file": "abcdefghjkmnpqrs"}, {})["file"]
    assert (told.n, told.asked, told.rows) == (1, 2, ())
    assert "abcdefghjkmnpqrs" not in str(told)


def test_what_was_personal_and_fills_several_columns_counts_as_never_asked():
    asked = form(question(Shape.RANKING, personal=True), kind=FormKind.POLL)
    sent = [response(asked, {"ranking__bern": 1}), response(asked, {}, cleared=NOW)]
    (order,) = find(define(asked), labels(asked), sent)
    assert (order.asked, order.n) == (1, 1)


def test_who_was_not_asked_is_not_counted_as_silent():
    come = question(
        Shape.ONE, "come", options=(Option("friend", "Friend"), Option("alone", "Alone"))
    )
    seats = question(Shape.NUMBER, "seats", condition=WITH_A_FRIEND)
    told = results(
        [come, seats], {"come": "friend", "seats": 2}, {"come": "friend"}, {"come": "alone"}
    )
    assert (told["come"].asked, told["seats"].asked, told["seats"].n) == (3, 2, 1)


def test_an_older_entry_was_asked_what_its_own_form_asked():
    older = form(question(Shape.ONE), kind=FormKind.POLL)
    told = results([question(Shape.ONE), question(Shape.STARS)], {"one": "bern"}, sent=older)
    assert (told["one"].n, told["stars"].asked) == (1, 0)


def test_an_option_that_is_gone_keeps_its_count():
    older = question(Shape.ONE, options=(Option("zug", "Zug"),))
    told = results(
        [question(Shape.ONE)], {"one": "zug"}, {"one": "bern"}, sent=form(older, kind=FormKind.POLL)
    )
    assert counts(told["one"]) == {"bern": 1, "basel": 0, "other": 0, "zug": 1}


@pytest.mark.parametrize("shape", [Shape.TEXT, Shape.LONG, Shape.EMAIL])
def test_what_an_older_form_asked_for_in_words_is_no_option_now(shape):
    older = form(question(shape, "one"), kind=FormKind.POLL)
    told = results([question(Shape.ONE)], {"one": "Ada, at six"}, sent=older)["one"]
    assert (told.asked, told.n) == (0, 0)
    assert counts(told) == {"bern": 0, "basel": 0, "other": 0}


def test_an_answer_of_another_shape_than_today_breaks_nothing():
    for shape in Shape:
        for value in ("bern", 3, 2.5, True, False, ("bern", "zug"), ()):
            asked = question(shape, "it", lines=(Line("a", "A"), Line("b", "B", Shape.NUMBER)))
            told = results([asked], {"it": value, "it__a": value, "it__b": value})
            assert all(each.n <= each.asked for each in told.values())


def test_without_entries_there_is_still_every_question():
    every = form_of_every_shape()
    told = find(define(every), labels(every), [])
    assert {each.id for each in told} >= {
        shape.value for shape in Shape if shape not in (Shape.LINES, Shape.MATRIX_LINES)
    }
    assert {each.n for each in told} == {0}


answers = st.fixed_dictionaries(
    {},
    optional={
        "one": st.sampled_from(["bern", "basel", "other"]),
        "several": st.lists(st.sampled_from(["bern", "basel"]), min_size=1, unique=True).map(tuple),
        "yes": st.booleans(),
        "scale": st.integers(1, 5),
        "number": st.integers(-20, 50),
    },
)


@given(st.lists(answers))
def test_counts_add_up_whatever_was_answered(sent):
    asked = [question(Shape(shape)) for shape in ("one", "several", "yes", "scale", "number")]
    told = results(asked, *sent)
    for shape in ("one", "scale"):
        assert sum(counts(told[shape]).values()) == told[shape].n
        assert told[shape].n == sum(shape in each for each in sent)
    assert sum(counts(told["several"]).values()) >= told["several"].n
    assert sum(counts(told["yes"]).values()) == told["yes"].n == len(sent)
    for result in told.values():
        for row in result.rows:
            assert 0 <= row.low <= row.share <= row.high <= 1


COME = question(Shape.ONE, "come", options=(Option("friend", "Friend"), Option("alone", "Alone")))
PARTY = form(
    COME,
    question(Shape.NUMBER, "seats", condition=WITH_A_FRIEND),
    question(Shape.SEVERAL),
    question(Shape.YES, personal=True),
    question(Shape.SCALE, low=0, high=10, nps=True),
    question(Shape.TEXT),
    question(Shape.LINES),
    question(Shape.RANKING),
    question(Shape.SHARE),
    question(Shape.MATRIX_ONE),
    question(Shape.MATRIX_SEVERAL),
    question(Shape.MATRIX_LINES),
    question(Shape.SLIDER),
    question(Shape.FILE),
    kind=FormKind.POLL,
)
EARLIER = define(form(COME, question(Shape.NUMBER, "seats"), kind=FormKind.POLL))
sent = st.tuples(
    st.fixed_dictionaries(
        {},
        optional={
            "come": st.sampled_from(["friend", "alone", "gone"]),
            "seats": st.integers(-20, 500).map(lambda number: number / 10),
            "several": st.lists(st.sampled_from(["bern", "basel"]), unique=True, min_size=1).map(
                tuple
            ),
            "yes": st.booleans(),
            "scale": st.integers(0, 10),
            "text": st.just("Secret"),
            "lines__guests": st.integers(1, 9),
            "ranking__bern": st.integers(1, 2),
            "ranking__basel": st.integers(1, 2),
            "share__staff": st.integers(0, 1000).map(lambda number: number / 10),
            "share__hours": st.integers(0, 100),
            "matrix-one__staff": st.sampled_from(["bern", "basel"]),
            "matrix-several__hours": st.just(("bern", "basel")),
            "matrix-lines__hours__bern": st.integers(0, 24),
            "slider": st.integers(0, 50),
            "file": st.just("Secret"),
        },
    ),
    st.sampled_from([None, EARLIER]),
    st.booleans(),
)


def tally(*entries) -> Tally:
    counted = Tally(define(PARTY))
    for answers, definition, but_personal in entries:
        counted.add(answers, definition, but_personal=but_personal)
    return counted


@given(st.lists(sent), st.lists(sent), st.randoms(use_true_random=False))
def test_what_comes_and_goes_leaves_what_a_recount_finds(stay, leave, chance):
    running = tally(*chance.sample(stay + leave, len(stay) + len(leave)))
    for answers, definition, but_personal in leave:
        running.remove(answers, definition, but_personal=but_personal)
    recount = tally(*stay)
    assert running.to_document() == recount.to_document()
    assert running.results(labels(PARTY)) == recount.results(labels(PARTY))


@given(st.lists(sent))
def test_a_result_survives_its_document(entries):
    for result in tally(*entries).results(labels(PARTY)):
        document = json.loads(json.dumps(result.to_document(), allow_nan=False))
        assert QuestionResult.from_document(document) == result


def test_a_result_of_before_there_were_more_shapes_is_read():
    (told,) = results([question(Shape.ONE)], {"one": "bern"}).values()
    older = told.to_document()
    for key in ("hidden", "description", "bins", "matrix", "ranking", "sharing", "labels"):
        del older[key]
    assert QuestionResult.from_document(older) == told


@given(st.lists(sent), st.lists(sent))
def test_a_tally_that_was_kept_as_json_goes_on_where_it_stood(before, after):
    document = json.loads(json.dumps(tally(*before).to_document(), allow_nan=False))
    kept = Tally.from_document(define(PARTY), document)
    for answers, definition, but_personal in after:
        kept.add(answers, definition, but_personal=but_personal)
    assert kept.to_document() == tally(*before, *after).to_document()
    assert kept.results(labels(PARTY)) == tally(*before, *after).results(labels(PARTY))


def test_a_kept_tally_knows_no_words_and_no_other_form():
    document = tally(({"text": "Secret", "lines__street": "Mill Lane"}, None, False)).to_document()
    assert not {"Secret", "Mill Lane"} & set(re.findall(r"\w+ ?\w*", json.dumps(document)))
    with pytest.raises(ValueError, match="another form"):
        Tally.from_document(EARLIER, document)
