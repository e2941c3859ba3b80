"""The demo's jury: what its jurors say of ideas, and which of them are picked out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from collector.acts import pick, score
from collector.acts.pick import Picking
from collector.acts.score import Sent
from collector.brief import Brief
from collector.entries import Reason
from collector.form.scorecard import MARK
from collector.store import Store

BY = "corner bakery"


def judge(
    store: Store,
    briefs: Mapping[str, Brief],
    refs: Mapping[str, str],
    samples: Sequence[Mapping[str, Any]],
    now: datetime,
) -> None:
    """All scores first: ideas are picked for how they stand among the others. `refs` are those
    of ideas by title."""
    told = [each for each in samples if "scores" in each]
    for sample in told:
        brief, ref = briefs[sample["challenge"]], refs[sample["answers"]["title"]]
        for juror, marks in sample["scores"].items():
            sent = Sent({f"{MARK}{name}": str(mark) for name, mark in marks.items()})
            score.score(store, brief, ref, juror, sent, now)
    for sample in told:
        if "pick" in sample:
            brief, ref = briefs[sample["challenge"]], refs[sample["answers"]["title"]]
            picking = Picking(sample["pick"], [ref], Reason.SCORE)
            pick.pick(store, brief, picking, BY, now)
