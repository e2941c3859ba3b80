"""A PostgreSQL that goes away and comes back under a collector: nothing promised is lost."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import psycopg
import pytest

from collector.garden import Garden
from collector.store import Store, reads
from tests.faults.crowd import BRIEF, SETTINGS, Crowd, Talk, posting, until
from tests.gardens import lay_out
from tests.postgres import Server, running
from tests.served import Served, serving

pytestmark = pytest.mark.postgres


CUT_OFF = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE application_name = 'ideagarden'
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One of its own, which is stopped and filled with others' connections."""
    with running("max_connections=20") as server:
        yield server


@pytest.fixture(scope="module")
def served(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("garden")
    lay_out(folder, {"bread": BRIEF}, f'{SETTINGS}\n[store]\nurl = "{server.address()}"')
    with serving(folder) as served:
        yield served
    assert "Traceback" not in served.printed


def nothing_lost_or_doubled(served: Served, crowd: Crowd) -> None:
    with Store.open(Garden.find(served.folder)) as store:
        kept = Counter(str(each.answers["title"]) for each in reads.ideas(store, "bread"))
    assert crowd.kept
    assert [title for title in crowd.kept if kept[title] != 1] == []
    assert max(kept.values()) == 1
    assert set(crowd.refused) <= {503}


def is_told_to_come_back(served: Served) -> None:
    """A visitor whose idea can't be kept; the pages stand nevertheless."""
    talk = Talk(served)
    status, headers, _ = talk.send_idea("Not now", talk.token())
    assert status == 503
    assert int(headers["retry-after"]) > 0
    assert talk.get("/challenges/bread/")[0] == 200


def test_a_server_that_stops_in_mid_request_and_starts_again(
    served: Served, server: Server
) -> None:
    with posting(served, "while it stops") as crowd:
        for at_once in (True, False):
            before = len(crowd.kept)
            until(lambda before=before: len(crowd.kept) > before + 20)
            server.stop(at_once=at_once)
            until(lambda: crowd.refused)
            is_told_to_come_back(served)
            server.start()
        before = len(crowd.kept)
        until(lambda: len(crowd.kept) > before + 20)
    nothing_lost_or_doubled(served, crowd)
    assert "database-unreached" in served.printed  # the log has the reason, whoever met it


def test_connections_that_somebody_else_uses_up(served: Served, server: Server) -> None:
    with posting(served, "while crowded") as crowd:
        until(lambda: len(crowd.kept) > 20)
        with ExitStack() as others:

            def nobody_else_comes_in() -> bool:
                server_owner.execute(CUT_OFF.encode())
                with suppress(psycopg.OperationalError):
                    while True:
                        others.enter_context(closing(server.connected()))
                return bool(crowd.refused)

            server_owner = others.enter_context(closing(server.connected()))
            until(nobody_else_comes_in)
        before = len(crowd.kept)
        until(lambda: len(crowd.kept) > before + 20)
    nothing_lost_or_doubled(served, crowd)


def test_a_server_that_may_only_be_read(served: Served, server: Server) -> None:
    talk = Talk(served)
    assert talk.send_idea("Kept before")[0] == 201
    with server.connected(options="-cdefault_transaction_read_only=off") as owner:
        owner.execute(b"ALTER SYSTEM SET default_transaction_read_only = on")
        owner.execute(b"SELECT pg_reload_conf()")
        until(lambda: talk.send_idea("Not now")[0] == 503)
        is_told_to_come_back(served)
        owner.execute(b"ALTER SYSTEM RESET default_transaction_read_only")
        owner.execute(b"SELECT pg_reload_conf()")
    until(lambda: talk.send_idea("Kept after")[0] == 201)


def test_a_server_that_is_not_there_when_a_collector_begins(
    served: Served, server: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "second"
    shutil.copytree(served.folder, folder, symlinks=True)
    server.stop()
    with serving(folder, answering="/challenges/bread/") as second:
        until(lambda: "can't be reached" in second.printed)
        is_told_to_come_back(second)
        server.start()
        until(lambda: Talk(second).send_idea("Kept at last")[0] == 201)
