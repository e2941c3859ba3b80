import pytest

from collector.brief import lost
from tests.brief.conftest import SURVEY

QUESTIONS = "### Your role\n- ( ) Customer\n- ( ) Staff\n\n### Home {#home}\n- Dogs: ____\n"
KEPT = {"survey": {"your_role": ["customer", "staff"], "home": ["dogs"]}}


def test_a_brief_that_keeps_its_codes_may_add_more(author):
    more = QUESTIONS.replace("- ( ) Staff", "- ( ) Staff\n- ( ) Guest") + "\n### More\n____\n"
    assert lost(author.publishes(SURVEY + more), KEPT) == ()


@pytest.mark.parametrize(
    ("before", "after", "reason", "line", "fix"),
    [
        ("Your role", "Your rôle here", "brief-lost-id", 8, "### Your rôle here {#your_role}"),
        ("Staff", "I work here", "brief-lost-code", 8, "- (staff) I work here"),
        ("Dogs", "Cats", "brief-lost-code", 12, "- [dogs] Cats"),
        ("{#home}", "{#flat}", "brief-lost-id", 12, "### Home {#home}"),
        ("{.survey}", "{.survey #other}", "brief-lost-form", 1, "{#survey}"),
    ],
)
def test_a_code_that_answers_were_kept_under_is_named(author, before, after, reason, line, fix):
    text = (SURVEY + QUESTIONS).replace(before, after)
    (finding,) = lost(author.publishes(text), KEPT)
    assert (finding.reason, finding.line, finding.fix) == (reason, line, fix)
