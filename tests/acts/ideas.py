"""An idea as acts of the desk find it."""

from datetime import UTC, datetime

from collector.entries import Idea, State
from collector.store import Store, writes

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def keep(store: Store, ref: str, state: State = State.APPROVED, **facts: object) -> Idea:
    """One whose title is its ref, in the challenge `bread`, but for the facts."""
    told = {"challenge": "bread", "answers": {"title": ref}, "received": NOW, **facts}
    idea = Idea(ref=ref, form="idea", form_hash="h", state=state, **told)  # type: ignore[arg-type]
    writes.add(store, idea)
    return idea
