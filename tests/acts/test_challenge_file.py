"""A challenge's files on the disk."""

from pathlib import Path

import pytest

from collector import brief
from collector.acts import challenge_file
from collector.errors import Unknown
from tests.gardens import lay_out

TEXT = "# Bread\n\nTell us.\n"


def test_only_a_garden_with_the_kit_s_templates_has_nothing_begun(tmp_path: Path) -> None:
    garden = lay_out(tmp_path, {})
    assert not challenge_file.is_begun(garden)
    box = brief.templates()["suggestion-box"].read_text("utf-8")
    garden = lay_out(tmp_path, {"suggestion-box": box})
    assert not challenge_file.is_begun(garden)
    challenge_file.begin(garden, "bread", TEXT)
    assert challenge_file.is_begun(garden)


def test_a_draft_is_no_challenge_to_check_and_build(tmp_path: Path) -> None:
    garden = lay_out(tmp_path, {"bread": TEXT})
    challenge_file.save(garden, "bread", TEXT + "More.\n", TEXT)
    read = brief.read_folder(garden.challenges, garden.settings)
    assert [each.path.name for each in read] == ["bread.md"]
    assert challenge_file.drafts(garden) == ["bread"]


def test_a_draft_that_says_what_is_public_is_none(tmp_path: Path) -> None:
    garden = lay_out(tmp_path, {"bread": TEXT})
    challenge_file.save(garden, "bread", TEXT + "More.\n", TEXT)
    challenge_file.save(garden, "bread", TEXT, TEXT + "More.\n")
    assert challenge_file.found(garden, "bread").draft is None
    assert sorted(each.name for each in garden.challenges.iterdir()) == ["bread.md"]
    assert list((garden.var / "begun").iterdir()) == []


def test_a_draft_written_by_hand_is_gone_on_with(tmp_path: Path) -> None:
    garden = lay_out(tmp_path, {"bread": TEXT})
    (garden.challenges / "_bread.md").write_bytes(b"\xef\xbb\xbf# Other\r\n")
    written = challenge_file.found(garden, "bread")
    assert (written.text, written.public) == ("# Other\n", TEXT)


@pytest.mark.parametrize("crash", ["write_bytes", "replace"])
def test_a_crash_leaves_the_old_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crash: str
) -> None:
    garden = lay_out(tmp_path, {"bread": TEXT})
    challenge_file.save(garden, "bread", TEXT + "One.\n", TEXT)

    def fall(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, crash, fall)
    with pytest.raises(KeyboardInterrupt):
        challenge_file.save(garden, "bread", TEXT + "Two.\n", TEXT + "One.\n")
    monkeypatch.undo()
    assert challenge_file.found(garden, "bread").draft == TEXT + "One.\n"


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "_a", "a.b.md", "a.xx", "A", "a" * 65])
def test_what_is_no_name_of_a_challenge_has_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unknown):
        challenge_file.path_of(lay_out(tmp_path, {}), name)
