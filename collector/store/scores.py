"""Scores as they are kept: one a juror and idea."""

from collections.abc import Iterator

from collector.entries import Score, from_document
from collector.store import single, writes
from collector.store.store import Store


def given(store: Store, idea: str, juror: str) -> Score | None:
    """What this juror says of the idea."""
    return single.find(store, Score, idea=idea, juror=juror)


def all_in(store: Store, challenge: str) -> Iterator[Score]:
    """All scores of a challenge's ideas."""
    return (from_document(Score, each) for each in store.table("scores").find(challenge=challenge))


def on(store: Store, idea: str) -> list[Score]:
    """What all jurors say of one idea."""
    return [from_document(Score, each) for each in store.table("scores").find(idea=idea)]


def by(store: Store, challenge: str, juror: str) -> dict[str, Score]:
    """What one juror says of a challenge's ideas, by the idea's ref."""
    found = store.table("scores").find(challenge=challenge, juror=juror)
    return {each["idea"]: from_document(Score, each) for each in found}


def put(store: Store, score: Score) -> None:
    """Within an act: keep it in place of what the juror said of the idea before."""
    single.put(store, score, idea=score.idea, juror=score.juror)


def remove_on(store: Store, idea: str) -> int:
    """Within an act: what was said of an erased idea goes with it; how many there were."""
    return writes.remove_all(store, "scores", idea=idea)


def remove_by(store: Store, challenge: str, juror: str) -> int:
    """Within an act: remove what one juror said in a challenge; how many there were."""
    return writes.remove_all(store, "scores", challenge=challenge, juror=juror)
