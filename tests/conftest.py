"""What every test may use, and the honest account of what could not run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from collector.garden import POSTGRES, Garden, Settings, StoreSettings
from collector.store import Store
from collector.store.engine import MEMORY, Place
from collector.words import SOURCE, speak
from tests.browser import chromium_path
from tests.compiled import compile_once
from tests.engines import ENGINES
from tests.in_memory import keep_files_in_memory
from tests.postgres import Server, postgres_path, running

hypothesis.settings.register_profile(
    "quick", max_examples=40, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile(
    "fuzz", parent=hypothesis.settings.get_profile("quick"), max_examples=2000
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

keep_files_in_memory()
compile_once()

TOOLS = {
    "chromium": ("Chromium", chromium_path),
    "libreoffice": ("LibreOffice Calc", lambda: shutil.which("soffice")),
    "postgres": ("PostgreSQL", postgres_path),
}


def missing_tools() -> dict[str, str]:
    """Marker to name, for every outside tool that this machine lacks."""
    return {marker: name for marker, (name, find) in TOOLS.items() if find() is None}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = missing_tools()
    for item in items:
        for marker, name in missing.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"{name} is not installed"))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A test begins in English, whatever was spoken last."""
    speak(SOURCE)
    yield
    speak(SOURCE)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server that all tests of a process share; what asks for it bears the mark `postgres`."""
    with running() as server:
        yield server


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> StoreSettings:
    """Settings that name one engine after the other, each with nothing in it."""
    if request.param == "postgres":
        server: Server = request.getfixturevalue("postgres")
        return StoreSettings(server.emptied())
    return StoreSettings(MEMORY if request.param == "memory" else "")


@pytest.fixture
def store(tmp_path: Path, engine: StoreSettings) -> Iterator[Store]:
    """A garden's, on one engine after the other."""
    with Store.open(Garden(tmp_path, Settings(store=engine))) as opened:
        yield opened


@pytest.fixture
def place(engine: StoreSettings, request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a store of other tables may be made, on one engine after the other."""
    if engine.url.startswith(POSTGRES):
        server: Server = request.getfixturevalue("postgres")
        return server.fresh()
    return engine.url or tmp_path / "garden.db"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    told = "; ".join(f"{count} × {reason}" for reason, count in sorted(reasons.items()))
    terminalreporter.write_line(f"Left out: {told or 'nothing'}.")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With REQUIRE_ALL=1 a skip is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("REQUIRE_ALL") == "1" and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
