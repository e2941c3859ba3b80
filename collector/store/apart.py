"""What is counted apart of votes over all ideas: ballots, or comparisons, by their table."""

from collections.abc import Mapping

from collector.store.store import Store


def tally(store: Store, table: str, challenge: str, round_: str) -> Mapping[str, int]:
    """How many there are in the round, by why they are counted apart; those that count left out."""
    found = store.table(table).tally("apart", challenge=challenge, round=round_)
    return {reason: n for (reason,), n in found.items() if reason}


def count_in(store: Store, table: str, challenge: str, round_: str, apart: str) -> int:
    """Within an act: those that were kept apart for this reason count; how many."""
    rows = store.table(table)
    found = rows.find(challenge=challenge, round=round_, apart=apart)
    return len(rows.update({"apart": ""}, doc_ids=[each.doc_id for each in found]))
