import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.acts import close
from collector.entries import JobKind
from collector.errors import Conflict, Refused, Unknown
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


def test_a_challenge_that_goes_by_phases_says_how_it_is_closed(garden, store):
    phase = "- Send: 2026-11-01 to 2026-11-30, submit, comment"
    path, seen = write(garden, f"---\nphases:\n{phase}\n---\n\n{BRIEF}")
    before = path.read_bytes()
    with pytest.raises(Conflict, match="close-phases"):
        close.close_now(garden, store, "next", seen, NOW)
    assert path.read_bytes() == before
    assert list(reads.jobs(store)) == []
