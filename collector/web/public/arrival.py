"""What arrived: a post to a form, as it came. A mapping of names to texts is the only way in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from flask import Request

from collector.errors import Refused, TooLarge
from collector.web.public.target import Target

MOST_FIELDS = 5000
TRAP = "_website"
"""A field that people do not see; what fills it in is suspected."""


@dataclass(frozen=True)
class Arrival:
    """`raw` holds the texts by column, `kit` our own fields, whose names begin with `_`."""

    target: Target
    raw: Mapping[str, list[str]]
    kit: Mapping[str, str]

    @classmethod
    def of(cls, target: Target, texts: Mapping[str, list[str]]) -> "Arrival":
        raw = {name: each for name, each in texts.items() if not name.startswith("_")}
        kit = {name: each[-1] for name, each in texts.items() if name.startswith("_") and each}
        return cls(target, raw, kit)

    @property
    def trapped(self) -> bool:
        return bool(self.kit.get(TRAP))


def read_form(request: Request) -> dict[str, list[str]]:
    """The fields of a form post. Raises Refused if they are not UTF-8, TooLarge if too many."""
    if request.mimetype != "application/x-www-form-urlencoded":
        raise Refused("content-type")
    try:
        pairs = parse_qsl(
            request.get_data().decode(),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except UnicodeDecodeError:
        raise Refused("not-utf-8") from None
    except ValueError:
        raise TooLarge("too-many-fields", most=MOST_FIELDS) from None
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        texts.setdefault(name, []).append(text)
    return texts


def read_json(request: Request) -> dict[str, list[str]]:
    """The same of a script's post: `{"_token": …, "_form": …, "answers": {column: text | [text]}}`.

    Raises Refused if it is not that.
    """
    try:
        document = json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise Refused("json-shape") from None
    if not isinstance(document, dict) or not isinstance(document.get("answers"), dict):
        raise Refused("json-shape")
    kit = {name: each for name, each in document.items() if name.startswith("_")}
    texts = {name: _texts(each) for name, each in (document["answers"] | kit).items()}
    if len(texts) > MOST_FIELDS:
        raise TooLarge("too-many-fields", most=MOST_FIELDS)
    return texts


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    raise Refused("json-shape")
