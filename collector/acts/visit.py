"""Visitors send what they filled in; each submission is kept exactly once.

    Submission ─ send ─► Idea | Response | Comment | Report  +  Receipt  (+ Decision, Job)

An act names its submission by the code of its receipt, which only its sender is given; the same
code with the same content is the same act, however often it arrives.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from collector import moderation
from collector.acts import admit, change, files, notify, quota
from collector.acts.about import About, place
from collector.acts.admit import NO_PROOF, PersonKind, Proof
from collector.acts.kinds import ENTRY
from collector.acts.receipt import take_back
from collector.brief import Act, Brief, Form, refusal
from collector.entries import (
    NO_KEY,
    Claim,
    Comment,
    Entry,
    JobKind,
    Receipt,
    Report,
    Response,
    State,
    Value,
    new_reference,
)
from collector.errors import Closed, Conflict, Taken
from collector.form import agreed, define, hash_of_words
from collector.store import Store, reads, writes
from collector.store.tables import PLACES


@dataclass(frozen=True)
class Accepted:
    """The terms that a visitor agreed to, as they were worded."""

    hash: str
    text: str


@dataclass(frozen=True)
class Circumstances:
    """How the form stood before its sender: the order of what was shuffled.

    `origin` is where the sender came from, as the link said; `variant` the one of a trial.
    """

    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    origin: str = ""
    variant: str = ""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What was sent, read and checked. `answers` are those of `form.check`.

    `digest` tells them from other content, `code_hash` is the hash of the receipt's code, and
    `corrects` that of an earlier submission that this one replaces. `claim` is the keyed hash that
    says who answered; empty if nobody can tell.
    """

    brief: Brief
    form: Form
    form_hash: str
    answers: Mapping[str, Value]
    digest: str
    code_hash: str
    terms: Accepted | None = None
    flags: tuple[str, ...] = ()
    source: str = "web"
    typed_by: str = ""
    corrects: str = ""
    claim: str = ""
    changes: str = ""
    """The hash of a receipt's code, whose entry this goes on with or changes in its place."""
    window: timedelta = timedelta()
    """How long what was sent may be changed."""
    complete: bool = True
    """Sent; else only saved, to be gone on with."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The refs of files among the answers, by column."""
    circumstances: Circumstances = Circumstances()
    about: About | None = None
    """Of a comment or report: what it is on."""
    proof: Proof = NO_PROOF
    """What told who sent it."""
    group: str = ""
    """The code of its sender's group."""
    waits: bool = False
    """It is looked at first, whatever the challenge's rule."""

    @property
    def refs(self) -> Mapping[str, str]:
        """Of files among the answers, by column; none comes in unless it was handed in."""
        return {**files.refs_of(define(self.form), self.answers), **self.files}

    @property
    def agreed(self) -> Mapping[str, str]:
        """What its sender agreed to beside: by the question's id the words."""
        return agreed(self.form, self.answers) if self.complete else {}

    @property
    def once(self) -> bool:
        """Whether it may be its sender's only one. What the owner brings in is not asked."""
        return self.brief.once(self.form) and self.source == "web"

    @property
    def keyless(self) -> bool:
        """Whether it may be its sender's second, and nobody can tell."""
        return self.complete and self.once and not self.claim


