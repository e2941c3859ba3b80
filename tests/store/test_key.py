import multiprocessing
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from collector.errors import SettingsError, Unavailable
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store, secret
from collector.words import say
from tests.postgres import Server

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def test_a_secret_is_made_once_and_for_its_owner_alone(garden: Garden) -> None:
    made = secret(garden)
    assert len(made) >= 32
    assert secret(garden) == made
    assert stat.S_IMODE(garden.secret.stat().st_mode) == 0o600
    assert [each.name for each in garden.var.iterdir()] == [garden.secret.name]


def test_all_who_ask_at_once_get_the_same_secret(garden: Garden) -> None:
    def worker(results: "multiprocessing.SimpleQueue[set[bytes]]") -> None:
        with ThreadPoolExecutor(4) as threads:
            results.put({*threads.map(lambda _: secret(garden), range(8))})

    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    workers = [context.Process(target=worker, args=(results,)) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert len(set.union(*(results.get() for _ in workers))) == 1


def test_two_gardens_have_two_secrets(
    garden: Garden, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Garden(tmp_path_factory.mktemp("other"), garden.settings)
    assert secret(garden) != secret(other)


@pytest.mark.parametrize("content", ["", "   \n", "short", "x" * 31 + "\n"])
def test_a_short_or_empty_secret_is_refused_and_left_alone(garden: Garden, content: str) -> None:
    garden.var.mkdir()
    garden.secret.write_text(content)
    with pytest.raises(SettingsError) as refused:
        secret(garden)
    assert str(garden.secret) in say(refused.value.reason, refused.value.facts)
    assert garden.secret.read_text() == content


def test_a_secret_that_can_not_be_read_is_named(garden: Garden) -> None:
    garden.secret.mkdir(parents=True)
    with pytest.raises(SettingsError) as refused:
        secret(garden)
    assert refused.value.facts["path"] == garden.secret


@pytest.fixture
def collectors(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> tuple[Garden, Garden]:
    """Two on one database, neither of which has a key yet."""
    settings = Settings(store=StoreSettings(postgres.fresh()))
    first, second = (Garden(tmp_path_factory.mktemp("garden"), settings) for _ in range(2))
    return first, second


def begin(garden: Garden) -> bytes:
    key = secret(garden)
    Store.open(garden).close()
    return key


def refused(garden: Garden) -> str:
    """What is told to whoever opens its store, as all do who serve or command it."""
    with pytest.raises(SettingsError) as refused:
        begin(garden)
    return say(refused.value.reason, refused.value.facts)


@pytest.mark.postgres
def test_a_second_collector_of_a_store_makes_no_key_of_its_own(
    collectors: tuple[Garden, Garden],
) -> None:
    first, second = collectors
    key = secret(first)
    assert "is missing here. Copy that file" in refused(second)
    assert not second.secret.exists()
    second.var.mkdir()
    second.secret.write_bytes(key)
    assert secret(second) == secret(first)


@pytest.mark.postgres
def test_a_second_collector_with_another_key_is_refused(collectors: tuple[Garden, Garden]) -> None:
    first, second = collectors
    second.var.mkdir()
    second.secret.write_text("another" * 8)
    secret(first)
    assert str(second.secret) in refused(second)


@pytest.mark.postgres
def test_of_two_that_come_first_at_once_one_is_refused(collectors: tuple[Garden, Garden]) -> None:
    def come(garden: Garden) -> object:
        try:
            return begin(garden)
        except SettingsError as error:
            return error.reason

    with ThreadPoolExecutor(2) as both:
        told = list(both.map(come, collectors))
    assert len([each for each in told if isinstance(each, bytes)]) == 1
    assert {*told} & {"secret-other", "secret-elsewhere"}


@pytest.mark.postgres
def test_the_key_is_known_while_the_store_can_not_be_reached(tmp_path: Path) -> None:
    away = StoreSettings(f"postgresql+psycopg://ada@/garden?host={tmp_path}")
    garden = Garden(tmp_path, Settings(store=away))
    with pytest.raises(Unavailable):
        secret(garden)
    assert not garden.secret.exists(), "others may have one"
    garden.var.mkdir()
    garden.secret.write_text("k" * 64)
    assert secret(garden) == b"k" * 64


@pytest.mark.postgres
def test_the_store_does_not_tell_the_key(collectors: tuple[Garden, Garden], tmp_path: Path) -> None:
    key = secret(collectors[0])
    with Store.open(collectors[0]) as store:
        store.save(tmp_path / "copy.db")
        assert key.decode() not in str(store.fact("key"))
    assert key not in (tmp_path / "copy.db").read_bytes()
