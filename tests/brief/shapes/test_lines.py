import pytest

from collector.brief import Limits, Line, Shape


def test_a_list_whose_every_item_ends_in_a_blank_is_a_list_of_lines(author):
    question = author.asks("- Dogs: ____\n- [adults] Adults: ____ (whole number 0–20)")
    assert question.shape is Shape.LINES
    assert question.lines == (
        Line("dogs", "Dogs"),
        Line("adults", "Adults", Shape.NUMBER, Limits(0, 20, whole=True)),
    )


def test_lines_with_an_e_mail_address_are_personal(author):
    assert author.asks("- Shop: ____\n- Contact: ____ (e-mail)").personal


@pytest.mark.parametrize(
    ("items", "reason", "line"),
    [
        ("- (a) A: ____\n- (b) B: ____", "brief-lines-round", 2),
        ("- A: ____\n  - B: ____\n- C: ____", "brief-option-nested", 3),
        ("- A: ____\n- ____", "brief-option-empty", 3),
        ("- A: ____\n- a: ____", "brief-code-twice", 3),
        ("- A: ____\n- [b c] B: ____", "brief-code-signs", 3),
        ("- A: ____\n- [x] B: ____", "brief-option-ticked", 3),
        ("- A: ____\n- !: ____", "brief-code-none", 3),
        ("- A: ____\n- B: ____ (nmber)", "brief-blank-words", 3),
        ("- A: ____\n- B: ____ (5 stars)", "brief-lines-shape", 3),
        ("- A: ____\n- B", "brief-lines-mixed", 3),
    ],
)
def test_faults_of_lines_name_their_line(author, items, reason, line):
    findings = author.writes(f"# Bread\n## Q {{.survey}}\n### Which?\n{items}\n").findings
    assert (reason, line + 2) in [(each.reason, each.line) for each in findings]
