"""Sixteen visitors at once, before two workers: nothing is lost, nothing is doubled."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from collector.store import reads
from tests.chromium.gardens import CHALLENGE, Planted, planted
from tests.chromium.wire import IDEA, POLL, Caller
from tests.html import receipt_code

CROWD = 16


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(tmp_path_factory.mktemp("crowd")) as garden:
        yield garden


@pytest.fixture
def caller(garden: Planted) -> Caller:
    return Caller(garden.address)


def at_once(act: Callable[[int], str]) -> list[str]:
    """What sixteen people get who all do it at the same moment."""
    start = Barrier(CROWD, timeout=60)

    def take_part(number: int) -> str:
        start.wait()
        return act(number)

    with ThreadPoolExecutor(CROWD) as crowd:
        return list(crowd.map(take_part, range(CROWD)))


def test_of_sixteen_visitors_at_once_each_is_kept_once(garden: Planted, caller: Caller) -> None:
    def visit(number: int) -> str:
        first = caller.sends_idea(f"Bread {number}")
        vote = caller.sends(POLL, {"when": "late" if number % 4 else "early"})
        return f"{first} {vote} {caller.sends_idea(f'Cake {number}')}"

    codes = " ".join(at_once(visit)).split()
    assert len(set(codes)) == 3 * CROWD
    assert garden.titles == {
        f"{what} {each}": 1 for what in ("Bread", "Cake") for each in range(CROWD)
    }
    votes = Counter(each.answers["when"] for each in reads.responses(garden.store, CHALLENGE))
    assert votes == {"early": 4, "late": 12}


def test_one_confirmation_sent_sixteen_times_at_once_is_one_idea(
    garden: Planted, caller: Caller
) -> None:
    confirmation = caller.asks(IDEA, {"title": "Pressed by sixteen", "role": "staff"})
    receipts = receipts_kept(garden)

    codes = at_once(lambda _: receipt_code(caller.confirms(confirmation, IDEA)))
    assert len(set(codes)) == 1
    assert garden.titles["Pressed by sixteen"] == 1
    assert receipts_kept(garden) == receipts + 1


def test_one_script_token_sent_sixteen_times_at_once_is_one_idea(
    garden: Planted, caller: Caller
) -> None:
    told = caller.token(IDEA)
    answers = {"title": "Posted by sixteen", "role": "staff"}
    receipts = receipts_kept(garden)

    codes = at_once(lambda _: caller.sends_json(IDEA, told, answers))
    assert len(set(codes)) == 1
    assert garden.titles["Posted by sixteen"] == 1
    assert receipts_kept(garden) == receipts + 1


def receipts_kept(garden: Planted) -> int:
    return len(garden.store.table("receipts"))
