"""An objective in a number: from where to where, by when; faults come with the line to write."""

from datetime import date

import pytest

from collector.brief import Measure

BY = date(2027, 6, 30)


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        (
            "kg of plastic a month, from 120 to 40, by 2027-06-30",
            Measure("kg of plastic a month", 120, 40, BY),
        ),
        ("rolls from 20 to 40 by 30.6.2027", Measure("rolls", 20, 40, BY)),
        ("Waste, from 5 % to 2,5 %, by 30 Jun 2027", Measure("Waste", 5, 2.5, BY, unit="%")),
        ("Sales, from € 1200 to € 2000, by 2027-06-30", Measure("Sales", 1200, 2000, BY, unit="€")),
        ("Sales, from 1200 to 2000 €, by 2027-06-30", Measure("Sales", 1200, 2000, BY, unit="€")),
        ("Balance, from -3 to 0.5, By 2027-06-30", Measure("Balance", -3, 0.5, BY)),
        (
            "Trips, from home to work, from 12 on 2026-09-01 to 4, by 2027-06-30",
            Measure("Trips, from home to work", 12, 4, BY, since=date(2026, 9, 1)),
        ),
    ],
)
def test_a_measure_says_what_from_where_to_where_and_by_when(author, line, measure):
    assert author.sets(f"measure: {line}").measure == measure


def test_it_rises_or_falls(author):
    assert author.sets("measure: rolls, from 20 to 40, by 2027-06-30").measure.rising
    assert not author.sets("measure: waste, from 40 to 20, by 2027-06-30").measure.rising


@pytest.mark.parametrize(
    ("line", "reason", "fix"),
    [
        ("kg of plastic", "brief-measure", "kg of plastic, from 120 to 40, by 2027-06-30"),
        ("less plastic by June", "brief-measure", "less plastic, from 120 to 40, by 2027-06-30"),
        (
            "from 120 to 40, by 2027-06-30",
            "brief-measure",
            "kg of plastic a month, from 120 to 40, by 2027-06-30",
        ),
        (
            ", from 120 to 40, by 2027-06-30",
            "brief-measure",
            "kg of plastic a month, from 120 to 40, by 2027-06-30",
        ),
        ("kg, 120 to 40, by 2027-06-30", "brief-measure", "kg, from 120 to 40, by 2027-06-30"),
        ("kg, from 120 to 40", "brief-measure", "kg, from 120 to 40, by 2027-06-30"),
        (
            "rolls, from 1.000 to 2.000, by 2027-06-30",
            "brief-blank-thousands",
            "rolls, from 1000 to 2000, by 2027-06-30",
        ),
        ("kg, from 40 to 40, by 2027-06-30", "brief-measure-still", ""),
        (
            "a, from 4 kg to 40 g, by 2027-06-30",
            "brief-measure-units",
            "a, from 4 kg to 40 kg, by 2027-06-30",
        ),
        ("kg, from 4 to 2, by June", "brief-date", "kg, from 4 to 2, by 2026-12-15"),
        ("kg, from 4 to 2, by 3/4/2027", "brief-date-slashes", "kg, from 4 to 2, by 2027-04-03"),
        ("kg, from 4 to 2, by 2027-02-30", "brief-date-none", "kg, from 4 to 2, by 2026-12-15"),
        (
            "kg, from 4 to 2, by 2027-06-30 18:00",
            "brief-measure-day",
            "kg, from 4 to 2, by 2027-06-30",
        ),
        ("kg, from 4 on 2027-07-01 to 2, by 2027-06-30", "brief-measure-backwards", ""),
    ],
)
def test_what_does_not_read_is_said_with_the_line_to_write(author, line, reason, fix):
    text = f"---\ncloses: never\nmeasure: {line}\n---\n# Bread\n"
    finding = author.hears_only(text, reason)
    assert finding.line == 3
    assert finding.fix == (f"measure: {fix}" if fix else "")
    if fix:
        author.sets(finding.fix)


def test_a_list_is_no_measure(author):
    author.hears("---\ncloses: never\nmeasure:\n- kg\n---\n# Bread\n", "brief-measure")


def test_there_must_be_a_while_to_reach_it(author):
    late = "---\nopens: 2027-07-01\ncloses: never\nmeasure: kg, from 4 to 2, by 2027-06-30\n---\n"
    assert author.hears_only(f"{late}# Bread\n", "brief-measure-early").line == 4


def test_a_challenge_without_an_objective_is_warned_with_the_reason(author):
    (finding,) = author.reads("---\ncloses: never\n---\n# Bread\n").findings
    assert (finding.reason, finding.severity, finding.fix) == ("brief-no-objective", "warning", "")
    assert "objective: " in finding.message
    assert author.reads("---\ncloses: never\nobjective: A\n---\n# Bread\n").findings == ()


BRIEF = "---\ncloses: never\nmeasure: kg, from 4 to 2, by 2027-06-30\n---\n# Bread\n"


def _translate(author, line):
    (author.folder / "bread.md").write_text(BRIEF, encoding="utf-8")
    (author.folder / "bread.de.md").write_text(f"---\n{line}\n---\n# Brot\n", encoding="utf-8")


def test_a_translation_says_it_in_its_own_words(author):
    line = "measure: kg Plastik, from 4 to 2, by 2027-06-30"
    _translate(author, line)
    (german,) = author.publishes(BRIEF).translations
    assert german.measure == Measure("kg Plastik", 4, 2, BY)


def test_a_translation_can_not_move_the_target(author):
    line = "measure: kg Plastik, from 4 to 1, by 2027-06-30"
    _translate(author, line)
    assert author.hears_only(BRIEF, "brief-translation-measure").path.name == "bread.de.md"
