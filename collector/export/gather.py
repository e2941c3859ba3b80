"""Gathering: all that is kept of a challenge, as an export needs it."""

from collections.abc import Iterator

from collector.brief import SECTIONS, Brief
from collector.entries import Entry
from collector.export.material import Material
from collector.form import Definition
from collector.store import Store, reads


def gather(store: Store, brief: Brief) -> Material:
    """Ideas first, then responses; read as they are needed."""
    kept = reads.definitions(store, brief.slug).items()
    read = {key: Definition.from_document(each) for key, each in kept}
    definitions = {key: each for key, each in read.items() if each.kind in SECTIONS}
    names = {form.name for form in brief.forms} | {each.name for each in definitions.values()}
    return Material(
        brief=brief,
        definitions=definitions,
        labels=reads.labels(store, brief.slug, brief.language),
        entries=_entries(store, brief.slug),
        replies=reads.replies(store, brief.slug),
        file_name=lambda ref: _name(store, ref),
        sizes={name: reads.number(store, challenge=brief.slug, form=name) for name in names},
    )


def _entries(store: Store, slug: str) -> Iterator[Entry]:
    yield from reads.ideas(store, slug)
    yield from reads.responses(store, slug)


def _name(store: Store, ref: str) -> str:
    """What a file is called; its ref if it is gone."""
    file = reads.file(store, ref)
    return ref if file is None else file.name
