"""Somebody at the desk enters what another person said: one entry with its receipt, in one act."""

from dataclasses import dataclass, replace
from datetime import datetime

from collector import form as forms
from collector import moderation
from collector.acts import typed, visit
from collector.acts.desk import carry_out
from collector.acts.visit import Submission
from collector.entries import Decision, Entry, State
from collector.errors import Unknown
from collector.moderation import Move
from collector.store import Store, reads, writes


@dataclass(frozen=True)
class Entered:
    """What is kept; `again` if it was kept before."""

    entry: Entry
    again: bool


def enter(store: Store, submission: Submission, now: datetime, *, approve: bool) -> Entered:
    """Keep it, exactly once, and approve it in the same step where that is wanted and it waits.

    Also after closing: it may have been said in time. Raises Closed before opening, Conflict if
    the same submission brought other content before.
    """
    typed.ensure_begun(submission.brief, submission.form, now)

    def act(store: Store) -> Entered:
        again = visit.is_kept(store, submission)
        if not again:
            _keep_words(store, submission)
        receipt = visit.take(store, submission=submission, now=now)
        entry = reads.entry(store, receipt.about)
        if entry is None:
            raise Unknown("no-entry", ref=receipt.about)
        if approve and not again and entry.state is State.WAITING:
            after = moderation.move(entry.state, Move.APPROVE)
            by = submission.typed_by
            carry_out(store, entry, Decision.on(entry, Move.APPROVE, after, by, now))
            entry = replace(entry, state=after)
        return Entered(entry, again)

    return store.transact(act)


def _keep_words(store: Store, submission: Submission) -> None:
    """What was asked, in the words it was asked in."""
    definition, brief, form = forms.define(submission.form), submission.brief, submission.form
    writes.keep_definition(
        store,
        brief.slug,
        form.name,
        definition.hash,
        definition.to_document(),
        forms.labels(form),
        brief.language,
    )
