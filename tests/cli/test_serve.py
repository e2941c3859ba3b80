"""`serve` starts once, on a free port, and keeps the last good version of a broken brief."""

import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from collector.acts import settings
from collector.cli.place import now
from collector.garden import Garden
from collector.store import Store
from tests.gardens import lay_out
from tests.served import command, free_port, serving

BRIEF = """\
---
closes: never
---

# Bread

Ask.

## Idea {.idea}

### Name * {#title}
____
"""


def told_by(folder: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        command(folder, *words), capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stderr


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def test_a_second_serve_on_one_garden_names_the_first(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF})
    with serving(tmp_path) as first:
        code, told = told_by(tmp_path, "serve", "--port", str(free_port()))
        assert code == 1
        assert first.address in told
        assert str(first.process.pid) in told
        assert "/desk/welcome#" in first.printed
        code, told = told_by(tmp_path, "check")
        assert code == 0


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, told = told_by(tmp_path, "serve", "--port", str(port))
    assert code == 1
    assert str(port) in told
    assert "--port" in told


def test_a_broken_brief_keeps_its_last_good_version_under_serve(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF})
    assert told_by(tmp_path, "build")[0] == 0
    path = tmp_path / "challenges" / "bread.md"
    path.write_text(BRIEF.replace("{.idea}", "{.idee}"), encoding="utf-8")
    (tmp_path / "challenges" / "rolls.md").write_text(
        BRIEF.replace("# Bread", "# Rolls"), encoding="utf-8"
    )
    with serving(tmp_path) as served:
        assert "Bread" in get(f"{served.address}/challenges/bread/")
        assert "Rolls" in get(f"{served.address}/challenges/rolls/")


def test_nothing_good_to_keep_is_told_and_nothing_is_served(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF.replace("{.idea}", "{.idee}")})
    code, told = told_by(tmp_path, "serve", "--port", str(free_port()))
    assert code == 1
    assert "bread.md" in told


def test_settings_that_change_are_taken_up_while_serving_goes_on(tmp_path: Path) -> None:
    lay_out(tmp_path, {"bread": BRIEF})
    garden = Garden.find(tmp_path)
    with serving(tmp_path) as served:
        with Store.open(garden) as store:
            text = settings.text_of(garden)
            typed = {"name": "Café Rye"}
            settings.change(garden, store, typed, settings.file_hash(text), now())
        end = time.monotonic() + 60
        while "Café Rye" not in get(f"{served.address}/"):
            assert time.monotonic() < end, served.printed
            get(f"{served.address}/collect/-/health")
            time.sleep(0.1)
        assert "taken up" in served.printed
        (tmp_path / "ideagarden.toml").write_text("name = 1", encoding="utf-8")
        while "must be a text" not in served.printed:
            assert time.monotonic() < end, served.printed
            time.sleep(0.1)
        assert "Café Rye" in get(f"{served.address}/")
