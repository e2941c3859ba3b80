"""A challenge's files as the desk writes them: what the site is made from, and a draft beside it.

    challenges/bread.md     what the site is made from
    challenges/_bread.md    a draft; nothing of it is public until it takes the other's place
    var/begun/bread.md      the text that the draft began from, by which is told what somebody
                            else changed in the other meanwhile

All are plain files that may be written with any editor at the same time. Whoever calls `save`,
`publish` or `discard` holds a lock, so that nothing comes between looking and writing.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from collector import brief
from collector.brief import LANGUAGES
from collector.entries import JobKind
from collector.errors import Conflict, Refused, TooLarge, Unknown, said_by_system
from collector.garden import Garden
from collector.store import Store, writes

LONGEST = 256 * 1024
"""Bytes of a brief."""
BREAK = re.compile(r"\r\n?")

P = ParamSpec("P")
R = TypeVar("R")


class Changed(Conflict):
    """The file is not as it was when somebody began; `began` was, and `stands` is its text."""

    def __init__(self, path: Path, began: str, stands: str) -> None:
        super().__init__("write-changed", file=path.name)
        self.began = began
        self.stands = stands


@dataclass(frozen=True)
class Written:
    """What stands on the disk: the draft's text and that of the site, None for what is not there.

    `name` is the slug, or `<slug>.<language>` of a translation.
    """

    name: str
    draft: str | None
    public: str | None

    @property
    def text(self) -> str:
        """What is gone on with."""
        return self.draft if self.draft is not None else self.public or ""


def _telling(act: Callable[P, R]) -> Callable[P, R]:
    """Raises Refused where the system does not let a file be read or written."""

    @wraps(act)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return act(*args, **kwargs)
        except OSError as error:
            raise Refused("write-unwritten", cause=said_by_system(error)) from error

    return told


@_telling
def found(garden: Garden, name: str) -> Written:
    """What there is of that name. Raises Unknown."""
    written = _standing(garden, name)
    if written.draft is None and written.public is None:
        raise Unknown("no-challenge", challenge=name)
    return written


@_telling
def drafts(garden: Garden) -> list[str]:
    """The names of all drafts."""
    names = (each.stem.removeprefix("_") for each in garden.challenges.glob("_*.md"))
    return sorted(each for each in names if _is_name(each))


@_telling
def is_begun(garden: Garden) -> bool:
    """Whether there is any challenge but the kit's own templates as they came."""
    kits = {each.read_bytes() for each in brief.templates().values()}
    return any(each.read_bytes() not in kits for each in garden.challenges.glob("*.md"))


@_telling
def begin(garden: Garden, name: str, text: str) -> None:
    """Write the first draft of a challenge or translation. Raises Conflict where there is one."""
    standing = _standing(garden, name)
    if standing.draft is not None or standing.public is not None:
        raise Conflict("write-taken", file=f"{name}.md")
    garden.challenges.mkdir(exist_ok=True)
    brief.rewrite(draft_path(garden, name), cleaned(text))


@_telling
def save(garden: Garden, name: str, text: str, began: str) -> Written:
    """Keep the text as the draft. `began` is the text that it was made from.

    Raises Changed where that is not what stands there, and TooLarge.
    """
    written, text = _standing(garden, name), cleaned(text)
    if cleaned(began) != written.text and text != written.text:
        place = path_of if written.draft is None else draft_path
        raise Changed(place(garden, name), cleaned(began), written.text)
    if text == written.public:
        _forget(garden, name)
        return Written(name, None, written.public)
    if written.draft is None:
        note_begun(garden, name)
    if text != written.draft:
        brief.rewrite(draft_path(garden, name), text)
    return Written(name, text, written.public)


@_telling
def publish(garden: Garden, store: Store, name: str, now: datetime) -> None:
    """Put the draft in the place of what the site is made from, and leave a build to do.

    Raises Changed where somebody changed that since the draft was begun.
    """
    written = found(garden, name)
    if written.draft is not None:
        began = _read(_begun_path(garden, name))
        if began is not None and written.public not in (None, began):
            raise Changed(path_of(garden, name), began, written.public or "")
        brief.rewrite(path_of(garden, name), written.draft)
        _forget(garden, name)
    writes.enqueue(store, JobKind.BUILD, "", now)


@_telling
def discard(garden: Garden, name: str, seen: str) -> None:
    """Throw the draft away. Raises Unknown, and Changed if it is not as it was seen."""
    written = found(garden, name)
    if written.draft is None:
        raise Unknown("no-draft", file=f"{name}.md")
    if cleaned(seen) != written.draft:
        raise Changed(draft_path(garden, name), cleaned(seen), written.draft)
    _forget(garden, name)


@_telling
def note_begun(garden: Garden, name: str) -> None:
    """From now on the draft counts as made from what the site is made from now."""
    public = _read(path_of(garden, name))
    begun = _begun_path(garden, name)
    if public is None:
        begun.unlink(missing_ok=True)
    else:
        begun.parent.mkdir(parents=True, exist_ok=True)
        brief.rewrite(begun, public)


def path_of(garden: Garden, name: str) -> Path:
    """The file that the site is made from. Raises Unknown for what can be no name."""
    if not _is_name(name):
        raise Unknown("no-challenge", challenge=name)
    return garden.challenges / f"{name}.md"


def draft_path(garden: Garden, name: str) -> Path:
    """The draft's file. Raises Unknown."""
    return path_of(garden, name).with_name(f"_{name}.md")


def cleaned(text: str) -> str:
    """The text as it is kept: lines end as on Unix, the last one too. Raises TooLarge."""
    text = BREAK.sub("\n", text.removeprefix("\ufeff"))
    if len(text.encode("utf-8", "replace")) > LONGEST:
        raise TooLarge("write-long", most=LONGEST // 1024)
    return text.rstrip("\n") + "\n"


def _is_name(name: str) -> bool:
    slug, dot, language = name.partition(".")
    return brief.is_slug(slug) and (not dot or language in LANGUAGES)


def _standing(garden: Garden, name: str) -> Written:
    return Written(name, _read(draft_path(garden, name)), _read(path_of(garden, name)))


def _read(path: Path) -> str | None:
    """The text of a file; None if there is none. Raises Refused for what is no plain text."""
    if path.is_symlink():
        raise Refused("write-link", file=path.name)
    try:
        return cleaned(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise Refused("write-encoding", file=path.name) from None


def _begun_path(garden: Garden, name: str) -> Path:
    return garden.var / "begun" / f"{name}.md"


def _forget(garden: Garden, name: str) -> None:
    """No draft is left, nor what it began from."""
    draft_path(garden, name).unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        _begun_path(garden, name).unlink()
