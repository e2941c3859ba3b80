"""Drafts and files in their folder."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collector.entries import new_reference
from collector.errors import Unavailable
from collector.garden import Garden, Settings
from collector.store.files import Drafts, path_of, remove, remove_drafts, stored, take_place

NOW = datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC)


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path, Settings())


def test_a_draft_takes_its_place_or_is_gone(garden: Garden) -> None:
    ref = new_reference()
    with Drafts(garden) as drafts:
        for content in (b"kept", b"dropped"):
            path, file = drafts.begin()
            file.write(content)
            file.close()
            if content == b"kept":
                take_place(garden, path, ref, NOW)
    assert [each.read_bytes() for each in garden.files.iterdir()] == [b"kept"]
    assert stored(garden) == [ref]
    assert path_of(garden, ref).stat().st_mtime == NOW.replace(minute=0, second=0).timestamp()
    remove(garden, [ref, ref])
    assert stored(garden) == []


def test_a_draft_of_who_was_killed_goes_after_a_while(garden: Garden) -> None:
    drafts = Drafts(garden)
    (old, file), (new, other) = drafts.begin(), drafts.begin()
    file.close()
    other.close()
    os.utime(old, (0, 0))
    remove_drafts(garden, 3600)
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("ref", ["../garden.db", "", ".draft-a", "a" * 16 + "/"])
def test_what_is_no_ref_leads_nowhere(garden: Garden, ref: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(ref)}$"):
        path_of(garden, ref)


def test_where_nothing_can_be_written_that_is_said(garden: Garden) -> None:
    garden.files.parent.mkdir()
    garden.files.write_text("no folder")
    with pytest.raises(Unavailable), Drafts(garden) as drafts:
        drafts.begin()
