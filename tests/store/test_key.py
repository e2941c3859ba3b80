import multiprocessing
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from collector.errors import SettingsError
from collector.garden import Garden
from collector.store import secret
from collector.words import say

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
