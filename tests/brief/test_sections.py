import pytest

from collector.brief import FormKind, FormSection, Prose, Results, Slot, SlotKind, Thanks
from collector.form import define

TOP = "---\ncloses: never\n---\n# Bread\n\n"
ASK = "\n### One\n____\n\n"


def test_sections_stand_in_their_order(author):
    brief = author.publishes(
        f"{TOP}Why.\n\n## Poll {{.poll}}\n{ASK}## About us\n\nWe bake.\n\n### Since\n\n1901\n\n"
        "## Ideas {.ideas}\n\nSo far.\n\n## Results {.results}\n"
    )
    kinds = [type(section) for section in brief.sections]
    assert kinds == [Prose, FormSection, Prose, Slot, Slot]
    assert brief.sections[0] == Prose("Why.")
    assert brief.sections[2] == Prose("## About us\n\nWe bake.\n\n### Since\n\n1901")
    assert brief.sections[3] == Slot(SlotKind.IDEAS, "Ideas", "So far.")
    assert brief.sections[4] == Slot(SlotKind.RESULTS, "Results")


def test_prose_is_left_untouched(author):
    prose = "A <b>bold</b> — “word”  \nwith\\_signs.\n\n## A {#b}\n\n---\n\n#hashtag\n\nText\n---"
    assert author.publishes(f"{TOP}{prose}\n").sections == (
        Prose(prose.partition("\n\n##")[0]),
        Prose("##" + prose.partition("\n\n##")[2]),
    )


@pytest.mark.parametrize(
    ("braces", "kind", "name", "results"),
    [
        ("{.poll}", FormKind.POLL, "poll", Results.AFTER_VOTE),
        ("{.survey}", FormKind.SURVEY, "survey", Results.NEVER),
        ("{.poll #hours results=always}", FormKind.POLL, "hours", Results.ALWAYS),
        ("{.survey results=after-close}", FormKind.SURVEY, "survey", Results.AFTER_CLOSE),
        ("{ #a .poll results=never }", FormKind.POLL, "a", Results.NEVER),
    ],
)
def test_a_forms_name_is_its_id_or_its_class(author, braces, kind, name, results):
    (form,) = author.publishes(f"{TOP}## Ask {braces}\n{ASK}").forms
    assert (form.kind, form.name, form.results, form.label) == (kind, name, results, "Ask")


def test_headings_in_code_and_comments_are_none(author):
    brief = author.publishes(f"{TOP}```\n## A {{.pol}}\n```\n\n<!--\n## B {{.pol}}\n-->\n")
    assert len(brief.sections) == 1


@pytest.mark.parametrize(
    ("section", "reason", "fix"),
    [
        ("## Poll {.pol}", "brief-section-unknown", "## Poll {.poll}"),
        ("## Poll {.poll .survey}", "brief-section-two", "## Poll {.poll}"),
        ("## Poll {.poll .private}", "brief-section-private", "## Poll {.poll}"),
        ("## Ideas {.ideas results=always}", "brief-section-results", "## Ideas {.ideas}"),
        ("## Poll {.poll colour=red}", "brief-section-unknown", None),
        ("## Poll {.poll results=allways}", "brief-results", "## Poll {.poll results=always}"),
        ("## Poll {.poll #Hours}", "brief-form-name", "## Poll {.poll #poll}"),
        ("# Poll {.poll}", "brief-section-level", "## Poll {.poll}"),
        ("## Thanks {.thanks}", "brief-thanks-alone", "## Thanks"),
    ],
)
def test_faults_of_a_sections_heading_come_with_one_that_reads(author, section, reason, fix):
    finding = author.hears(f"{TOP}{section}\n{ASK}", reason)
    assert finding.line == 6
    assert fix in (None, finding.fix)


def test_two_forms_need_two_names(author):
    finding = author.hears_only(
        f"{TOP}## A {{.poll}}\n{ASK}## B {{.poll}}\n{ASK}", "brief-form-twice"
    )
    assert finding.fix == "## B {.poll #poll_2}"


def test_a_slot_stands_once(author):
    author.hears_only(f"{TOP}## A {{.ideas}}\n\n## B {{.ideas}}\n", "brief-slot-twice")


def test_a_question_outside_a_form_is_an_error(author):
    finding = author.hears_only(f"{TOP}## Ask\n{ASK}", "brief-shape-outside")
    assert (finding.line, finding.fix) == (6, "## Ask {.survey}")
    finding = author.hears_only(f"{TOP}{ASK}", "brief-shape-outside")
    assert finding.fix == "## Your answers {.survey}"


def test_a_heading_with_braces_and_without_a_blank_is_an_error(author):
    finding = author.hears(f"{TOP}##Poll {{.poll}}\n", "brief-heading-blank")
    assert finding.fix == "## Poll {.poll}"


def test_a_challenge_needs_a_title(author):
    finding = author.hears_only("---\ncloses: never\n---\nHello.\n", "brief-title-none")
    assert finding.fix == "# What it is called"


def test_thanks_go_to_the_form_above_and_stand_nowhere_else(author):
    brief = author.publishes(
        f"{TOP}## A {{.poll #a}}\n{ASK}## B {{.poll #b}}\n{ASK}## In between\n\nWords.\n\n"
        "## *Many* thanks {.thanks}\n\nWe bake **now**.\n\n- rye\n\n## After\n"
    )
    first, second = brief.forms
    assert first.thanks is None
    assert second.thanks == Thanks("Many thanks", "We bake **now**.\n\n- rye")
    assert len(brief.sections) == 4
    assert brief.summary != "We bake now."


def test_thanks_are_no_part_of_a_form_s_definition(author):
    plain = f"{TOP}## A {{.poll}}\n{ASK}"
    thanked = author.publishes(f"{plain}## Thanks {{.thanks}}\n\nWe bake.\n").forms
    assert define(thanked[0]).hash == define(author.publishes(plain).forms[0]).hash


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"## A {{.poll}}\n{ASK}## T {{.thanks}}\n\nX\n\n## T {{.thanks}}\n", "brief-thanks-twice"),
        (f"## A {{.poll}}\n{ASK}## T {{.thanks}}\n\n<b>Now</b>\n", "brief-html"),
        (f"## A {{.poll}}\n{ASK}## T {{.thanks}}\n{ASK}", "brief-shape-outside"),
        (f"## T {{.thanks}}\n\n## A {{.poll}}\n{ASK}", "brief-thanks-alone"),
        (f"## A {{.poll}}\n{ASK}# T {{.thanks}}\n", "brief-section-level"),
        (f"## A {{.poll}}\n{ASK}## T {{.thanks results=always}}\n", "brief-section-results"),
    ],
)
def test_thanks_that_do_not_read_are_told(author, body, reason):
    author.hears(f"{TOP}{body}", reason)
