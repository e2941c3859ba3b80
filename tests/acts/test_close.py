import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from collector import brief
from collector.acts import close
from collector.brief import Phase
from collector.entries import JobKind
from collector.errors import Conflict, Refused, Severity, Unknown
from collector.garden import Garden
from collector.store import Store, reads

NOW = datetime(2026, 11, 21, 12, 0, 59, tzinfo=UTC)
BRIEF = """\
# What next?

Tell us.

## Your idea {.idea}

### A name * {#title}
____
"""


@pytest.fixture
def garden(tmp_path):
    (tmp_path / "challenges").mkdir()
    (tmp_path / "ideagarden.toml").write_text('timezone = "Europe/Berlin"\n', "utf-8")
    return Garden.find(tmp_path)


@pytest.fixture
def store(garden):
    with Store.open(garden) as store:
        yield store


def write(garden, content):
    path = garden.challenges / "next.md"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path, close.file_hash(garden, "next")


def test_a_brief_without_front_matter_is_given_one_with_the_garden_s_time(garden, store):
    path, seen = write(garden, BRIEF)
    close.close_now(garden, store, "next", seen, NOW)
    assert path.read_text("utf-8") == f"---\ncloses: 2026-11-21 13:00\n---\n\n{BRIEF}"
    assert [each.kind for each in reads.jobs(store)] == [JobKind.BUILD]


def test_the_rights_of_the_file_stay_as_they_were(garden, store):
    path, seen = write(garden, BRIEF)
    path.chmod(0o640)
    close.close_now(garden, store, "next", seen, NOW)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_brief_elsewhere_stays_a_link(garden, store, tmp_path):
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text(BRIEF, "utf-8")
    (garden.challenges / "next.md").symlink_to(elsewhere)
    close.close_now(garden, store, "next", close.file_hash(garden, "next"), NOW)
    assert (garden.challenges / "next.md").is_symlink()
    assert "closes:" in elsewhere.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"---\ncloses: 2026-11-01\n---\n{BRIEF}", "close-not-open"),
        (f"---\nopens: 2026-12-01\n---\n{BRIEF}", "close-not-open"),
        ("no heading", "brief-broken"),
        (b"# Caf\xe9\n", "brief-broken"),
    ],
)
def test_what_is_not_open_or_can_not_be_read_is_left_alone(garden, store, content, reason):
    path, seen = write(garden, content)
    before = path.read_bytes()
    with pytest.raises(Conflict) as refused:
        close.close_now(garden, store, "next", seen, NOW)
    assert refused.value.reason == reason
    assert path.read_bytes() == before
    assert reads.jobs(store) == []


def test_another_hash_than_the_file_s_is_refused(garden, store):
    write(garden, BRIEF)
    with pytest.raises(Conflict) as refused:
        close.close_now(garden, store, "next", hashlib.sha256(b"").hexdigest(), NOW)
    assert refused.value.reason == "brief-changed"


def test_a_brief_that_is_gone_is_unknown_and_has_no_hash(garden, store):
    assert close.file_hash(garden, "next") == ""
    with pytest.raises(Unknown):
        close.close_now(garden, store, "next", "", NOW)


def test_where_nothing_can_be_written_the_line_to_write_is_told_and_nothing_is_left_behind(
    garden, store, monkeypatch
):
    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    path, seen = write(garden, BRIEF)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Refused) as refused:
        close.close_now(garden, store, "next", seen, NOW)
    assert refused.value.facts["line"] == "closes: 2026-11-21 13:00"
    assert refused.value.facts["cause"] == "Permission denied"
    assert list(garden.challenges.iterdir()) == [path]
    assert path.read_text("utf-8") == BRIEF
    assert reads.jobs(store) == []


PHASED = f"""\
---
phases:
  # As we agreed.
  - Send ideas: 2026-11-01 to 2026-11-30, submit, comment
  - Vote: 2026-12-01 – 2026-12-04 18:00, vote
  - "We think it over: 5 Dec 2026 to 2026-12-20, show ideas"
voting: approve
---

{BRIEF}"""


