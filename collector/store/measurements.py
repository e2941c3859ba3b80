"""What was measured of a challenge: one value a day."""

from datetime import date

from collector.entries import Measurement, from_document
from collector.entries.measurement import place_of
from collector.store import single, writes
from collector.store.store import Store
from collector.store.tables import PLACES

TABLE, KEY = PLACES[Measurement]


def of_challenge(store: Store, challenge: str) -> list[Measurement]:
    """All of them, the earliest day first."""
    found = store.table(TABLE).find(challenge=challenge)
    return sorted((from_document(Measurement, each) for each in found), key=lambda each: each.day)


def on_day(store: Store, challenge: str, day: date) -> Measurement | None:
    """That of one day."""
    return single.find(store, Measurement, **{KEY: place_of(challenge, day)})


def keep(store: Store, measurement: Measurement) -> None:
    """Within an act: keep it, in place of another one of that day."""
    single.put(store, measurement, **{KEY: measurement.place})


def remove(store: Store, challenge: str, day: date) -> None:
    """Within an act: forget that of a day."""
    writes.remove(store, Measurement, place_of(challenge, day))
