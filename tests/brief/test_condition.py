import pytest

from collector.brief import Clause, Condition, Range, Test
from tests.brief.conftest import SURVEY

QUESTIONS = """\
### Your link to us {#role}
- (customer) Customer, old or new
- (staff) I work here
- (18-39) Between 18 and 39
- ( ) Other: ____

### Your apps {#apps}
- [till] Till
- [web] Web shop

### How many? {#count}
____ (number)

### How good? {#good}
(1) Bad … (5) Good

### Stars {#stars}
☆☆☆☆☆

### Your dog {#dog}
____

### News {#news}
- [ ] Send me news

### Household {#home}
- [adults] Adults: ____ (whole number 0–20)
- [pet] Pet: ____

"""
LAST = "### Last {#last}\n*Only if %s*\n____\n"


def clauses(*parts: tuple[object, ...]) -> tuple[Clause, ...]:
    return tuple(Clause(*part) for part in parts)  # type: ignore[arg-type]


def asked(author, condition: str) -> Condition:
    return author.makes_form(QUESTIONS + LAST % condition).questions[-1].condition


@pytest.mark.parametrize(
    ("written", "clause"),
    [
        ("[x](#role) is answered.", ("role", Test.ANSWERED)),
        ("[x](#role) is not answered", ("role", Test.NOT_ANSWERED)),
        ("[x](#role) is staff.", ("role", Test.IS, ("staff",))),
        ("[x](#role) is I work here.", ("role", Test.IS, ("staff",))),
        ("[x](#role) is i WORK here.", ("role", Test.IS, ("staff",))),
        ("[x](#role) is “I work here”.", ("role", Test.IS, ("staff",))),
        ("[x](#role) is Customer, old or new.", ("role", Test.IS, ("customer",))),
        (
            "[x](#role) is Customer, old or new or staff.",
            ("role", Test.IS, ("customer", "staff")),
        ),
        ("[x](#role) is staff, customer.", ("role", Test.IS, ("staff", "customer"))),
        ("[x](#role) is staff, or customer.", ("role", Test.IS, ("staff", "customer"))),
        ("[x](#role) is not staff.", ("role", Test.IS_NOT, ("staff",))),
        ("[x](#role) is 18-39.", ("role", Test.IS, ("18-39",))),
        ("[x](#role) is 18–39.", ("role", Test.IS, ("18-39",))),
        ('[x](#role_other) is "friend".', ("role_other", Test.IS, ("friend",))),
        ("[x](#role_other) is answered", ("role_other", Test.ANSWERED)),
        ("[x](#apps) includes till.", ("apps", Test.IS, ("till",))),
        ("[x](#apps) is till or web.", ("apps", Test.IS, ("till", "web"))),
        ("[x](#apps) does not include Web shop.", ("apps", Test.IS_NOT, ("web",))),
        ("[x](#count) is 18-39.", ("count", Test.IS, (Range(18, 39),))),
        (
            "[x](#count) is 1, 3–5 or 7,5.",
            ("count", Test.IS, (Range(1, 1), Range(3, 5), Range(7.5, 7.5))),
        ),
        ("[x](#count) is at least 3.", ("count", Test.AT_LEAST, (Range(3, 3),))),
        ("[x](#count) is at most −2.", ("count", Test.AT_MOST, (Range(-2, -2),))),
        ("[x](#good) is Bad.", ("good", Test.IS, (Range(1, 1),))),
        ("[x](#good) is 1 to 2.", ("good", Test.IS, (Range(1, 2),))),
        ("[x](#stars) is at most 2.", ("stars", Test.AT_MOST, (Range(2, 2),))),
        ('[x](#dog) is "Rex" or “Bello”.', ("dog", Test.IS, ("Rex", "Bello"))),
        ("[x](#news) is answered.", ("news", Test.ANSWERED)),
        ("[x](#news) is yes.", ("news", Test.ANSWERED)),
        ("[x](#news) is Send me news.", ("news", Test.ANSWERED)),
        ("[x](#news) is no.", ("news", Test.NOT_ANSWERED)),
        ("[x](#news) is not yes.", ("news", Test.NOT_ANSWERED)),
        ("[x](#home__adults) is at least 2.", ("home__adults", Test.AT_LEAST, (Range(2, 2),))),
        ("[x](#home__pet) is answered.", ("home__pet", Test.ANSWERED)),
    ],
)
def test_a_clause_asks_one_column(author, written, clause):
    assert asked(author, written) == Condition(clauses(clause))


