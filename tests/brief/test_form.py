import pytest

from collector.errors import Severity
from tests.brief.conftest import SURVEY

IDEA = "---\ncloses: never\n---\n# Bread\n\n## Your idea {.idea}\n\n"
TITLE = "### Its name * {#title}\n____\n\n"


def test_prose_before_the_first_question_introduces_the_form(author):
    form = author.makes_form("Two words.\n\n- first\n\n### One\n____\n")
    assert form.pages[0].introduction == "Two words.\n\n- first"


def test_a_rule_after_an_empty_line_starts_the_next_page(author):
    form = author.makes_form("### One\n____\n\n---\n\nNow the rest.\n\n### Two\n____\n")
    assert [len(page.questions) for page in form.pages] == [1, 1]
    assert form.pages[1].introduction == "Now the rest."


@pytest.mark.parametrize("rule", ["---", "-----", "***", "———", "- - -"])
def test_any_rule_is_one(author, rule):
    assert len(author.makes_form(f"### One\n____\n\n{rule}\n\n### Two\n____\n").pages) == 2


def test_a_rule_at_the_end_starts_nothing(author):
    assert len(author.makes_form("### One\n____\n\n---\n\n").pages) == 1


def test_a_page_without_questions_is_an_error(author):
    finding = author.fails("Hello.\n\n---\n\n### One\n____\n", "brief-page-empty")
    assert author.line(finding) == 3


def test_a_last_page_with_words_only_is_an_error(author):
    author.fails("### One\n____\n\n---\n\nThank you.\n", "brief-page-empty")


@pytest.mark.parametrize("above", ["____", "- ( ) a\n- ( ) b", "(1) … (5)\n"])
def test_a_rule_right_below_a_mark_is_no_heading_of_text(author, above):
    assert len(author.makes_form(f"### One\n{above}\n---\n\n### Two\n____\n").pages) == 2


def test_a_question_has_help_above_and_a_note_below(author):
    question = author.asks("Help\n\n```\n- ( ) no mark\n```\n\n____\n\nNote\n\n#### More\n")
    assert question.help == "Help\n\n```\n- ( ) no mark\n```"
    assert question.note == "Note\n\n#### More"


def test_help_keeps_its_signs(author):
    assert author.asks("“Help” – with\u00a0signs…\n____").help == "“Help” – with\u00a0signs…"


def test_ids_are_made_from_words_or_written(author):
    form = author.makes_form("### How was it?\n____\n\n### And then? {#next}\n____\n")
    assert [question.id for question in form.questions] == ["how_was_it", "next"]


def test_e_mail_and_phone_are_always_personal(author):
    form = author.makes_form("### A\n____ (e-mail)\n\n### B\n____ (phone)\n\n### C\n____\n")
    assert [question.personal for question in form.questions] == [True, True, False]


def test_an_idea_shows_title_text_and_what_is_public(author):
    form = author.publishes(
        f"{IDEA}{TITLE}### More {{#text}}\n____ (long)\n\n### Bread {{#kind .public}}\n____\n\n"
        "### Aside {#aside}\n____\n"
    ).forms[0]
    assert [form.shown(question) for question in form.questions] == [True, True, True, False]


def test_of_a_private_idea_nothing_is_shown(author):
    text = IDEA.replace("{.idea}", "{.idea .private}") + TITLE
    form = author.publishes(text).forms[0]
    assert form.private
    assert not any(form.shown(question) for question in form.questions)


