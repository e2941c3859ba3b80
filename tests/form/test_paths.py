"""Ways through forms, and questions that none leads to."""

import pytest

from collector.form import Map, check, define, due, unreachable
from collector.form.branches import DAY
from tests.brief.conftest import SURVEY, Author

ROLE = "### Role? * {#role}\n- (guest) Guest\n- (staff) Staff\n- (other) Other: ____\n\n"
AGE = "### Age? {#age}\n____ (whole number 1–99)\n\n"
APPS = "### Which? {#apps}\n- [till] Till\n- [web] Web\n- [desk] Desk\n\n"


@pytest.fixture
def author(tmp_path):
    return Author(tmp_path)


def form_of(author, questions):
    (form,) = author.writes(SURVEY + questions).brief.forms
    return form


def only_if(clauses, name="more"):
    return f"### More? {{#{name}}}\n*Only if {clauses}.*\n\n____\n\n"


def paths_of(form):
    return [*Map(define(form)).paths()]


@pytest.mark.parametrize(
    ("questions", "count"),
    [
        (ROLE + AGE, 1),
        (ROLE + only_if("[role](#role) is staff"), 2),
        (ROLE + only_if("[role](#role) is staff or guest"), 2),
        (AGE + only_if("[age](#age) is at least 18"), 2),
        (AGE + only_if("[age](#age) is 18-39") + only_if("[age](#age) is answered", "b"), 3),
        (APPS + only_if("[apps](#apps) is till") + only_if("[apps](#apps) is web", "b"), 4),
        (APPS + ROLE + only_if("[apps](#apps) is till or [role](#role) is staff"), 4),
        (ROLE + only_if("[role](#role) is staff") + only_if("[more](#more) is answered", "b"), 3),
    ],
)
def test_answers_that_no_condition_tells_apart_are_one_path(author, questions, count):
    assert len(paths_of(form_of(author, questions))) == count


def test_every_path_of_a_form_is_accepted_as_made_up(author):
    form = form_of(author, ROLE + AGE + APPS + only_if("[age](#age) is not 18-39"))
    chart = Map(define(form))
    for turn, path in enumerate(chart.paths()):
        checked = check(define(form), chart.sent_on(path, turn), today=DAY)
        assert due(define(form), checked.answers) == chart.met_on(path)
        assert checked.dropped == 0


@pytest.mark.parametrize(
    "condition",
    [
        "[role](#role) is staff and [role](#role) is guest",
        "[role](#role) is not answered",
        "[role](#role) is guest and [words](#role_other) is answered",
        "[age](#age) is at least 100",
        "[age](#age) is at least 40 and [age](#age) is at most 39",
        "[age](#age) is not answered and [age](#age) is 1-99",
        "[age](#age) is at least 18.2 and [age](#age) is at most 18.8",
        "[apps](#apps) is till and [apps](#apps) is not answered",
    ],
)
def test_a_condition_that_can_never_hold_leads_nowhere(author, condition):
    form = form_of(author, ROLE + AGE + APPS + only_if(condition))
    assert [each.id for each in unreachable(form)] == ["more"]


@pytest.mark.parametrize(
    "condition",
    [
        "[role](#role) is not guest",
        "[role](#role) is guest or [words](#role_other) is answered",
        "[age](#age) is at least 99",
        "[age](#age) is at least 39 and [age](#age) is at most 40",
        "[age](#age) is not answered and [age](#age) is not 1-99",
        "[apps](#apps) is till and [apps](#apps) is web and [apps](#apps) is not desk",
        "[apps](#apps) is not till and [apps](#apps) is not web and [apps](#apps) is not desk",
    ],
)
def test_a_condition_that_can_hold_is_left_alone(author, condition):
    assert unreachable(form_of(author, ROLE + AGE + APPS + only_if(condition))) == []


def test_what_hangs_on_a_question_that_is_never_asked_is_never_asked_either(author):
    form = form_of(
        author,
        ROLE + only_if("[role](#role) is not answered") + only_if("[more](#more) is answered", "b"),
    )
    assert [each.id for each in unreachable(form)] == ["more", "b"]


def test_what_hangs_on_a_page_that_is_never_shown_is_never_asked(author):
    page = "---\n\n*Only if [role](#role) is not answered.*\n\n### Why? {#why}\n____\n\n"
    form = form_of(author, ROLE + page + "### And? {#and}\n____\n")
    assert [each.id for each in unreachable(form)] == ["why", "and"]


def test_where_there_is_too_much_to_try_nothing_is_called_unreachable(author):
    several = "".join(f"### Tick {n} {{#t{n}}}\n- [ ] Yes\n\n" for n in range(12))
    none = " and ".join(f"[it](#t{n}) is answered" for n in range(12))
    form = form_of(author, several + only_if(f"{none} and [it](#t0) is not answered"))
    assert unreachable(form) == []
