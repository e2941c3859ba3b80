"""Acts that hold a table when another store is to take the place are let through."""

import threading
import time
from pathlib import Path

import pytest

from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store
from collector.store.copies import backup, restore
from tests.postgres import Server
from tests.store.filled import NOW, plant, refs

pytestmark = pytest.mark.postgres


def test_an_act_that_holds_a_later_table_and_wants_an_earlier_goes_first(
    tmp_path: Path, postgres: Server
) -> None:
    url = postgres.fresh()
    garden = Garden(tmp_path, Settings(store=StoreSettings(url)))
    with Store.open(garden) as store:
        plant(store)
        path = backup.make(garden, store, NOW).path
    schema = url.rpartition("%3D")[2]
    restoring = threading.Thread(target=restore.restore, args=(garden, path, NOW))
    with postgres.connected() as act, act.transaction():
        act.execute(f"SET LOCAL search_path = {schema}".encode())
        act.execute(b"DELETE FROM t_texts")
        restoring.start()
        waits = b"SELECT 1 FROM pg_locks JOIN pg_class ON oid = relation AND relname = 't_texts'"
        while not act.execute(waits + b" WHERE NOT granted").fetchall():
            time.sleep(0.01)
        act.execute(b"DELETE FROM t_accounts")
    restoring.join()
    assert refs(garden) == ["rye", "spelt", "gone"]
    with Store.open(garden) as store:
        assert len(store.table("texts")) == len(store.table("accounts")) == 1
