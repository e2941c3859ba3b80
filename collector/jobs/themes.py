"""Finding themes: in a process of its own, which may take so long, so much memory and no more.

scikit-learn is an extra that a small garden does without; it is never imported here.
"""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Sequence

from collector.acts import themes
from collector.analysis.statement import Statement
from collector.analysis.themes import LEAST_IDEAS, Found, can_find, how_many
from collector.entries import State
from collector.errors import GardenError
from collector.garden import Garden
from collector.store import Store, reads

COMMAND = (sys.executable, "-m", "collector.analysis.topics")
ALONE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""One core is enough, and the same sums come out whatever the machine."""
LONGEST = 50
"""Seconds; below the lease of a job."""
MOST = 20_000
"""Ideas that are looked at: the newest."""
CHARACTERS = 2000
"""Of one idea."""


def find(garden: Garden, store: Store, challenge: str) -> None:
    """Find the themes of a challenge's approved ideas anew; none where they are too few, or where
    the extra is missing. Raises GardenError for what went wrong.
    """
    zone = garden.settings.zone
    approved = reads.ideas(store, challenge, State.APPROVED)
    newest = deque((each for each in approved if not each.merged), MOST)
    statements = [Statement.of(each, zone) for each in newest]
    enough = len(statements) >= LEAST_IDEAS and can_find()
    themes.settle(store, challenge, topics(statements) if enough else ())


def topics(statements: Sequence[Statement]) -> list[Found]:
    """What the process says. Raises GardenError where it took too long or failed."""
    told = [(each.ref, each.text[:CHARACTERS], each.language) for each in statements]
    asked = json.dumps({"count": how_many(len(told)), "statements": told})
    try:
        done = subprocess.run(
            COMMAND,
            input=asked,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            env={**os.environ, **ALONE},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise GardenError("themes-too-long", seconds=LONGEST, count=len(told)) from error
    if done.returncode:
        raise GardenError("themes-failed", said=done.stderr.strip()[-500:])
    return [Found(tuple(each["words"]), tuple(each["refs"])) for each in json.loads(done.stdout)]
