"""Two collectors, each in a folder of its own, on one PostgreSQL: together they are one."""

import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from collector.garden import Garden
from collector.store import Store, reads
from tests.faults.crowd import BRIEF, SETTINGS, Talk, family, posting, until
from tests.faults.reaper import reaping
from tests.gardens import lay_out
from tests.postgres import Server
from tests.served import Served, begun, command, serving

pytestmark = pytest.mark.postgres

Pair = tuple[Served, Served]

LOG_INS = 8


@pytest.fixture(scope="module")
def settings(postgres: Server) -> str:
    limited = SETTINGS.replace("logins = 1000", f"logins = {LOG_INS}")
    return f'{limited}\n[store]\nurl = "{postgres.fresh()}"'


@pytest.fixture(scope="module")
def pair(settings: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """The first makes the key; the second is given it."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    one, other = (lay_out(each, {"bread": BRIEF}, settings) for each in folders)
    with ExitStack() as stack:
        first = stack.enter_context(serving(one.root))
        other.var.mkdir()
        other.secret.write_bytes(one.secret.read_bytes())
        yield first, stack.enter_context(serving(other.root))


def titles(served: Served) -> Counter[str]:
    with Store.open(Garden.find(served.folder)) as store:
        return Counter(str(each.answers["title"]) for each in reads.ideas(store, "bread"))


def run(served: Served, *words: str) -> str:
    done = subprocess.run(
        command(served.folder, *words), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_idea_sent_to_one_and_approved_at_the_other_stands_on_both_sites(pair: Pair) -> None:
    one, other = pair
    assert Talk(one).send_idea("Walnut rye")[0] == 201
    ref = run(other, "moderate", "list").split()[0]
    run(other, "moderate", "approve", ref)
    for each in pair:
        until(lambda each=each: "Walnut rye" in Talk(each).get("/challenges/bread/")[2], 60)


@pytest.mark.parametrize("n", range(5))
def test_one_submission_at_both_at_once_is_one_entry(pair: Pair, n: int) -> None:
    title, given = f"Sent twice {n}", Talk(pair[n % 2]).token()
    with ThreadPoolExecutor(4) as visitors:
        sent = [visitors.submit(Talk(each).send_idea, title, given) for each in (*pair, *pair)]
    assert {each.result()[0] for each in sent} <= {200, 201}
    assert titles(pair[0])[title] == 1


def log_in(served: Served) -> int:
    """Try it with a wrong password; the status of the answer."""
    talk = Talk(served)
    _, headers, page = talk.get("/desk/log-in")
    token = page.partition('name="_csrf" value="')[2].partition('"')[0]
    return talk.ask(
        "POST",
        "/desk/log-in",
        f"_csrf={token}&name=ada&password=wrong",
        Cookie=headers["set-cookie"].partition(";")[0],
        Origin=served.address,
        Content_Type="application/x-www-form-urlencoded",
    )[0]


def test_limits_hold_for_both_together(pair: Pair) -> None:
    told = Counter(log_in(pair[n % 2]) for n in range(LOG_INS + 4))
    assert told == {403: LOG_INS, 429: 4}


def test_a_second_collector_without_the_key_does_not_begin(
    pair: Pair, settings: str, tmp_path: Path
) -> None:
    lay_out(tmp_path, {"bread": BRIEF}, settings)
    third = begun(tmp_path)
    assert third.process.wait(timeout=60) == 1
    assert "all collectors of one store need the same key" in third.printed


def test_a_killed_collector_loses_nothing_and_the_other_goes_on(pair: Pair) -> None:
    one, other = pair
    with posting(one, "at one") as at_one, posting(other, "at other") as at_other:
        until(lambda: len(at_one.kept) > 20 and len(at_other.kept) > 20)
        kin = family(one)
        for each in (psutil.Process(one.process.pid), *kin):
            each.send_signal(signal.SIGKILL)
        psutil.wait_procs(list(kin), timeout=30)
        before = len(at_other.kept)
        until(lambda: len(at_other.kept) > before + 50)
    kept = titles(other)
    for crowd in (at_one, at_other):
        assert [title for title in crowd.kept if kept[title] != 1] == []
    assert max(kept.values()) == 1
    assert set(at_other.refused) <= {503}


@pytest.mark.soak
def test_two_collectors_killed_at_a_hundred_moments_lose_and_double_nothing(
    postgres: Server, tmp_path: Path
) -> None:
    settings = f'{SETTINGS}proxies = 1\n[store]\nurl = "{postgres.fresh()}"'
    one, other = (lay_out(tmp_path / name, {"bread": BRIEF}, settings) for name in ("1", "2"))
    for each in (one, other):
        each.var.mkdir()
        each.secret.write_text("a key that both of them have " * 2)
    with reaping(one.root) as first, reaping(other.root) as second:
        with posting(first.served, "first") as at_one, posting(second.served, "second") as at_other:
            for _ in range(50):
                first.strike(at_one)
                second.strike(at_other)
            first.end_well(at_one)
            second.end_well(at_other)
        kept = titles(first.served)
    assert [title for title in (*at_one.kept, *at_other.kept) if kept[title] != 1] == []
    assert max(kept.values()) == 1
    assert {*at_one.refused, *at_other.refused} <= {503}
    assert min(first.killed, second.killed) >= 50
