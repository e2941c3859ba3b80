"""What settings ask for by themselves, and the rule of the month: read, or refused at the key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.errors import SettingsError
from collector.garden import Among, Measure, Rule, Settings
from collector.words import say

MAIL = """
[site]
url = "https://ideas.bakery.example"
[mail]
host = "smtp.bakery.example"
from = "hello@bakery.example"
[notices]
to = ["ada@bakery.example"]
"""
EXPORT = '[[schedule]]\nname = "friday"\ndo = "export"\nevery = "friday at 18:00"\n'
DIGEST = MAIL + EXPORT.replace('"export"', '"digest"')


def read(text: str) -> Settings:
    return Settings.parse(text, Path("ideagarden.toml"))


def refused(text: str) -> tuple[str, str]:
    """The reason, and the key that it names."""
    with pytest.raises(SettingsError) as caught:
        read(text)
    told = say(caught.value.reason, caught.value.facts)
    assert "ideagarden.toml" in told
    return caught.value.reason, str(caught.value.facts.get("key", ""))


def test_a_schedule_reads_with_its_defaults() -> None:
    (asked,) = read(EXPORT).schedule
    assert (asked.name, asked.do, asked.suffix, asked.folder) == (
        "friday",
        "export",
        "xlsx",
        "var/exports",
    )
    (mailed,) = read(DIGEST + 'for = "followers"\ntext = "Dear all"\n').schedule
    assert (mailed.for_, mailed.text) == ("followers", "Dear all")


@pytest.mark.parametrize(
    ("text", "reason", "key"),
    [
        (EXPORT.replace('"friday"', '"Friday!"'), "schedule-name", "schedule[1].name"),
        (EXPORT + EXPORT, "schedule-twice", ""),
        (EXPORT.replace('"export"', '"mail"'), "settings-choice", "schedule[1].do"),
        (EXPORT.replace("friday at", "freitag at"), "schedule-every", "schedule[1].every"),
        (EXPORT + 'format = "pdf"\n', "settings-choice", "schedule[1].format"),
        (EXPORT + 'format = "html"\n', "settings-choice", "schedule[1].format"),
        (
            EXPORT.replace('"export"', '"report"') + 'format = "json"\n',
            "settings-choice",
            "schedule[1].format",
        ),
        (EXPORT + 'what = "polis"\n', "settings-choice", "schedule[1].what"),
        (
            EXPORT + 'what = "contacts"\nformat = "xlsx"\n',
            "settings-choice",
            "schedule[1].format",
        ),
        (EXPORT + 'what = "contacts"\n', "settings-choice", "schedule[1].format"),
        (EXPORT + 'folder = "site/pages"\n', "settings-files", "schedule[1].folder"),
        (EXPORT + 'folder = "build/x/.."\n', "settings-files", "schedule[1].folder"),
        (EXPORT.replace('"export"', '"digest"'), "schedule-mail", "schedule[1].do"),
        (DIGEST + 'to = ["ada"]\n', "settings-address", "schedule[1].to"),
        (DIGEST + 'for = "all"\n', "settings-choice", "schedule[1].for"),
        (DIGEST + 'for = "jurors"\nto = ["a@b.example"]\n', "schedule-jurors", ""),
        (DIGEST.replace('"digest"', '"reminder"') + 'for = "jurors"\n', "schedule-jurors", ""),
        (DIGEST + 'for = "followers"\nto = ["a@b.example"]\n', "schedule-followers", ""),
        (
            DIGEST.replace('"digest"', '"reminder"') + 'for = "followers"\n',
            "schedule-followers",
            "",
        ),
        (DIGEST.replace('["ada@bakery.example"]', "[]"), "schedule-nobody", "schedule[1].to"),
    ],
)
def test_what_can_t_be_done_is_refused_at_its_key(text: str, reason: str, key: str) -> None:
    found, named = refused(text)
    assert found == reason
    assert key in ("", named)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "most votes among ideas shown this month, at least 5 votes",
            Rule(Measure.VOTES, Among.SHOWN, 5),
        ),
        ("Most comments among all ideas.", Rule(Measure.COMMENTS, Among.ALL)),
        ("most votes  among ideas done this month", Rule(Measure.VOTES, Among.DONE)),
        (
            "most comments among ideas shown this month, at least 1 comment",
            Rule(Measure.COMMENTS, Among.SHOWN, 1),
        ),
    ],
)
def test_the_rule_of_the_month_reads(text: str, rule: Rule) -> None:
    assert read(f'[recognition]\nmonth = "{text}"\n').recognition.rule == rule


@given(st.sampled_from(Measure), st.sampled_from(Among), st.integers(1, 999_999))
def test_every_rule_reads_as_it_is_written(measure: Measure, among: Among, least: int) -> None:
    counted = measure.rstrip("s") if least == 1 else measure
    text = f"most {measure} among {among}, at least {least} {counted}"
    assert Rule.read(text) == Rule(measure, among, least)


@given(st.text(max_size=40))
def test_whatever_else_is_written_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="rule-"):
        Rule.read(f"most {text}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("best idea", "rule-unread"),
        ("most votes", "rule-unread"),
        ("most votes among ideas shown this month, at least 0 votes", "rule-unread"),
        ("most votes among ideas shown this month, at least five votes", "rule-unread"),
        ("most votes among all ideas, at least 5 comments", "rule-counts-other"),
    ],
)
def test_a_rule_that_does_not_read_is_refused(text: str, reason: str) -> None:
    assert refused(f'[recognition]\nmonth = "{text}"\n') == (reason, "recognition.month")


def test_no_rule_is_no_fault() -> None:
    assert read("").recognition.rule is None
