"""`demo`: the corner bakery, with dates around today and entries made through its own address."""

import json
import shutil
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import click

from collector import brief, form, kit, pages, store
from collector.acts import desk, tags, vote
from collector.acts.receipt import code_hash
from collector.acts.vote import Cast
from collector.cli.place import now, opened
from collector.cli.serve import PORT, refuse_busy_port
from collector.cli.visitor import Visitor
from collector.errors import GardenError
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, reads
from collector.web.tokens import FormToken, Tokens, new_submission
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

BY = "corner bakery"
DECISIONS = {"approve": Move.APPROVE, "reject": Move.REJECT, "spam": Move.SPAM}

MARK, BEGUN, PLANTED = ".demo", "begun", "planted"
"""The file that tells a demo from a garden that somebody lives by, and what it holds."""

WRITTEN_FOR = timedelta(minutes=1)
"""How long a sample's visitor seems to have taken."""


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("build/demo"),
    show_default=True,
    help="Where the garden is laid out.",
)
@click.option("--port", type=PORT, default=8000, show_default=True, help="Of site and desk.")
@click.option("--fresh", is_flag=True, help="Begin anew; what was tried out before is removed.")
def demo(folder: Path, port: int, fresh: bool) -> int:
    """Open the corner bakery, a garden to try things out in."""
    signal.signal(signal.SIGTERM, _stop)
    refuse_busy_port("127.0.0.1", port)
    is_new = fresh or _mark(folder) != PLANTED
    if is_new:
        lay_out(folder)
    command = [sys.executable, "-m", "collector", "--garden", str(folder)]
    server = subprocess.Popen([*command, "serve", "--port", str(port)])
    try:
        if is_new:
            visitor = Visitor(f"http://127.0.0.1:{port}")
            visitor.waits_until_it_is_up(lambda: server.poll() is None)
            plant(Garden.find(folder), visitor)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def lay_out(folder: Path) -> None:
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
    today = now().date()
    dated = {folder / "challenges" / f"{slug}.md": days for slug, days in DATES.items()}
    tried = folder / "site" / "pages" / "experiments"
    dated |= {tried / f"{name}.md": days for name, days in TRIED.items()}
    for path, days in dated.items():
        text = path.read_text("utf-8")
        for key, away in days.items():
            text = brief.set_setting(text, key, str(today + timedelta(days=away)))
        path.write_text(text, encoding="utf-8")


def _mark(folder: Path) -> str:
    """How far the demo in the folder came; empty if there is none."""
    try:
        return (folder / MARK).read_text("utf-8")
    except FileNotFoundError:
        return ""


def plant(garden: Garden, visitor: Visitor) -> None:
    """Send the samples to the address that everybody uses, then decide as an owner would."""
    samples = json.loads((kit.DEMO / "samples.json").read_text("utf-8"))
    tokens = Tokens(store.secret(garden))
    hashes = _definitions(garden)
    with opened(garden) as kept:
        for sample in samples:
            told = visitor.sends(
                sample["challenge"],
                sample["form"],
                {
                    "answers": sample["answers"],
                    "_form": hashes[sample["challenge"], sample["form"]],
                    "_token": tokens.seal(_token(sample, now() - WRITTEN_FOR)),
                },
            )
            _decide(kept, sample, told["receipt"])
            _vote(kept, garden, sample, told["receipt"])
    (garden.root / MARK).write_text(PLANTED, encoding="utf-8")
    click.echo(say("told-samples", {"count": len(samples)}))


def _token(sample: dict[str, Any], began: datetime) -> FormToken:
    """What a browser would have been handed; only the kit's own token can say `sample`."""
    return FormToken(
        challenge=sample["challenge"],
        form=sample["form"],
        submission=new_submission(),
        at=began.timestamp(),
        source="sample",
    )


def _definitions(garden: Garden) -> dict[tuple[str, str], str]:
    live = pages.live(garden)
    briefs = live.briefs.values() if live else ()
    return {
        (each.slug, asked.name): form.define(asked).hash for each in briefs for asked in each.forms
    }


def _decide(kept: Store, sample: dict[str, Any], code: str) -> None:
    receipt = reads.receipt(kept, code_hash(code))
    if receipt is None or sample["decision"] not in DECISIONS:
        return
    desk.decide(kept, DECISIONS[sample["decision"]], [receipt.about], by=BY, now=now())
    if sample.get("tags"):
        tags.tag(kept, receipt.about, sample["tags"], by=BY, now=now())
    if sample["reply"]:
        desk.reply(kept, receipt.about, sample["reply"], by=BY, now=now())


def _vote(kept: Store, garden: Garden, sample: dict[str, Any], code: str) -> None:
    """As many people like the idea as the sample says."""
    receipt, live = reads.receipt(kept, code_hash(code)), pages.live(garden)
    if receipt is None or live is None:
        return
    brief = live.briefs[sample["challenge"]]
    for _ in range(sample.get("votes", 0)):
        cast = Cast(brief=brief, idea=receipt.about, value="yes", voter=new_submission())
        vote.cast(kept, cast, now())