def test_clauses_are_joined_by_and(author):
    condition = asked(author, "[x](#role) is staff and [y](#count) is 3 and [z](#dog) is answered.")
    assert condition.every
    assert [clause.column for clause in condition.clauses] == ["role", "count", "dog"]


def test_or_before_a_link_starts_a_clause_else_a_value(author):
    condition = asked(author, "[x](#role) is staff or customer or [y](#count) is 3.")
    assert not condition.every
    assert condition.clauses == clauses(
        ("role", Test.IS, ("staff", "customer")), ("count", Test.IS, (Range(3, 3),))
    )


@pytest.mark.parametrize(
    "line",
    [
        "_Only if [x](#role) is staff._",
        "*only  if [x](#role) is staff*",
        "\\*Only if [x](#role) is staff.\\*",
        "*Only if \\[x\\](#role) is staff.*",
        "*Only\u00a0if [x](#role) is staff.*",
    ],
)
def test_marks_of_a_condition_may_be_exchanged(author, line):
    form = author.makes_form(f"{QUESTIONS}### Last {{#last}}\n{line}\n____\n")
    assert form.questions[-1].condition == Condition(clauses(("role", Test.IS, ("staff",))))


def test_a_condition_may_stand_anywhere_in_a_pages_introduction(author):
    form = author.makes_form(
        f"{QUESTIONS}---\n\nAbout your work.\n\n*Only if [x](#role) is staff.*\n\n### Last\n____\n"
    )
    page = form.pages[1]
    assert page.introduction == "About your work."
    assert page.condition == Condition(clauses(("role", Test.IS, ("staff",))))


@pytest.mark.parametrize(
    ("written", "reason", "fix"),
    [
        ("[x](#role) is suplier.", "brief-condition-value", None),
        ("[x](#role) is stafff.", "brief-condition-value", "*Only if [x](#role) is staff.*"),
        ("[x](#role) is staffroom.", "brief-condition-value", "*Only if [x](#role) is staff.*"),
        ("[x](#rolle) is staff.", "brief-condition-unknown", "*Only if [x](#role) is staff.*"),
        (
            "[x](#home) is answered.",
            "brief-condition-unknown",
            "*Only if [x](#home__adults) is answered.*",
        ),
        ("[x](#last) is answered.", "brief-condition-later", None),
        ("role is staff.", "brief-condition-link", None),
        ("[x](#role) equals staff.", "brief-condition-test", None),
        ("[x](#role) is staff but [y](#count) is 3.", "brief-condition-words", None),
        (
            "[x](#role) is staff and [y](#count) is 3 or [z](#dog) is answered.",
            "brief-condition-mixed",
            None,
        ),
        ("[x](#count) is many.", "brief-condition-number", None),
        ("[x](#count) is 5–3.", "brief-condition-number", None),
        ("[x](#count) is at least 3–5.", "brief-condition-number", None),
        ("[x](#role) is at least 3.", "brief-condition-number", None),
        ("[x](#dog) is Rex.", "brief-condition-quotes", '*Only if [x](#dog) is "Rex".*'),
        ("[x](#news) is yes or no.", "brief-condition-box", None),
        ("[x](#role)", "brief-condition-test", None),
    ],
)
def test_what_does_not_read_is_said_with_a_condition_that_does(author, written, reason, fix):
    finding = author.fails(QUESTIONS + LAST % written, reason)
    assert author.line(finding) == QUESTIONS.count("\n") + 2
    assert finding.fix.startswith("*Only if [")
    assert fix in (None, finding.fix)


def test_a_fix_of_a_condition_reads(author):
    finding = author.fails(QUESTIONS + LAST % "[x](#role) is stafff.", "brief-condition-value")
    assert "Did you mean" in finding.message
    form = author.makes_form(f"{QUESTIONS}### Last {{#last}}\n{finding.fix}\n____\n")
    assert form.questions[-1].condition is not None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Only if [x](#role) is staff.", "brief-condition-italic"),
        ("**Only if [x](#role) is staff.**", "brief-condition-italic"),
        ("*Only if [x](#role) is staff.", "brief-condition-italic"),
        ("*Whenever [x](#role) is staff.*", "brief-condition-start"),
    ],
)
def test_what_was_meant_as_a_condition_is_never_mere_help(author, line, reason):
    author.fails(f"{QUESTIONS}### Last {{#last}}\n{line}\n____\n", reason)