def standing(garden, path, now):
    found = brief.read(path, garden.settings)
    assert found.brief is not None
    assert not [each for each in found.findings if each.severity is Severity.ERROR]
    return found.brief.phase(now)


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        (
            NOW,
            [
                "  - Send ideas: 2026-11-01 to 2026-11-21 13:00, submit, comment",
                "# - Vote: 2026-12-01 – 2026-12-04 18:00, vote",
                '# - "We think it over: 5 Dec 2026 to 2026-12-20, show ideas"',
            ],
        ),
        (
            datetime(2026, 12, 3, 12, tzinfo=UTC),
            [
                "  - Send ideas: 2026-11-01 to 2026-11-30, submit, comment",
                "  - Vote: 2026-12-01 – 2026-12-03 13:00, vote",
                '# - "We think it over: 5 Dec 2026 to 2026-12-20, show ideas"',
            ],
        ),
        (
            datetime(2026, 12, 4, 18, tzinfo=UTC),
            [
                "  - Send ideas: 2026-11-01 to 2026-11-30, submit, comment",
                "  - Vote: 2026-12-01 – 2026-12-04 18:00, vote",
                '# - "We think it over: 5 Dec 2026 to 2026-12-20, show ideas"',
            ],
        ),
        (
            datetime(2026, 12, 6, 12, tzinfo=UTC),
            [
                "  - Send ideas: 2026-11-01 to 2026-11-30, submit, comment",
                "  - Vote: 2026-12-01 – 2026-12-04 18:00, vote",
                '  - "We think it over: 5 Dec 2026 to 2026-12-06 13:00, show ideas"',
            ],
        ),
    ],
    ids=["first", "second", "between", "last"],
)
def test_the_phase_that_is_on_ends_and_those_behind_it_become_notes(garden, store, now, lines):
    path, seen = write(garden, PHASED)
    close.close_now(garden, store, "next", seen, now)
    written = path.read_text("utf-8").splitlines()
    assert written[3:6] == lines
    assert written[:3] + written[6:] == PHASED.splitlines()[:3] + PHASED.splitlines()[6:]
    assert standing(garden, path, now) is Phase.CLOSED
    assert [each.kind for each in reads.jobs(store)] == [JobKind.BUILD]


def test_phases_that_have_not_begun_are_not_closed(garden, store):
    path, seen = write(garden, PHASED)
    with pytest.raises(Conflict, match="close-not-open"):
        close.close_now(garden, store, "next", seen, datetime(2026, 10, 1, tzinfo=UTC))
    assert path.read_text("utf-8") == PHASED


def test_what_was_closed_in_a_phase_opens_again_with_another_end_of_it(garden, store):
    path, seen = write(garden, PHASED)
    close.close_now(garden, store, "next", seen, NOW)
    again = close.file_hash(garden, "next")
    close.reopen(garden, store, "next", again, "2027-01-31", NOW + timedelta(hours=1))
    assert "- Send ideas: 2026-11-01 to 2027-01-31, submit, comment\n" in path.read_text("utf-8")
    assert standing(garden, path, NOW + timedelta(hours=1)) is Phase.OPEN


@pytest.mark.parametrize(
    ("until", "phases", "reason"),
    [
        ("never", PHASED.replace(', show ideas"', ', comment"'), "reopen-day"),
        ("2026-12-31", PHASED.replace(', show ideas"', ', comment"'), "reopen-past"),
        ("2027-12-31", PHASED, "reopen-phases"),
    ],
)
def test_a_last_phase_opens_again_only_for_something_and_until_a_day(
    garden, store, until, phases, reason
):
    path, seen = write(garden, phases)
    with pytest.raises(Conflict) as refused:
        close.reopen(garden, store, "next", seen, until, datetime(2027, 1, 20, tzinfo=UTC))
    assert refused.value.reason == reason
    assert path.read_text("utf-8") == phases
