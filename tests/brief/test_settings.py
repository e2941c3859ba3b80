from datetime import UTC, datetime, timedelta

import pytest

from collector.brief import Picture
from collector.errors import Severity
from collector.garden import Settings


def test_the_first_heading_is_the_title_and_the_first_paragraph_the_summary(author):
    (author.folder / "oven.jpg").touch()
    brief = author.publishes(
        "---\ncloses: never\n---\n# What *next*?\n\n![Oven](oven.jpg)\n\n"
        "Our **oven**\nis [idle](#x).\n\nMore.\n"
    )
    assert (brief.title, brief.summary) == ("What next?", "Our oven is idle.")


def test_settings_come_before_heading_and_paragraph(author):
    brief = author.publishes(
        "---\ncloses: never\ntitle: Bread\nsummary: In short\n---\n# Long\n\nOther\n"
    )
    assert (brief.title, brief.summary) == ("Bread", "In short")


def test_a_brief_opens_and_closes_in_the_gardens_zone(author):
    brief = author.sets("opens: 2026-12-01\ncloses: 2026-12-15")
    assert brief.opens == datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert brief.closes == datetime(2026, 12, 15, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "day", "most"),
    [
        ("closes: after 200 answers", None, 200),
        ("closes: After 1 answer", None, 1),
        ("closes: 2026-12-15 or after 200 answers", 15, 200),
        ("closes: 15 Dec 2026 or after 20 answers", 15, 20),
    ],
)
def test_a_brief_closes_after_so_many_answers(author, line, day, most):
    brief = author.sets(line)
    assert brief.closes_after == most
    assert (brief.closes and brief.closes.day) == day


@pytest.mark.parametrize(
    "text",
    ["after answers", "after 0 answers", "after many answers", "after 12", "after 1.0 answers"],
)
def test_a_number_of_answers_that_does_not_read_is_told(author, text):
    finding = author.hears(f"---\ncloses: {text}\n---\n# B\n", "brief-closes-after")
    assert finding.fix == "closes: after 200 answers"


def test_never_is_no_end(author):
    assert author.sets("closes: Never").closes is None


def test_what_is_not_written_is_the_gardens(author):
    author.settings = Settings(moderation="after", terms="house")
    brief = author.publishes("---\ncloses: never\n---\n# Bread\n")
    assert (brief.moderation, brief.terms) == ("after", "house")
    brief = author.sets("moderation: before\nterms: kitchen")
    assert (brief.moderation, brief.terms) == ("before", "kitchen")


def test_a_picture_lies_beside_the_brief_and_shows_what_the_title_says(author):
    (author.folder / "oven.jpg").touch()
    brief = author.sets("image: oven.jpg")
    assert brief.image == Picture("oven.jpg", "Bread")
    assert brief.files == ("oven.jpg",)


def test_a_picture_may_have_words_of_its_own(author):
    (author.folder / "oven.jpg").touch()
    brief = author.sets("image: oven.jpg, The oven, at dawn")
    assert brief.image == Picture("oven.jpg", "The oven, at dawn")


@pytest.mark.parametrize(
    "line",
    [
        *("seen by: everyone", "access: open", "comments: off", "comments: no"),
        *("voting: none", "voting: off", "language: en", "language: de"),
    ],
)
def test_values_that_are_carried_out_can_be_written(author, line):
    author.sets(line)


@pytest.mark.parametrize(
    ("line", "kept"),
    [("one per: none", "none"), ("One per: Browser", "browser"), ("tags: a", "browser")],
)
def test_a_browser_answers_once_unless_the_brief_says_otherwise(author, line, kept):
    assert author.sets(line).one_per == kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("retention: 30 days", timedelta(days=30)),
        ("retention: 1 Day", timedelta(days=1)),
        ("retention: Never", None),
        ('retention: "365 days"', timedelta(days=365)),
    ],
)
def test_a_brief_says_how_long_personal_answers_are_kept(author, line, kept):
    assert author.sets(line).retention == kept


@pytest.mark.parametrize(("own", "kept"), [("90 days", timedelta(days=90)), ("never", None)])
def test_without_a_word_of_it_personal_answers_are_kept_as_the_garden_says(author, own, kept):
    author.settings = Settings(retention=own)
    assert author.publishes("---\ncloses: never\n---\n# Bread\n").retention == kept


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("6 months", "180 days"),
        ("2 weeks after closing", "14 days"),
        ("1 year", "365 days"),
        ("180", "180 days"),
        ("0 days", "180 days"),
        ("as long as need be", "180 days"),
        ("180.5 days", "180 days"),
        ("-30 days", "30 days"),
        ("9999999 days", "180 days"),
    ],
)
def test_a_time_that_is_no_number_of_days_comes_with_one_that_is(author, text, fix):
    finding = author.hears_only(
        f"---\ncloses: never\nretention: {text}\n---\n# Bread\n", "brief-retention"
    )
    assert (finding.line, finding.fix) == (3, f"retention: {fix}")
    assert author.sets(finding.fix).retention


@pytest.mark.parametrize(
    ("line", "reason", "fix"),
    [
        ("moderation: maybe", "brief-value", "moderation: before"),
        ("comments: perhaps", "brief-value", "comments: on"),
        ("comments: of", "brief-value", "comments: off"),
        ("seen by: everybody", "brief-value", "seen by: everyone"),
        ("one per: house", "brief-value", "one per: browser"),
        ("language: Dutch", "brief-value", "language: en"),
        ("opens: 3/4/2026", "brief-date-slashes", "opens: 2026-04-03"),
        ("opens: 2026-03-29 02:30", "brief-date-skipped", "opens: 2026-03-29 03:30"),
        ("image: ovne.jpg", "brief-file-missing", "image: oven.jpg"),
        ("image: img/oven.jpg", "brief-image-place", "image: oven.jpg"),
        ("image: oven.pdf", "brief-image-kind", "image: oven.jpg"),
        ("terms: huose", "brief-terms-unknown", "terms: house"),
    ],
)
def test_values_that_do_not_read_come_with_one_that_does(author, line, reason, fix):
    (author.folder / "oven.jpg").touch()
    text = f"---\ncloses: never\n{line}\n---\n# Bread\n"
    finding = next(iter(author.writes(text, terms=("house", "kitchen")).findings))
    assert (finding.reason, finding.line, finding.fix) == (reason, 3, fix)


def test_a_challenge_that_closes_before_it_opens_is_an_error(author):
    text = "---\nopens: 2026-12-15\ncloses: 2026-12-14\n---\n# Bread\n"
    assert author.hears_only(text, "brief-closes-early").line == 3


def test_a_brief_speaks_its_own_language_or_the_gardens(author):
    assert author.sets("language: de").language == "de"
    author.settings = Settings(language="de")
    assert author.publishes("---\ncloses: never\n---\n# Brot\n").language == "de"


def test_a_language_without_words_of_the_kit_is_warned_of(author):
    text = "---\ncloses: never\nlanguage: it\n---\n# Pane\n"
    assert author.hears_only(text, "brief-language-unspoken").severity is Severity.WARNING
