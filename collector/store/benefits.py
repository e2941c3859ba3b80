"""What owners say of what ideas bring: versions, of which the latest holds."""

from collections.abc import Iterator
from datetime import datetime

from collector.entries import Benefit, Decision, from_document
from collector.errors import Conflict
from collector.store import every, writes
from collector.store.store import Store

TABLE = "benefits"


def latest(store: Store, about: str) -> Benefit | None:
    """What is said of this idea now; None if nothing ever was."""
    return max(_versions(store, about), key=_n, default=None)


def of(store: Store, challenge: str) -> dict[str, Benefit]:
    """The latest of each idea of a challenge, by ref."""
    found: dict[str, Benefit] = {}
    for each in every.of(store, Benefit, challenge):
        if each.about not in found or found[each.about].n < each.n:
            found[each.about] = each
    return found


def has_any(store: Store) -> bool:
    """Whether anything was ever said."""
    return store.table(TABLE).number() > 0


def take_back(store: Store, decision: Decision, now: datetime) -> None:
    """Within an act: say again what was said before the decision.

    Raises Conflict if what is said now is not what the decision left.
    """
    known = {0: Benefit.blank(decision.about, decision.challenge, now)}
    known |= {each.n: each for each in _versions(store, decision.about)}
    now_said = known[max(known)]
    before, after = known.get(int(decision.before)), known.get(int(decision.after))
    if before is None or after is None or not now_said.says_as(after):
        raise Conflict("entry-changed", ref=decision.about)
    writes.add(store, before.following(now_said, now))


def remove(store: Store, about: str) -> None:
    """Remove all that was ever said of an idea."""
    writes.remove_all(store, TABLE, about=about)


def _versions(store: Store, about: str) -> Iterator[Benefit]:
    return (from_document(Benefit, each) for each in store.table(TABLE).find(about=about))


def _n(benefit: Benefit) -> int:
    return benefit.n