@pytest.mark.parametrize(
    ("questions", "reason"),
    [
        ("### More {#text}\n____\n", "brief-title-missing"),
        ("### Its name * {#title}\n____ (long)\n", "brief-title-shape"),
        ("### Its name {#title}\n____\n", "brief-title-required"),
        ("### Its name * {#title .personal}\n____\n", "brief-title-personal"),
        (
            "### A {#a}\n____\n\n### Its name * {#title}\n*Only if [a](#a) is answered.*\n____\n",
            "brief-title-required",
        ),
        (f"{TITLE}### Mail {{.public}}\n____ (e-mail)\n", "brief-public-personal"),
        (f"{TITLE}### Phone {{.public}}\n____ (phone)\n", "brief-public-personal"),
        (f"{TITLE}### Town {{.public .personal}}\n____\n", "brief-public-personal"),
    ],
)
def test_what_an_idea_form_needs(author, questions, reason):
    assert author.hears_only(IDEA + questions, reason).severity is Severity.ERROR


def test_public_belongs_to_ideas(author):
    author.fails("### One {.public}\n____\n", "brief-public-form")
    text = IDEA.replace("{.idea}", "{.idea .private}")
    author.hears_only(f"{text}{TITLE}### A {{.public}}\n____\n", "brief-public-form")


@pytest.mark.parametrize(
    ("questions", "line", "fix"),
    [
        ("### One\n____\n\n### One!\n____\n", 4, "### One! {#one_2}"),
        ("### One {#a}\n____\n\n### Two {.personal #a}\n____\n", 4, "### Two {.personal #a_2}"),
        (
            "### One {#a}\n- ( ) B\n- ( ) Other: ____\n\n### Two {#a_other}\n____\n",
            5,
            "### Two {#a_other_2}",
        ),
    ],
)
def test_two_columns_alike_are_an_error(author, questions, line, fix):
    finding = author.fails(questions, "brief-id-twice")
    assert (author.line(finding), finding.fix) == (line, fix)


@pytest.mark.parametrize(
    ("questions", "reason", "line"),
    [
        ("Hello.\n", "brief-form-empty", -1),
        ("____\n\n### One\n____\n", "brief-shape-alone", 1),
        ("### !?\n____\n", "brief-id-none", 1),
        ("### {#a}\n____\n", "brief-question-words", 1),
        ("### One {#1a}\n____\n", "brief-id-signs", 1),
        ("### One {#a__b}\n____\n", "brief-id-signs", 1),
        ("### One {.publik}\n____\n", "brief-class-unknown", 1),
        ("### One\n____\n\n###Two\n", "brief-heading-blank", 4),
        ("### One\nPress <b>hard</b>\n____\n", "brief-html", 2),
        ("### One\n____\n\n```\nopen\n", "brief-fence-open", 4),
        ("### One\n____\n\n<!-- open\n", "brief-comment-open", 4),
        ("### One\n![](a.jpg)\n____\n", "brief-alt-missing", 2),
        ("### One\n![A](a.jpg)\n____\n", "brief-file-missing", 2),
        ("### One\nRead [the rules](rules.pdf).\n____\n", "brief-file-missing", 2),
    ],
)
def test_faults_of_a_form_name_their_line(author, questions, reason, line):
    if reason == "brief-alt-missing":
        (author.folder / "a.jpg").touch()
    assert author.line(author.fails(questions, reason)) == line


def test_a_class_nearly_right_is_mended(author):
    finding = author.fails("### One {#one .publik}\n____\n", "brief-class-unknown")
    assert finding.fix == "### One {#one .public}"
    assert finding.column == 15


@pytest.mark.parametrize("help_", ["Press `<b>`", "1 < 2 > 0", "<https://example.org>", "a<3"])
def test_signs_that_are_no_html_are_left_alone(author, help_):
    assert author.asks(f"{help_}\n____").help == help_


def test_pictures_and_linked_files_are_needed(author):
    for name in ("oven.jpg", "rules.pdf"):
        (author.folder / name).touch()
    brief = author.publishes(
        f"{SURVEY}### One\n![Oven](oven.jpg) [rules](rules.pdf) [x](../about/) [y](#one) "
        "[z](https://example.org/a.pdf)\n____\n"
    )
    assert brief.files == ("oven.jpg", "rules.pdf")
