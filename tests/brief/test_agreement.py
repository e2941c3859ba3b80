"""To be named, or written to, somebody agrees by a tick that is free to be left."""

import pytest

from collector.brief import agreements, contacts

HEAD = "---\ncloses: never\n---\n# Bread\n\nWhat shall we bake?\n\n## Your idea {.idea}\n\n"
TITLE = "### Its name * {#title}\n____ (3–80 characters)\n\n"
NAME = "### Your name {#name .public}\n____\n\n"
EMAIL = "### Your e-mail {#email}\n____ (e-mail)\n\n"
CREDIT = "### May we name you? {#credit}\n- [ ] Yes, among the contributors\n\n"
NEWS = "### News {#contact_news}\n- [ ] Write to me about new breads\n\n"


def test_a_form_asks_for_what_may_be_agreed_to(author):
    brief = author.publishes(HEAD + TITLE + NAME + EMAIL + CREDIT + NEWS)
    (form,) = brief.forms
    assert [each.id for each in agreements(form)] == ["credit", "contact_news"]
    assert [each.id for each in contacts(form)] == ["contact_news"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD + TITLE + CREDIT, "brief-agree-name"),
        (HEAD + TITLE + NAME.replace(" .public", "") + CREDIT, "brief-agree-name"),
        (HEAD + TITLE + NAME + CREDIT.replace("? {", "? * {"), "brief-agree-required"),
        (HEAD + TITLE + NEWS, "brief-agree-address"),
        (HEAD + TITLE + EMAIL + NEWS.replace("News {", "News * {"), "brief-agree-required"),
    ],
)
def test_what_nobody_can_freely_agree_to_is_an_error(author, text, reason):
    found = [each.reason for each in author.writes(text).findings]
    assert reason in found


def test_another_question_of_that_name_asks_for_nothing(author):
    lines = (
        "### Who deserves the credit? {#credit}\n____\n\n### Contact {#contact}\n____ (e-mail)\n"
    )
    (form,) = author.publishes(HEAD + TITLE + lines).forms
    assert agreements(form) == ()


def test_in_a_survey_nobody_is_named(author):
    text = HEAD.replace("## Your idea {.idea}", "## Ask {.survey}") + EMAIL + CREDIT + NEWS
    (form,) = author.publishes(text).forms
    assert [each.id for each in agreements(form)] == ["contact_news"]
