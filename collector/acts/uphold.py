"""A report is right: what it is about goes from the page, and all reports of it are dealt with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from collector import moderation
from collector.acts.desk import carry_out, entry_of
from collector.entries import Decision, Entry, Reason, Report, State, new_reference
from collector.errors import Unknown
from collector.moderation import Move
from collector.store import Store, reads

REASONS: Mapping[str, Reason] = {
    "advertising": Reason.ADVERTISING,
    "unkind": Reason.UNKIND,
    "private": Reason.PERSONAL,
    "place": Reason.OFF_TOPIC,
}
"""The reason for taking it away, by what the report says; others give none."""


def uphold(
    store: Store, ref: str, by: str, now: datetime, *, seen: Mapping[str, int] | None = None
) -> tuple[Decision, ...]:
    """Reject what the report `ref` is about and approve every report of it that waits.

    Raises Unknown if there is no such report, or Conflict where what it is about can't be rejected
    any more, or the report has changed since `seen`.
    """

    def act(store: Store) -> tuple[Decision, ...]:
        report = entry_of(store, ref, seen)
        if not isinstance(report, Report):
            raise Unknown("no-entry", ref=ref)
        reason = REASONS.get(str(report.answers.get("why", "")), Reason.NONE)
        batch = new_reference()

        def moved(entry: Entry, move: Move, why: Reason = Reason.NONE) -> Decision:
            decision = Decision.on(entry, move, moderation.move(entry.state, move), by, now)
            return carry_out(store, entry, replace(decision, reason=why, batch=batch))

        taken = moved(entry_of(store, report.about), Move.REJECT, reason)
        waiting = list(reads.reports(store, report.about, State.WAITING))
        return (taken, *(moved(each, Move.APPROVE) for each in waiting))

    return store.transact(act)
