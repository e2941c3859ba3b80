"""`demo`: the corner bakery, with dates around today and entries made through its own address."""

import re
import shutil
import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

import click

from collector import brief, kit
from collector.cli import year as years
from collector.cli.place import now
from collector.cli.samples import plant
from collector.cli.serve import PORT, refuse_busy_port
from collector.cli.visitor import Visitor
from collector.cli.year.days import DAY, moved
from collector.errors import GardenError
from collector.garden import Garden
from collector.words import say

DATES = {
    "new-breads": {"opens": -12, "closes": 24},
    "packaging": {"opens": -30, "closes": 45},
}
"""Days from today; the visit survey is always open."""

TRIED = {
    "warm-pretzels": {"starts": -84, "ends": -73},
    "waxed-bags": {"starts": -14, "ends": 6},
}
"""Days from today, of the experiments."""

TARGETS = {"new-breads": 150, "packaging": 335}
"""Days from today by which the target of a measure is to be reached."""

PHASED = {"yard": -9}
"""Days from today on which the first phase begins; the others keep their distance."""

UNTIL = re.compile(r"(?<=\d), by \d{4}-\d\d-\d\d$", re.MULTILINE)
"""The end of a measure."""

MARK, BEGUN, PLANTED = ".demo", "begun", "planted"
"""The file that tells a demo from a garden that somebody lives by, and what it holds."""


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the garden is laid out (default: build/demo).",
)
@click.option("--port", type=PORT, default=8000, show_default=True, help="Of site and desk.")
@click.option("--fresh", is_flag=True, help="Begin anew; what was tried out before is removed.")
@click.option("--year", is_flag=True, help="With the twelve months before today, in build/year.")
def demo(folder: Path | None, port: int, fresh: bool, year: bool) -> int:
    """Open the corner bakery, a garden to try things out in."""
    signal.signal(signal.SIGTERM, _stop)
    refuse_busy_port("127.0.0.1", port)
    folder = folder or Path("build", "year" if year else "demo")
    try:
        is_new = fresh or _mark(folder) != PLANTED
        if is_new and year:
            live_a_year(folder)
        elif is_new:
            lay_out(folder)
        return _serve(folder, port, plants=is_new and not year)
    except KeyboardInterrupt:
        return 0


def _serve(folder: Path, port: int, *, plants: bool) -> int:
    """Serve it until it ends; one that is new is sent its samples first."""
    command = [sys.executable, "-m", "collector", "--garden", str(folder)]
    server = subprocess.Popen([*command, "serve", "--port", str(port)])
    try:
        if plants:
            visitor = Visitor(f"http://127.0.0.1:{port}")
            visitor.waits_until_it_is_up(lambda: server.poll() is None)
            count = plant(Garden.find(folder), visitor)
            (folder / MARK).write_text(PLANTED, encoding="utf-8")
            click.echo(say("told-samples", {"count": count}))
        return server.wait()
    finally:
        server.terminate()
        server.wait()


def live_a_year(folder: Path) -> None:
    """The demo, and what happened there in the year before; an earlier one is removed."""
    moment = now()
    lay_out(folder, moment.date())
    years.lay_out(folder, moment)
    count = years.live(Garden.find(folder), moment, told=click.echo)
    (folder / MARK).write_text(PLANTED, encoding="utf-8")
    click.echo(say("told-year", {"count": count}))


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def lay_out(folder: Path, today: date | None = None) -> None:
    """Copy the kit's bakery, and give its challenges dates around today.

    An earlier demo is removed. Raises GardenError, and removes nothing, if something else is there.
    """
    if _mark(folder):
        shutil.rmtree(folder)
    elif folder.is_dir() and any(folder.iterdir()):
        raise GardenError("not-a-demo", path=folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(BEGUN, encoding="utf-8")
    left_out = shutil.ignore_patterns("samples.json")
    shutil.copytree(kit.DEMO, folder, ignore=left_out, dirs_exist_ok=True)
    today = today or now().date()
    dated = {folder / "challenges" / f"{slug}.md": days for slug, days in DATES.items()}
    tried = folder / "site" / "pages" / "experiments"
    dated |= {tried / f"{name}.md": days for name, days in TRIED.items()}
    for path, days in dated.items():
        text = path.read_text("utf-8")
        for key, away in days.items():
            text = brief.set_setting(text, key, str(today + timedelta(days=away)))
        path.write_text(text, encoding="utf-8")
    for slug, away in TARGETS.items():
        path = folder / "challenges" / f"{slug}.md"
        text = UNTIL.sub(f", by {today + timedelta(days=away)}", path.read_text("utf-8"), count=1)
        path.write_text(text, encoding="utf-8")
    report = folder / "site" / "pages" / "reports" / "this-quarter.md"
    quarter = str(brief.Quarter.of(today))
    report.write_text(brief.set_setting(report.read_text("utf-8"), "quarter", quarter), "utf-8")
    for slug, away in PHASED.items():
        path = folder / "challenges" / f"{slug}.md"
        text = path.read_text("utf-8")
        path.write_text(_moved(text, today + timedelta(days=away)), encoding="utf-8")


def _moved(text: str, start: date) -> str:
    """The text with every day in it moved as far as the first one, which is `start` now."""
    first = DAY.search(text)
    return moved(text, start - date.fromisoformat(first[0])) if first else text


def _mark(folder: Path) -> str:
    """How far the demo in the folder came; empty if there is none."""
    try:
        return (folder / MARK).read_text("utf-8")
    except FileNotFoundError:
        return ""
