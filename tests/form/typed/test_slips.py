"""Typed slips: checked as if they had been sent, and all faults told at once."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from collector.brief import Limits, Option, Shape
from collector.errors import Invalid
from collector.form import check, define, read_back
from collector.form.typed import read_slips, template
from collector.form.typed.heads import typed_columns
from tests.form.forms import GOOD, form, form_of_every_shape, question
from tests.form.strategies import TODAY, forms, good_answers

ONE = form(question(Shape.ONE, required=True), question(Shape.LONG, limits=Limits()))
SEVERAL = form(question(Shape.SEVERAL))


def read(text, asked=ONE, **facts):
    return read_slips(text.encode(), asked, today=TODAY, **facts)


def answers(text, asked=ONE, **facts):
    slips = read(text, asked, **facts)
    assert slips.faults == ()
    return [dict(slip.answers) for slip in slips.good]


def faults(text, asked=ONE, **facts):
    told = read(text, asked, **facts).faults
    assert all(str(fault) for fault in told)
    return [(fault.row, fault.column, fault.reason) for fault in told]


@pytest.mark.parametrize("cell", ["bern", "Bern", " BERN "])
def test_codes_and_labels_are_taken_alike(cell):
    assert answers(f"one\n{cell}\n") == [{"one": "bern"}]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        ("several,several_other", "bern; other,Chur"),
        ("several,several_other", "Other;Bern,Chur"),
        ("several__bern,several__other,several_other", "1,x,Chur"),
        ("several__bern,several__basel,several__other,several_other", "ja,0,yes,Chur"),
        ("several,several__bern,several__basel,several__other,several_other", "bern,1,0,1,Chur"),
    ],
)
def test_several_answers_stand_in_one_cell_or_in_a_column_each(heads, cells):
    both = {"several": ("bern", "other"), "several_other": "Chur"}
    assert answers(f"{heads}\n{cells}\n", SEVERAL) == [both]


def test_a_label_that_holds_the_separator_is_one_answer():
    asked = form(question(Shape.SEVERAL, options=(Option("a", "Rye; oats"), Option("b", "Corn"))))
    assert answers('several\n"Rye; oats"\n', asked) == [{"several": ("a",)}]


@pytest.mark.parametrize(("cell", "told"), [("1", True), ("Ja", True), ("0", False), ("", False)])
def test_a_box_is_ticked_as_people_write_it(cell, told):
    asked = form(question(Shape.YES), question(Shape.TEXT))
    assert answers(f"yes,text\n{cell},words\n", asked)[0]["yes"] is told


def test_the_points_of_a_scale_may_be_typed_as_words():
    asked = form(question(Shape.SCALE))
    assert answers("scale\nGood\n4\n", asked) == [{"scale": 5}, {"scale": 4}]


def test_all_faults_are_told_at_once_with_row_and_column():
    asked = form(question(Shape.ONE, required=True), question(Shape.DATE), question(Shape.NUMBER))
    text = "one,date,number\nbern,2026-13-01,x\n\nrome,2026-12-01,3,4\n,,5\n"
    assert faults(text, asked) == [
        (2, "date", "answer-no-such-date"),
        (2, "number", "answer-no-number"),
        (4, "", "typed-cells-more"),
        (4, "one", "answer-unknown"),
        (5, "one", "answer-not-chosen"),
    ]


def test_a_fault_says_what_may_be_written_instead():
    (fault,) = read("one\nrome\n").faults
    assert fault.fix == "Bern | Basel | Other"


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("one,wun", [(1, "wun", "typed-head-unknown")]),
        ("one,One", [(1, "one", "typed-head-twice"), (1, "One", "typed-head-twice")]),
        ("long", [(1, "one", "typed-head-missing")]),
    ],
)
def test_heads_are_those_of_the_template(heads, expected):
    found = faults(f"{heads}\na,b\n")
    assert [each for each in found if each in expected] == expected


def test_heads_without_slips_are_a_fault():
    assert faults("one\n") == [(1, "", "typed-no-rows")]


def test_columns_of_ours_are_passed_over():
    assert answers("_slip,one,_note\n7,bern,?\n") == [{"one": "bern"}]
    assert read("_slip,one\n7,bern\n").good[0].number == "7"


def test_terms_must_be_accepted_on_every_slip():
    assert faults("one,_terms\nbern,1\nbern,0\nbern,\n", terms=True) == [
        (3, "_terms", "typed-terms"),
        (4, "_terms", "typed-terms"),
    ]
    assert faults("one\nbern\n", terms=True) == [(1, "_terms", "typed-head-missing")]


def test_a_slip_holds_no_file():
    asked = form(question(Shape.FILE, required=True), question(Shape.TEXT))
    assert answers("text\nwords\n", asked) == [{"text": "words"}]
    assert faults("text,file\nwords,bread.jpg\n", asked) == [(2, "file", "typed-file")]


def test_rows_that_say_the_same_are_numbered():
    slips = read("_slip,one\n,bern\n,Bern\n1,bern\n").good
    assert [slip.alike for slip in slips] == [0, 1, 0]


def test_the_template_has_a_head_for_all_that_can_be_typed():
    heads = template(form_of_every_shape(), terms=True).strip().split(",")
    columns = define(form_of_every_shape()).columns
    assert heads == ["_slip", *(each for each in columns if each != "file"), "_terms"]


@given(st.data())
def test_any_answers_typed_into_the_template_are_read_as_they_were(data):
    asked = data.draw(forms())
    sent = {
        column: texts
        for column, texts in data.draw(good_answers(asked)).items()
        if column in typed_columns(asked)
    }
    assume(all(each.shape is not Shape.FILE for each in asked.questions))
    try:
        told = check(define(asked), sent, today=TODAY).answers
    except Invalid:
        assume(False)
    separator = data.draw(st.sampled_from(",;\t"))
    heads = template(asked, terms=False, separator=separator)
    columns = next(csv.reader(StringIO(heads), delimiter=separator))
    cells = {column: "; ".join(texts) for column, texts in read_back(told).items()}
    text = StringIO(newline="")
    csv.writer(text, delimiter=separator).writerow([cells.get(each, "") for each in columns])
    assume(text.getvalue().strip(f'{separator}\r\n "'))
    assert answers(heads + text.getvalue(), asked) == [told]


def test_every_shape_is_typed():
    asked = form_of_every_shape()
    heads = template(asked, terms=False)
    good = {column: texts for each in GOOD.values() for column, texts in each.items()}
    text = StringIO(newline="")
    row = ["; ".join(good.get(each, ())) for each in heads.strip().split(",")]
    csv.writer(text).writerow(row)
    expected = check(
        define(asked), {key: held for key, held in good.items() if key != "file"}, today=TODAY
    ).answers
    (told,) = answers(heads + text.getvalue(), asked)
    assert told == expected
    assert date.fromisoformat(told["date"])