def content_digest(challenge: str, form: str, answers: Mapping[str, Value]) -> str:
    """What makes two submissions the same content: challenge, form and answers."""
    told = json.dumps([challenge, form, answers], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def send(store: Store, submission: Submission, now: datetime) -> Receipt:
    """Keep the entry and its receipt; the receipt kept before if this was sent before.

    Raises Closed outside the challenge's time, Unproven for who may not send it, Conflict if the
    same submission brought other content before or if its sender has answered already, Invalid
    where a file is not there any more, Unavailable if nothing could be kept.
    """
    return store.transact(partial(take, submission=submission, now=now))


def ensure_allowed(brief: Brief, act: Act, now: datetime) -> None:
    """Raises Closed, with why and from when or since when, unless the act is allowed at `now`."""
    standing = brief.standing(act, now)
    if not standing.allowed:
        raise Closed(refusal(act, standing), opens=standing.opens, closes=standing.closes)


def is_kept(store: Store, submission: Submission) -> bool:
    """Whether exactly this was sent before."""
    changed = reads.receipt(store, submission.changes) if submission.changes else None
    same = changed is not None and changed.digest == submission.digest
    return same or reads.receipt(store, submission.code_hash) is not None


def take(store: Store, *, submission: Submission, now: datetime) -> Receipt:
    """The same within an act that goes on."""
    if is_kept(store, submission):
        return _kept(store, submission)
    brief, form, window = submission.brief, submission.form, submission.window
    if not (submission.typed_by or form.always):
        ensure_allowed(quota.standing(store, brief, now), form.act, now)
    if submission.about:
        about = place(store, brief, form, submission.about, now)
        submission = replace(submission, about=about)
    before = change.behind(store, submission.changes, brief, form, window, now)
    group = before.group if before else _admitted(store, submission, now)
    submission = replace(submission, group=group)
    earlier = None if before else _corrected(store, submission)
    entry = _entry(submission, earlier, now)
    if before:
        entry = change.in_place(store, before, entry, brief, form, now)
        change.let_go(store, entry, frozenset(submission.refs.values()), now)
        receipt = change.renew(store, submission.changes, submission.digest)
    else:
        receipt = _receipt(submission, entry)
        try:
            writes.add(store, receipt)
        except Taken:
            return _kept(store, submission)
        writes.add(store, entry)
    files.keep(store, submission.refs, entry, earlier)
    if earlier:
        take_back(store, earlier, now)
    if submission.complete and not _was_sent(before or earlier):
        _claim(store, submission)
    return _done(store, submission, entry, receipt, now)


def _admitted(store: Store, submission: Submission, now: datetime) -> str:
    """The group of whoever sent it. What the owner brings in is not asked. Raises Unproven."""
    brief, form = submission.brief, submission.form
    if submission.source != "web" or form.always:
        return ""
    return admit.admit(store, brief, form.act, submission.proof, now)


def _done(
    store: Store, submission: Submission, entry: Entry, receipt: Receipt, now: datetime
) -> Receipt:
    """What is left to do once it is kept; its receipt."""
    if submission.terms is not None:
        writes.keep_text(store, submission.terms.hash, submission.terms.text)
    if entry.state is State.APPROVED:
        writes.enqueue(store, JobKind.FILL, entry.challenge, now)
    for words in submission.agreed.values():
        writes.keep_text(store, hash_of_words(words), words)
    notify.arrived(store, entry, now)
    notify.screened(store, entry, submission.brief, now)
    quota.settle(store, submission.brief, now)
    return receipt


def _kept(store: Store, submission: Submission) -> Receipt:
    """The receipt of the same submission, sent before. Raises Conflict if it held other content."""
    for code_hash in (submission.changes, submission.code_hash):
        kept = reads.receipt(store, code_hash) if code_hash else None
        if kept and kept.digest == submission.digest:
            return kept
    raise Conflict("other-content")


def _corrected(store: Store, submission: Submission) -> Entry | None:
    """What this submission replaces, if it still stands. Its claim passes on, or the lack of it.

    Raises Conflict where what was sent would only be saved: it would count no more.
    """
    receipt = reads.receipt(store, submission.corrects) if submission.corrects else None
    entry = receipt and reads.entry(store, receipt.about)
    if not entry or entry.state in moderation.ENDS:
        return None
    if _was_sent(entry) and not submission.complete:
        raise Conflict("change-too-late")
    return entry


def _was_sent(entry: Entry | None) -> bool:
    return entry is not None and entry.state is not State.UNFINISHED


def _claim(store: Store, submission: Submission) -> None:
    if not (submission.once and submission.claim):
        return
    try:
        writes.claim(store, Claim(hash=submission.claim))
    except Taken:
        invited = submission.proof.kind is PersonKind.INVITATION
        raise Conflict("invite-used" if invited else "answered-before") from None


def _entry(submission: Submission, earlier: Entry | None, now: datetime) -> Entry:
    """Responses keep the hour they came: they are anonymous. All others keep the second."""
    brief, form = submission.brief, submission.form
    kind = ENTRY[form.kind]
    keyless = earlier.keyless if earlier and _was_sent(earlier) else submission.keyless
    flags = (*submission.flags, NO_KEY) if keyless else submission.flags
    circumstances = submission.circumstances
    second = now.replace(microsecond=0)
    return kind(
        **_own(submission, kind),
        ref=new_reference(),
        challenge=brief.slug,
        form=form.name,
        form_hash=submission.form_hash,
        answers=submission.answers,
        state=_arrival(submission, flags),
        received=second.replace(minute=0, second=0) if kind is Response else second,
        language=brief.language,
        terms=submission.terms.hash if submission.terms else "",
        agreed={name: hash_of_words(words) for name, words in submission.agreed.items()},
        flags=flags,
        order=circumstances.order,
        origin=circumstances.origin,
        group=submission.group,
        source=submission.source,
        typed_by=submission.typed_by,
    )


def _arrival(submission: Submission, flags: Sequence[str]) -> State:
    if not submission.complete:
        return State.UNFINISHED
    if submission.waits:
        return State.WAITING
    return moderation.arrival(submission.brief, submission.form, flags)


def _own(submission: Submission, kind: type[Entry]) -> dict[str, Any]:
    """What only entries of this kind have."""
    about = submission.about or About("")
    if kind is Response:
        return {"complete": submission.complete, "variant": submission.circumstances.variant}
    if kind is Comment:
        return {"about": about.idea, "parent": about.comment}
    return {"about": about.comment or about.idea} if kind is Report else {}


def _receipt(submission: Submission, entry: Entry) -> Receipt:
    return Receipt(
        code_hash=submission.code_hash,
        digest=submission.digest,
        about=entry.ref,
        table=PLACES[type(entry)][0],
    )
