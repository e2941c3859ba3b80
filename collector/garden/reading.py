"""From the text of a settings file to typed values; whatever does not fit is told by its key."""

import tomllib
import typing
from dataclasses import Field, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, cast

from collector.errors import SettingsError

T = TypeVar("T")

WANTED = {
    str: "settings-type-text",
    int: "settings-type-number",
    bool: "settings-type-truth",
}


def text_of(path: Path) -> str:
    """What the file says. Raises SettingsError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsError("settings-missing", path=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("settings-unreadable", path=path, cause=str(error)) from error


def table_of(text: str, path: Path) -> dict[str, Any]:
    """The text as TOML. Raises SettingsError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("settings-syntax", path=path, cause=str(error)) from error


def typed(kind: type[T], table: dict[str, Any], path: Path, prefix: str = "") -> T:
    """The table as a dataclass of this kind, with the defaults of what it leaves out."""
    every: tuple[Field[Any], ...] = fields(kind)  # type: ignore[arg-type]
    known = {each.name.rstrip("_"): each.name for each in every}  # `from_` is written `from`
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            raise SettingsError(
                "settings-key", path=path, key=prefix + key, near=prefix + near[0] if near else ""
            )
        name = known[key]
        values[name] = _value(hints[name], value, path, prefix + key)
    return kind(**values)


def _value(hint: Any, value: Any, path: Path, key: str) -> Any:
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise SettingsError("settings-table", path=path, key=key)
        return typed(cast("type[Any]", hint), value, path, key + ".")
    if hint in WANTED:
        if type(value) is not hint:
            raise SettingsError(WANTED[hint], path=path, key=key)
        return value
    if not isinstance(value, list):
        raise SettingsError("settings-type-texts", path=path, key=key)
    inner = typing.get_args(hint)[0]
    if is_dataclass(inner):
        return tuple(_value(inner, each, path, f"{key}[{n}]") for n, each in enumerate(value, 1))
    if not all(isinstance(each, str) for each in value):
        raise SettingsError("settings-type-texts", path=path, key=key)
    return tuple(value)
