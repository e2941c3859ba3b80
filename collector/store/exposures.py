"""How often each variant of a trial was dealt: a number a day, and nothing of to whom."""

from collections import Counter
from collections.abc import Iterator, Mapping

from collector.entries import Exposure, from_document, to_document
from collector.store.store import Store

TABLE = "exposures"


def add(store: Store, exposure: Exposure) -> None:
    """Within an act: one more of this kind."""
    rows = store.table(TABLE)
    told = to_document(exposure)
    count = told.pop("count")
    found = rows.first(**told)
    if found is None:
        rows.insert(to_document(exposure) | {"count": count + 1})
    else:
        rows.update({"count": found["count"] + 1}, doc_ids=[found.doc_id])


def of(store: Store, challenge: str, form: str) -> Iterator[Exposure]:
    """All of a trial, whatever it asked."""
    found = store.table(TABLE).find(challenge=challenge, form=form)
    return (from_document(Exposure, each) for each in found)


def dealt(store: Store, challenge: str, form: str, form_hash: str) -> Mapping[str, int]:
    """How often each variant was dealt of this definition, by code."""
    found = store.table(TABLE).find(challenge=challenge, form=form, form_hash=form_hash)
    counts: Counter[str] = Counter()
    for each in found:
        counts[each["variant"]] += each["count"]
    return counts


def by_form(store: Store, challenge: str) -> dict[str, Counter[str]]:
    """Of every trial of a challenge how often each variant was dealt, whatever it asked."""
    counts: dict[str, Counter[str]] = {}
    for each in store.table(TABLE).find(challenge=challenge):
        counts.setdefault(each["form"], Counter())[each["variant"]] += each["count"]
    return counts
