"""What arrived: a post to a form, as it came. A mapping of names to texts is the only way in."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from urllib.parse import parse_qsl

from flask import Request

from collector import form as forms
from collector.acts.files import Upload
from collector.errors import Problem, Refused, TooLarge
from collector.store.files import Drafts
from collector.web.context import current
from collector.web.public import multipart
from collector.web.public.target import Target, placed

MOST_FIELDS = 5000
ORIGIN = re.compile(r"[a-z0-9-]{1,40}")
"""Where somebody came from, as a link says it: `poster`."""
FIELD = "_comment"
"""Names the comment that is answered or reported."""
TRAP = "_website"
"""A field that people do not see; what fills it in is suspected."""


@dataclass(frozen=True)
class Arrival:
    """`raw` holds the texts by column, `kit` our own fields, whose names begin with `_`."""

    target: Target
    raw: Mapping[str, Sequence[str]]
    kit: Mapping[str, str]
    uploads: Mapping[str, Sequence[Upload]] = field(default_factory=dict)
    """Files that came along, by column; `staging` puts their refs in the place of them."""
    problems: Mapping[str, Problem] = field(default_factory=dict)
    """What was wrong with those, by column."""

    @property
    def saving(self) -> bool:
        """Whether it is only to be saved, to be gone on with later."""
        return "_save" in self.kit and forms.saves(self.target.form)

    @property
    def trapped(self) -> bool:
        return bool(self.kit.get(TRAP))


def from_form(target: Target, request: Request, drafts: Drafts) -> Arrival:
    """A form post; one with files only where the form asks for any. Raises what reading raises."""
    if target.definition.files and request.mimetype == multipart.MEDIA_TYPE:
        parts = multipart.read(request, target, drafts)
        return from_texts(target, parts.texts, parts.uploads)
    return from_texts(target, read_form(request))


def from_texts(
    target: Target,
    texts: Mapping[str, Sequence[str]],
    uploads: Mapping[str, Sequence[Upload]] | None = None,
) -> Arrival:
    """What a form post held, by name."""
    raw = {name: each for name, each in texts.items() if not name.startswith("_")}
    kit = {name: each[-1] for name, each in texts.items() if name.startswith("_")}
    return Arrival(_meant(target, kit), raw, kit, uploads or {})


def _meant(target: Target, kit: Mapping[str, str]) -> Target:
    """The form in the language it was read in, with the comment that it answers or reports."""
    spoken, comment = target.spoken(kit.get("_lang", "")), kit.get(FIELD, "")
    if comment and target.about:
        return placed(current(), spoken, replace(target.about, comment=comment))
    return spoken


def read_form(request: Request) -> dict[str, list[str]]:
    """Its fields, as texts by name. Raises Refused if they are not UTF-8, TooLarge if too many."""
    if request.mimetype != "application/x-www-form-urlencoded":
        raise Refused("content-type")
    try:
        pairs = parse_qsl(
            _body(request).decode(),
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


def from_address(target: Target, request: Request, today: date) -> Arrival:
    """What an address brings along: answers by column, and where the visitor comes from."""
    brought = dict(islice(request.args.lists(), MOST_FIELDS))
    raw = forms.prefill(target.definition, brought, today=today)
    origin = brought.get("from", [""])[-1]
    return Arrival(target, raw, {"_from": origin} if ORIGIN.fullmatch(origin) else {})


def from_script(target: Target, request: Request) -> Arrival:
    """A script's post: `{"_token": …, "_form": …, "answers": {column: text or [text]}}`.

    Raises Refused if it is not that. What the answers hold is for `form.check` to judge.
    """
    try:
        document = json.loads(_body(request))
    except (ValueError, RecursionError):
        raise Refused("json-shape") from None
    answers = document.get("answers") if isinstance(document, dict) else None
    if not isinstance(answers, dict):
        raise Refused("json-shape")
    kit = {name: each for name, each in document.items() if name.startswith("_")}
    if not all(isinstance(each, str) for each in kit.values()):
        raise Refused("json-shape")
    if len(answers) > MOST_FIELDS:
        raise TooLarge("too-many-fields", most=MOST_FIELDS)
    raw = {name: [each] if isinstance(each, str) else each for name, each in answers.items()}
    return Arrival(_meant(target, kit), raw, kit)


def _body(request: Request) -> bytes:
    """All of it. Without its length the server hands on nothing, which is not what was sent."""
    if request.content_length is None:
        raise Refused("no-length")
    return request.get_data()
