"""A TinyDB table whose documents are rows.

Reading takes a page of rows at a time and lets go of the database between two pages. Changing
chooses documents, changes them and writes their rows, in one act.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, TypeAlias, cast

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from collector.errors import Unreadable
from collector.store.database import Database
from collector.store.document import ID_BITS, LARGEST, decode, encode
from collector.store.narrow import narrowed
from collector.store.shape import fits
from collector.store.statements import BEFORE_ALL, Form

PAGE = 500
"""Rows that are read at a time."""

Change: TypeAlias = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class Rows(Table):
    """One table of the store."""

    _storage: Database  # type: ignore[assignment]

    def __init__(
        self, storage: Database, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        self._statements = storage.statements(name)
        super().__init__(cast("Any", storage), name, cache_size)
        if persist_empty:
            self.truncate()

    def __len__(self) -> int:
        if not self._storage.has_table(self.name):
            return 0
        with self._storage.reading() as connection:
            count: int = connection.run(self._statements.count).fetchone()[0]
        return count

    def __iter__(self) -> Iterator[Document]:
        return self._pages(self._statements.all, {})

    def search(self, cond: QueryLike) -> list[Document]:
        return list(self._matching(cond))

    def find(
        self, after: int = BEFORE_ALL, /, **keys: str | Collection[str] | None
    ) -> Iterator[Document]:
        """The documents with these keys: with a value, with any of several, or (None) without.

        Only those whose ids come `after` that one.
        """
        asked = _asked(keys)
        if asked is None:
            return iter(())
        form, values = asked
        return self._pages(self._statements.find(form), values, after)

    def first(self, **keys: str | Collection[str] | None) -> Document | None:
        """The first document with these keys."""
        return next(self.find(**keys), None)

    def last(self) -> int:
        """The id of the newest document; before the first, the one before all others."""
        with self._storage.reading() as connection:
            found = connection.run(self._statements.last).fetchone()[0]
        return BEFORE_ALL if found is None else int(found)

    def number(self, **keys: str | Collection[str] | None) -> int:
        """How many documents there are with these keys."""
        asked = _asked(keys)
        if asked is None:
            return 0
        form, values = asked
        with self._storage.reading() as connection:
            found: int = connection.run(self._statements.number(form), values).fetchone()[0]
        return found

    def has(self, **keys: str | Collection[str] | None) -> bool:
        """Whether there is a document with these keys."""
        asked = _asked(keys)
        if asked is None:
            return False
        form, values = asked
        with self._storage.reading() as connection:
            return bool(connection.run(self._statements.any(form), values).fetchone()[0])

    def tally(self, *keys: str, **of: str | Collection[str] | None) -> dict[tuple[str, ...], int]:
        """How many documents there are of each combination of keys, among those with keys `of`."""
        asked = _asked(of)
        if asked is None:
            return {}
        form, values = asked
        with self._storage.reading() as connection:
            rows = connection.run(self._statements.tally(keys, form), values).fetchall()
        return {tuple(row[:-1]): row[-1] for row in rows}

    def distinct(self, key: str, **of: str | Collection[str] | None) -> int:
        """How many different values of one key there are, among documents with keys `of`."""
        asked = _asked(of)
        if asked is None:
            return 0
        form, values = asked
        with self._storage.reading() as connection:
            statement = self._statements.distinct(key, form)
            found: int = connection.run(statement, values).fetchone()[0]
        return found

    def count(self, cond: QueryLike) -> int:
        return sum(1 for _ in self._matching(cond))

    def get(  # type: ignore[override]  # TinyDB's overloads, in one
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> Document | list[Document] | None:
        if doc_id is not None:
            return self._row(doc_id)
        if doc_ids is not None:
            rows = (self._row(each) for each in sorted({int(each) for each in doc_ids}))
            return [row for row in rows if row is not None]
        if cond is not None:
            return next(self._matching(cond), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def _row(self, row: int) -> Document | None:
        if row.bit_length() > ID_BITS or not self._storage.has_table(self.name):
            return None
        with self._storage.reading() as connection:
            found = connection.run(self._statements.get, {"row": row}).fetchone()
        return None if found is None else self._document(found[1], row)

    def _document(self, text: str, row: int) -> Document:
        try:
            return Document(decode(text), row)
        except ValueError as error:
            cause = f"document {row} of {self.name}: {error}"
            place = self._storage.engine.place
            raise Unreadable("store-damaged", path=place, cause=cause) from error

    def _matching(self, cond: QueryLike) -> Iterator[Document]:
        narrow = narrowed(cond, self._statements)
        statement, values = (
            (self._statements.all, {}) if narrow is None else self._statements.where(narrow)
        )
        return (each for each in self._pages(statement, values) if cond(each))

    def _pages(
        self, statement: str, values: Mapping[str, Any], after: int = BEFORE_ALL
    ) -> Iterator[Document]:
        if not self._storage.has_table(self.name):
            return
        while page := self._page(statement, {**values, "after": after}):
            for row, doc in page:
                yield self._document(doc, row)
            after = page[-1][0]

    def _page(self, statement: str, values: Mapping[str, Any]) -> list[tuple[int, str]]:
        with self._storage.reading() as connection:
            return connection.page(statement, values, PAGE)

    def insert(self, document: Mapping[str, Any]) -> int:
        if not isinstance(document, Mapping):
            raise ValueError("Document is not a Mapping")
        if self._storage.in_act:
            return self._insert(document)
        return self._storage.transact(lambda: self._insert(document))

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        given = list(documents)
        return self._storage.transact(lambda: [self.insert(each) for each in given])

    def update(
        self,
        fields: Change,
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        rows = None if doc_ids is None else list(doc_ids)

        def act() -> list[int]:
            changed = []
            for document in self._chosen(cond, rows):
                _change(document, fields)
                self._replace(document)
                changed.append(document.doc_id)
            return changed

        return self._storage.transact(act)

    def update_multiple(self, updates: Iterable[tuple[Change, QueryLike]]) -> list[int]:
        wanted = list(updates)

        def act() -> list[int]:
            changed: list[int] = []
            for document in self:
                before = len(changed)
                for fields, cond in wanted:
                    if cond(document):
                        _change(document, fields)
                        changed.append(document.doc_id)
                if len(changed) > before:
                    self._replace(document)
            return changed

        return self._storage.transact(act)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        return self._storage.transact(lambda: super(Rows, self).upsert(document, cond))

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        rows = None if doc_ids is None else list(doc_ids)

        def act() -> list[int]:
            removed = [document.doc_id for document in self._chosen(cond, rows)]
            for row in removed:
                self._run(self._statements.remove, {"row": row})
            return removed

        return self._storage.transact(act)

    def truncate(self) -> None:
        def act() -> None:
            self._make()
            self._run(self._statements.clear, {})

        self._storage.transact(act)

    def drop(self) -> None:
        """Remove the table; a declared one is only emptied."""
        if self.name in self._storage.declared:
            self.truncate()
        elif self._storage.has_table(self.name):
            self._storage.transact(lambda: self._run(self._statements.drop, {}))

    def _chosen(self, cond: QueryLike | None, rows: list[int] | None) -> Iterator[Document]:
        if rows is not None:
            found = (self._row(each) for each in rows)
            return (each for each in found if each is not None)
        return iter(self) if cond is None else self._matching(cond)

    def _insert(self, document: Mapping[str, Any]) -> int:
        self._make()
        values = self._values(document)
        statement = self._statements.insert
        if isinstance(document, Document):
            if abs(document.doc_id) > LARGEST:
                raise ValueError(f"Document ID {document.doc_id} is too large")
            if self._row(document.doc_id) is not None:
                raise ValueError(f"Document with ID {document.doc_id} already exists")
            statement, values["id"] = self._statements.insert_at, document.doc_id
        return self._storage.writing().insert(self._statements, statement, values)

    def _replace(self, document: Document) -> None:
        self._run(self._statements.update, {**self._values(document), "row": document.doc_id})

    def _values(self, document: Mapping[str, Any]) -> dict[str, Any]:
        shape = self._statements.shape
        return {"doc": encode(document), **shape.keys_of(document)}

    def _make(self) -> None:
        if not self._storage.has_table(self.name):
            for each in self._statements.creation():
                self._run(each, {})

    def _run(self, statement: str, values: Mapping[str, Any]) -> Any:
        return self._storage.writing().run(statement, values)


def _asked(
    keys: Mapping[str, str | Collection[str] | None],
) -> tuple[Form, dict[str, str]] | None:
    """The form of a question about keys, and its values; None for what can't be a key."""
    values = {key: _several(value) for key, value in keys.items()}
    if not all(fits(each) for several in values.values() for each in several):
        return None
    form = tuple((key, len(several)) for key, several in values.items())
    return form, {f"{key}_{n}": each for key in values for n, each in enumerate(values[key])}


def _several(value: str | Collection[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    if not value and not isinstance(value, str):
        raise ValueError("Name at least one value, or None for the documents without")
    return (value,) if isinstance(value, str) else tuple(value)


def _change(document: Document, fields: Change) -> None:
    if callable(fields):
        fields(document)
    else:
        document.update(fields)
