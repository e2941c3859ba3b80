"""What was measured of a challenge: one value a day."""

from datetime import date

from collector.entries import Measurement, from_document, to_document
from collector.entries.measurement import place_of
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE, KEY = PLACES[Measurement]


def of_challenge(store: Store, challenge: str) -> list[Measurement]:
    """All of them, the earliest day first."""
    found = store.table(TABLE).find(challenge=challenge)
    return sorted((from_document(Measurement, each) for each in found), key=lambda each: each.day)


def on_day(store: Store, challenge: str, day: date) -> Measurement | None:
    """That of one day."""
    found = store.table(TABLE).first(**{KEY: place_of(challenge, day)})
    return None if found is None else from_document(Measurement, found)


def keep(store: Store, measurement: Measurement) -> None:
    """Within an act: keep it, in place of another one of that day."""
    rows = store.table(TABLE)
    found = rows.first(**{KEY: measurement.place})
    if found is None:
        rows.insert(to_document(measurement))
    else:
        rows.update(to_document(measurement), doc_ids=[found.doc_id])


def remove(store: Store, challenge: str, day: date) -> None:
    """Within an act: forget that of a day."""
    rows = store.table(TABLE)
    found = rows.find(**{KEY: place_of(challenge, day)})
    rows.remove(doc_ids=[each.doc_id for each in found])