def test_a_condition_comes_first(author):
    questions = f"{QUESTIONS}### Last {{#last}}\nHelp.\n\n*Only if [x](#role) is staff.*\n\n____\n"
    author.fails(questions, "brief-condition-late")


def test_a_page_has_one_condition(author):
    one = "*Only if [x](#role) is staff.*\n"
    author.fails(f"{QUESTIONS}---\n{one}\n{one}\n### Last\n____\n", "brief-condition-late")


def test_a_question_with_faults_causes_no_second_fault_in_a_condition(author):
    text = f"{SURVEY}### Role {{#role}}\n- ( ) One\n\n{LAST % '[x](#role) is two.'}"
    assert [each.reason for each in author.writes(text).findings] == ["brief-option-single"]


def test_the_first_page_can_not_look_back(author):
    author.fails(
        "*Only if [x](#role) is staff.*\n\n### Role {#role}\n____\n", "brief-condition-later"
    )


PARTS = """\
### Order {#rank}
1. [hours] Opening hours
2. [price] Price

### Rating {#likert}
| | (bad) Bad | (good) Very good |
|---|---|---|
| [staff] Staff | ( ) | ( ) |

### When {#when}
| | (am) Morning | (pm) Evening |
|---|---|---|
| [bread] Bread | [ ] | [ ] |

### Stay {#stay}
| | (adults) Adults | (note) Note |
|---|---|---|
| [june] June | ____ (whole number 0–9) | ____ |
| [july] July | ____ | ____ |

### Money {#money}
- [oven] Oven: ____
- [seats] Seats: ____
- = 100 points

### Price {#price}
(0 €) Nothing … (500 €) Much, steps of 10

"""


@pytest.mark.parametrize(
    ("written", "clause"),
    [
        ("[x](#rank__hours) is 1", Clause("rank__hours", Test.IS, (Range(1, 1),))),
        ("[x](#rank__hours) is answered", Clause("rank__hours", Test.ANSWERED)),
        ("[x](#likert__staff) is Very good", Clause("likert__staff", Test.IS, ("good",))),
        ("[x](#likert__staff) is not bad", Clause("likert__staff", Test.IS_NOT, ("bad",))),
        ("[x](#when__bread) includes pm", Clause("when__bread", Test.IS, ("pm",))),
        (
            "[x](#stay__july__adults) is at least 2",
            Clause("stay__july__adults", Test.AT_LEAST, (Range(2, 2),)),
        ),
        ("[x](#money__oven) is at most 50", Clause("money__oven", Test.AT_MOST, (Range(50, 50),))),
        ("[x](#price) is 100–200", Clause("price", Test.IS, (Range(100, 200),))),
        ("[x](#price) is Much", Clause("price", Test.IS, (Range(500, 500),))),
    ],
)
def test_parts_of_a_question_are_linked_by_their_columns(author, written, clause):
    form = author.makes_form(PARTS + LAST % f"{written}.")
    assert form.questions[-1].condition.clauses == (clause,)


@pytest.mark.parametrize(
    ("written", "reason", "fix"),
    [
        (
            "[x](#likert) is bad.",
            "brief-condition-unknown",
            "*Only if [x](#likert__staff) is bad.*",
        ),
        ("[x](#rank__hour) is 1.", "brief-condition-unknown", None),
        ("[x](#likert__staff) is god.", "brief-condition-value", None),
        ("[x](#likert__staff) is at least 2.", "brief-condition-number", None),
        ("[x](#money__oven) is half.", "brief-condition-number", None),
        ("[x](#stay__june) is answered.", "brief-condition-unknown", None),
    ],
)
def test_a_part_that_is_not_there_is_named_with_one_that_is(author, written, reason, fix):
    finding = author.fails(PARTS + LAST % written, reason)
    assert fix in (None, finding.fix)
