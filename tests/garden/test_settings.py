"""A garden explains what is wrong with its settings, and derives every path itself."""

from dataclasses import fields, is_dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from collector.errors import SettingsError
from collector.garden import Garden, Settings, read_minutes
from collector.words import say


def written(folder: Path, text: str) -> Path:
    path = folder / "ideagarden.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_is_a_garden_with_defaults(tmp_path: Path) -> None:
    written(tmp_path, "")
    garden = Garden.find(tmp_path)
    assert garden.settings == Settings()
    assert garden.settings.collect == "/collect"


def test_a_garden_is_found_from_a_folder_below_it(tmp_path: Path) -> None:
    written(tmp_path, 'name = "Corner Bakery"')
    below = tmp_path / "challenges" / "old"
    below.mkdir(parents=True)
    assert Garden.find(below).root == tmp_path.resolve()


def test_no_garden_far_and_wide_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        Garden.find(tmp_path)
    assert "ideagarden init" in say(refused.value.reason, refused.value.facts)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = bakery", "not valid TOML"),
        ('nmae = "Bakery"', "Did you mean 'name'?"),
        ("[serve]\nprot = 1", "Did you mean 'serve.port'?"),
        ('[serve]\nport = "80"', "'serve.port' must be a whole number"),
        ("serve = 8000", "[serve]"),
        ('timezone = "Europe/Berln"', "Did you mean 'Europe/Berlin'?"),
        ('moderation = "never"', "before"),
        ('language = "it"', "Its languages are: en, de"),
        ('[store]\nurl = "postgresql://x"', "leave it empty"),
        ("[serve]\nworkers = 0", "serve.workers must be at least 1"),
        ("[collector]\norigins = [1]", "'collector.origins' must be a list of texts"),
        ('retention = "6 months"', 'retention = "180 days", or "never"'),
        ('[collector]\nedit = "half an hour"', "`30 minutes`"),
        ('[collector]\nedit = "3 days"', "`0 minutes`"),
        ("retention = 180", "'retention' must be a text in quotes"),
        ("[limits]\nmegabytes = 0", "limits.megabytes must be at least 1"),
        ('[files]\nfolder = "build/live/public"', "name another folder"),
        ('[files]\nfolder = "var/../site"', "files.folder is 'var/../site'"),
        ('[backup]\nfolder = "challenges/old"', "backup.folder is 'challenges/old'"),
        ("[backup]\nkeep = -1", "backup.keep must be at least 0"),
        ("[serve]\nport = true", "'serve.port' must be a whole number"),
    ],
)
def test_a_fault_in_the_settings_names_the_key_and_the_fix(
    tmp_path: Path, text: str, told: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as refused:
        Garden.find(tmp_path)
    sentence = say(refused.value.reason, refused.value.facts)
    assert told in sentence
    assert str(path) in sentence


DATABASE = "postgresql+psycopg://ada:salt@db.example/garden"


def test_entries_are_kept_in_a_file_of_the_garden_or_in_a_database(tmp_path: Path) -> None:
    written(tmp_path, "")
    garden = Garden.find(tmp_path)
    assert garden.place == garden.database
    assert not garden.shared
    written(tmp_path, f'[store]\nurl = "{DATABASE}"')
    garden = Garden.find(tmp_path)
    assert garden.place == DATABASE
    assert garden.shared


def test_the_environment_goes_before_the_address_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, '[store]\nurl = "postgresql+psycopg://elsewhere/garden"')
    monkeypatch.setenv("IDEAGARDEN_STORE_URL", DATABASE)
    assert Garden.find(tmp_path).place == DATABASE
    monkeypatch.setenv("IDEAGARDEN_STORE_URL", "")
    assert Garden.find(tmp_path).place == "postgresql+psycopg://elsewhere/garden"


def test_no_message_tells_the_address_with_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, f'[store]\nurl = "{DATABASE}"')
    assert "salt" not in repr(Garden.find(tmp_path))
    monkeypatch.setenv("IDEAGARDEN_STORE_URL", "mysql://ada:salt@db.example/garden")
    with pytest.raises(SettingsError) as refused:
        Garden.find(tmp_path)
    assert "salt" not in str(refused.value) + say(refused.value.reason, refused.value.facts)


@pytest.mark.parametrize(("folder", "found"), [("", "var/backups"), ("disk", "disk"), ("/a", "/a")])
def test_backups_are_in_the_garden_or_where_the_settings_say(
    tmp_path: Path, folder: str, found: str
) -> None:
    written(tmp_path, f'[backup]\nfolder = "{folder}"')
    assert Garden.find(tmp_path).backups == tmp_path.resolve() / found


@pytest.mark.parametrize(("folder", "found"), [("", "var/files"), ("disk", "disk"), ("/a", "/a")])
def test_so_are_files_that_people_hand_in(tmp_path: Path, folder: str, found: str) -> None:
    written(tmp_path, f'[files]\nfolder = "{folder}"')
    assert Garden.find(tmp_path).files == tmp_path.resolve() / found


def test_what_is_kept_lies_in_no_public_folder_that_stands_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "challenges").symlink_to("demo")
    written(tmp_path, '[files]\nfolder = "challenges/files"')
    with pytest.raises(SettingsError) as refused:
        Garden.find(tmp_path)
    assert refused.value.reason == "settings-files"


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "ideagarden.toml").write_bytes(b"\xff\xfe\x00n")
    with pytest.raises(SettingsError) as refused:
        Garden.find(tmp_path)
    assert refused.value.reason == "settings-unreadable"


def keys(kind: type, prefix: str = "") -> list[str]:
    found = []
    for each in fields(kind):  # type: ignore[arg-type]
        default = each.default_factory() if callable(each.default_factory) else each.default  # type: ignore[misc]
        inner = is_dataclass(default)
        name = each.name.rstrip("_")
        found += keys(type(default), f"{name}.") if inner else [prefix + name]
    return found


def test_every_setting_is_documented_with_its_default() -> None:
    reference = (Path(__file__).parents[2] / "docs" / "settings.md").read_text("utf-8")
    for key in keys(Settings):
        assert f"| `{key}` |" in reference


@pytest.mark.parametrize(
    ("text", "window"), [("30 minutes", 30), ("1 minute", 1), ("2 Hours", 120), ("0 minutes", 0)]
)
def test_what_was_sent_can_be_changed_for_some_minutes_or_hours(text, window):
    assert read_minutes(text) == timedelta(minutes=window)
