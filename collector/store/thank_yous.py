"""What owners said to authors alone."""

from dataclasses import replace
from datetime import datetime

from collector.entries import ThankYou, from_document, to_document
from collector.store import single, writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE = PLACES[ThankYou][0]


def find(store: Store, ref: str) -> ThankYou | None:
    """The one of this name."""
    return single.find(store, ThankYou, ref=ref)


def about(store: Store, entry: str) -> list[ThankYou]:
    """Those to the author of an entry, the oldest first."""
    return [from_document(ThankYou, each) for each in store.table(TABLE).find(about=entry)]


def mark_seen(store: Store, entry: str, now: datetime) -> None:
    """The author of an entry has read what was said to them; the first time counts."""

    def act(store: Store) -> None:
        rows = store.table(TABLE)
        for found in list(rows.find(about=entry)):
            each = from_document(ThankYou, found)
            if each.seen is None:
                rows.update(to_document(replace(each, seen=now)), doc_ids=[found.doc_id])

    store.transact(act)


def remove_about(store: Store, entry: str) -> int:
    """Within an act: they fall with their entry."""
    return writes.remove_all(store, TABLE, about=entry)


def remove_until(store: Store, challenge: str, until: datetime) -> int:
    """Within an act: remove those of a challenge that were said by then; how many there were."""
    rows = store.table(TABLE)
    found = list(rows.find(challenge=challenge))
    due = [each.doc_id for each in found if from_document(ThankYou, each).at <= until]
    return len(rows.remove(doc_ids=due))
