"""An idea stays in its challenge: a worker looks it up once, and what is unknown each time."""

from collector.garden import Garden
from collector.store import Store, writes
from collector.web.homes import Homes
from tests.store.filled import idea


def test_a_known_idea_is_not_looked_up_again(garden: Garden) -> None:
    with Store.open(garden) as store:
        homes, kept = Homes(), idea("bread")
        assert homes.of(store, kept.ref) is None
        store.transact(lambda store: writes.add(store, kept))
        assert homes.of(store, kept.ref) == kept.challenge
        store.transact(lambda store: store.table("ideas").truncate())
        assert homes.of(store, kept.ref) == kept.challenge
