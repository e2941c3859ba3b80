"""Files that visitors hand in: looked through and staged, kept with their entry, taken away.

draft ─ stage ─► File, about nothing ─ keep ─► File about an entry ─ sweep ─► gone
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from collector.brief import Form, Question
from collector.entries import Entry, File, JobKind, Value, is_reference, new_reference
from collector.errors import Invalid, Problem, Unavailable
from collector.form import Definition, define
from collector.garden import Garden
from collector.store import Store, reads, writes
from collector.store import files as folder
from collector.words import decimal, say

MEGABYTE = 1024 * 1024

MOST_STAGED = 1024 * MEGABYTE
"""Bytes of all that waits to be kept."""

MOST_FILES = 2000
"""Of those that wait."""

UNFINISHED = 3600
"""Seconds after which nobody is still writing a draft."""


@dataclass(frozen=True)
class Upload:
    """What came for one question: a draft on the disk, and what its sender calls it.

    `size` is what came; a draft of more than `most` megabytes holds only its beginning.
    """

    path: Path
    name: str
    size: int
    trouble: Unavailable | None = None
    """Why the draft could not be written, which its sender is told with all that was typed."""


@dataclass(frozen=True)
class Place:
    """The question that a file answers."""

    challenge: str
    form: str
    question: Question


def stage(garden: Garden, store: Store, upload: Upload, place: Place, now: datetime) -> File:
    """Look through what came, and stage it; a picture is made anew.

    Raises Invalid at the question's column, Unavailable where nothing more can be staged.
    """
    if upload.trouble:
        raise upload.trouble
    _ensure_room(garden, store, upload)
    problem = _looked_through(upload, place.question)
    if problem:
        raise Invalid({place.question.id: problem})
    file = _file(upload, place, now)

    def act(store: Store) -> None:
        writes.add(store, file)
        writes.enqueue(store, JobKind.FILES, "", now + File.life)

    store.transact(act)
    folder.take_place(garden, upload.path, file.ref, now)
    return file


def keep(store: Store, refs: Mapping[str, str], entry: Entry, earlier: Entry | None = None) -> None:
    """Within a transaction: these files, by column, are the entry's from now on.

    They were staged for it, or came with the `earlier` entry that it replaces, or with itself.
    Raises Invalid at the columns of all that are not there.
    """
    owners = {"", entry.ref, *([earlier.ref] if earlier else [])}
    found = {column: reads.file(store, ref) for column, ref in refs.items()}
    gone = {
        column: Problem("answer-file-gone")
        for column, file in found.items()
        if file is None or file.about not in owners or not fits(file, entry, column)
    }
    if gone:
        raise Invalid(gone)
    for file in filter(None, found.values()):
        writes.keep_file(store, replace(file, about=entry.ref, since=entry.received))


def fits(file: File, entry: Entry, column: str) -> bool:
    """Whether it was handed in for this question of the entry's form."""
    return (file.challenge, file.form, file.column) == (entry.challenge, entry.form, column)


def named(store: Store, form: Form | Definition, entry: Entry) -> Mapping[str, Value]:
    """The entry's answers, with what its files are called in the place of their refs."""
    definition = define(form) if isinstance(form, Form) else form
    asked = definition.files.keys() & entry.answers.keys()
    if not asked:
        return entry.answers
    names = {each.ref: called(each) for each in reads.files(store, about=entry.ref)}
    gone = say("form-file-gone")
    told = {column: names.get(str(entry.answers[column]), gone) for column in asked}
    return {**entry.answers, **told}


def called(file: File) -> str:
    """A file's name and size, as a page tells them."""
    megabytes = max(file.size / MEGABYTE, 0.1)
    return say("form-file", {"name": file.name, "size": f"{decimal(f'{megabytes:.1f}')} MB"})


def sweep(garden: Garden, store: Store, now: datetime) -> None:
    """Take away what nobody kept in time, and the bytes of what was forgotten. Raises OSError."""
    for file in reads.files(store, about=""):
        if file.expired(now):
            writes.remove(store, File, file.ref)
        else:
            writes.enqueue(store, JobKind.FILES, "", file.since + File.life)
    lying = folder.stored(garden)
    folder.remove(garden, [ref for ref in lying if reads.file(store, ref) is None])
    folder.remove_drafts(garden, UNFINISHED)


def _ensure_room(garden: Garden, store: Store, upload: Upload) -> None:
    waiting = reads.files(store, about="")
    size = sum(each.size for each in waiting) + upload.size
    if size > MOST_STAGED or len(waiting) >= MOST_FILES:
        raise Unavailable("files-full", path=garden.files, cause=f"{len(waiting)} are staged")


def _looked_through(upload: Upload, question: Question) -> Problem | None:
    """What is wrong with it; nothing if all is well, and then a picture was made anew."""
    most = question.limits.megabytes or 0
    if not upload.size:
        return Problem("answer-file-empty")
    if upload.size > most * MEGABYTE:
        return Problem("answer-file-large", {"most": int(most)})
    kind, claimed = folder.kind_of(upload.path), folder.claimed_kind(upload.name)
    if kind not in question.limits.types:
        types = ", ".join(each.upper() for each in question.limits.types)
        return Problem("answer-file-kind", {"types": types})
    if claimed and claimed != kind:
        facts = {"claimed": f".{claimed}", "kind": kind.upper()}
        return Problem("answer-file-lies", facts)
    return _made_anew(upload.path, kind) if kind in folder.FORMATS else None


def _made_anew(path: Path, kind: str) -> Problem | None:
    try:
        folder.make_anew(path, kind)
    except folder.TooManyPixels:
        return Problem("answer-file-pixels", {"most": folder.MOST_PIXELS // 1_000_000})
    except folder.Damaged:
        return Problem("answer-file-damaged")
    except folder.Busy:
        raise Unavailable("files-full", path=path, cause="too many pictures at once") from None
    except OSError as error:
        raise folder.unwritten(path, error) from error
    return None


def _file(upload: Upload, place: Place, now: datetime) -> File:
    kind = folder.kind_of(upload.path)
    with upload.path.open("rb") as made:
        digest = hashlib.file_digest(made, "sha256").hexdigest()
    return File(
        ref=new_reference(),
        challenge=place.challenge,
        form=place.form,
        column=place.question.id,
        name=folder.clean_name(upload.name, kind),
        type=kind,
        size=upload.path.stat().st_size,
        hash=digest,
        since=now.replace(microsecond=0),
    )


def refs_of(definition: Definition, answers: Mapping[str, Value]) -> dict[str, str]:
    """The refs of files among checked answers, by column."""
    found = {column: answers.get(column) for column in definition.files}
    return {
        column: ref for column, ref in found.items() if isinstance(ref, str) and is_reference(ref)
    }
