"""Commands as somebody types them."""

from collections.abc import Callable

import pytest

from collector.cli import main
from collector.garden import Garden

Run = Callable[..., tuple[int, str, str]]
"""The exit code, what was printed, what was complained of."""


@pytest.fixture
def run(garden: Garden, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> tuple[int, str, str]:
        code = main(["--garden", str(garden.root), *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run
