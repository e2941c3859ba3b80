"""Contacts for a CRM: who agreed to be written to, for which purpose, in which words, on which day.

Nobody else is in it. Whoever takes it back, withdraws or erases what they sent, or whose address
was erased in time, is in none that is made afterwards.
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from collector.brief import Brief, Question, Shape, contacts
from collector.entries import Entry, Idea, Response, State
from collector.errors import ExportError
from collector.export.cell import for_csv
from collector.export.destination import nameless, replacing
from collector.form import Definition
from collector.store import Store, every, reads

GONE = (State.SPAM, State.UNFINISHED, State.WITHDRAWN, State.ERASED)

KINDS: tuple[type[Idea] | type[Response], ...] = (Idea, Response)


@dataclass(frozen=True)
class Contact:
    """Somebody who agreed; `agreed_to` are the words, `agreed_on` the day as `2026-11-21`."""

    name: str
    email: str
    phone: str
    purpose: str
    agreed_to: str
    agreed_on: str
    challenge: str
    ref: str


COLUMNS = tuple(each.name for each in fields(Contact))


def purposes(brief: Brief) -> dict[str, str]:
    """What people are asked to be written to for: the question's id, and what it is called."""
    return {each.id: each.label for form in brief.forms for each in contacts(form)}


def lines(store: Store, brief: Brief, zone: ZoneInfo, purpose: str = "") -> Iterator[Contact]:
    """Everybody who agreed to this purpose, or to any; one line for each.

    Raises ExportError for a purpose that the challenge does not ask for.
    """
    known = purposes(brief)
    if not known or purpose not in ("", *known):
        told = ", ".join(known) or "-"
        raise ExportError("contacts-no-purpose", purpose=purpose, known=told, slug=brief.slug)
    documents = reads.definitions(store, brief.slug).items()
    definitions = {key: Definition.from_document(each) for key, each in documents}
    for kind in KINDS:
        for entry in every.of(store, kind, brief.slug):
            if entry.state not in GONE and entry.form_hash in definitions:
                wanted = [each for each in known if purpose in ("", each)]
                yield from _of(store, entry, definitions[entry.form_hash], wanted, zone)


def _of(
    store: Store, entry: Entry, asked: Definition, wanted: Iterable[str], zone: ZoneInfo
) -> Iterator[Contact]:
    email, phone = (_answer(entry, asked, shape) for shape in (Shape.EMAIL, Shape.PHONE))
    for purpose in wanted if email or phone else ():
        if purpose in entry.agreed:
            yield Contact(
                name=str(entry.answers.get("name", "")),
                email=email,
                phone=phone,
                purpose=purpose,
                agreed_to=reads.text(store, entry.agreed[purpose]) or "",
                agreed_on=entry.received.astimezone(zone).date().isoformat(),
                challenge=entry.challenge,
                ref=entry.ref,
            )


def _answer(entry: Entry, asked: Definition, shape: Shape) -> str:
    """The first answer to a question of this shape."""
    of_shape: Iterable[Question] = (each for each in asked.questions if each.shape is shape)
    found: Mapping[str, object] = entry.answers
    return next((str(found[each.id]) for each in of_shape if found.get(each.id)), "")


def write(file: BinaryIO, found: Iterable[Contact]) -> int:
    """A header row and a line each, no cell a formula; how many they are."""
    file.write(BOM_UTF8)
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    count = 0
    try:
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow(COLUMNS)
        for each in found:
            rows.writerow(map(for_csv, astuple(each)))
            count += 1
    finally:
        text.detach()
    return count


def export_contacts(path: Path, found: Iterable[Contact]) -> int:
    """Write the file; how many people and purposes are in it. Raises ExportError."""
    if path.suffix.lower() != ".csv":
        raise ExportError("contacts-csv", path=path)
    with replacing(path) as file:
        return write(file, found)


def spool_contacts(folder: Path, found: Iterable[Contact]) -> BinaryIO:
    """The same as an open file without a name, for a download."""
    with nameless(folder) as file:
        write(file, found)
    return file
