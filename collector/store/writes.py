"""What can be written. Inside an act each is a part of it; outside, a transaction of its own."""

from collections.abc import Collection
from dataclasses import replace as changed
from datetime import datetime, timedelta
from typing import TypeVar

from tinydb.table import Document as Placed

from collector.entries import (
    Claim,
    Document,
    Entry,
    File,
    Job,
    JobKind,
    Link,
    Promise,
    Quota,
    Session,
    Spent,
    from_document,
    new_reference,
    to_document,
)
from collector.errors import Conflict, Taken, Unknown
from collector.store import reads
from collector.store.store import Store
from collector.store.tables import PLACES

E = TypeVar("E", bound=Entry)

CLAIM_SIGNS = 13
"""Hexadecimal signs of a claim's hash that make its row's id: 52 bits."""


def add(store: Store, entry: object) -> None:
    """Keep any entry, receipt, decision, reply, account, session or link.

    Raises Taken with the table and the key where one of that name is kept already.
    """
    table, _ = PLACES[type(entry)]
    store.table(table).insert(to_document(entry))


def replace(store: Store, entry: E, revision: int) -> E:
    """Keep the entry in place of its `revision`, as the next one; returns what is now kept.

    Raises Unknown if it is not kept at all, Conflict if another revision is.
    """
    table, key = PLACES[type(entry)]
    kept = changed(entry, revision=revision + 1)

    def act(store: Store) -> E:
        found = store.table(table).first(**{key: entry.ref})
        if found is None:
            raise Unknown("no-entry", ref=entry.ref)
        if found["revision"] != revision:
            raise Conflict("entry-changed", ref=entry.ref)
        store.table(table).update(to_document(kept), doc_ids=[found.doc_id])
        return kept

    return store.transact(act)


def keep_file(store: Store, file: File) -> None:
    """Keep what is now known of a file."""

    def act(store: Store) -> None:
        rows = store.table(PLACES[File][0])
        found = rows.first(ref=file.ref)
        if found is not None:
            rows.update(to_document(file), doc_ids=[found.doc_id])

    store.transact(act)


def remove_files(store: Store, about: str) -> int:
    """Forget the files that came with an entry; how many there were. A sweep takes their bytes."""
    return len(_remove(store, PLACES[File][0], about=about))


def claim(store: Store, claim: Claim) -> None:
    """Keep the claim, at a place that its hash tells and not its time. Raises Taken."""

    def act(store: Store) -> None:
        rows, row = store.table("claims"), int(claim.hash[:CLAIM_SIGNS], 16)
        if rows.has(hash=claim.hash):
            raise Taken("taken", table="claims", key="hash")
        while rows.get(doc_id=row):
            row += 1
        rows.insert(Placed(to_document(claim), row))

    store.transact(act)


def remove(store: Store, kind: type[object], name: str) -> bool:
    """Remove the one of this kind that its key names; False if there was none."""
    table, key = PLACES[kind]
    return bool(_remove(store, table, **{key: name}))


def end_sessions(store: Store, account: str) -> None:
    """End every log-in of an account."""
    _remove(store, PLACES[Session][0], account=account)


def remove_revisions(store: Store, about: str) -> None:
    """Remove all that an entry said before."""
    _remove(store, "revisions", about=about)


def remove_ended(store: Store, now: datetime) -> int:
    """Remove every log-in and one-time link that has ended; how many there were."""

    def act(store: Store) -> int:
        ended = 0
        for kind in (Session, Link, Spent):
            rows = store.table(PLACES[kind][0])
            over = [each for each in rows if datetime.fromisoformat(each["ends"]) <= now]
            ended += len(rows.remove(doc_ids=[each.doc_id for each in over]))
        return ended

    return store.transact(act)


def remove_links(store: Store, account: str) -> None:
    """Remove every one-time link for an account; `""` for the links that found one."""
    _remove(store, PLACES[Link][0], account=account)


def keep_definition(
    store: Store,
    challenge: str,
    form: str,
    form_hash: str,
    definition: Document,
    labels: Document,
    language: str,
) -> None:
    """Keep a form's definition, once for ever, and its words in one language, the latest."""
    about = {"hash": form_hash, "challenge": challenge, "form": form}

    def act(store: Store) -> None:
        if store.table("forms").first(**about) is None:
            store.table("forms").insert({**about, "document": definition})
        words = {**about, "language": language}
        found = store.table("labels").first(**words)
        if found is None:
            store.table("labels").insert({**words, "document": labels})
        elif found["document"] != labels:
            store.table("labels").update({"document": labels}, doc_ids=[found.doc_id])

    store.transact(act)


def keep_promise(store: Store, promise: Promise) -> None:
    """Keep what a challenge promises from now on."""
    _keep_latest(store, promise)


def keep_quota(store: Store, quota: Quota) -> None:
    """Keep that a challenge has as many answers as it wants, in place of an earlier quota."""
    _keep_latest(store, quota)


def _keep_latest(store: Store, fact: Promise | Quota) -> None:
    """Keep the one of its kind that a challenge has."""
    table, key = PLACES[type(fact)]
    rows, told = store.table(table), to_document(fact)

    def act(_store: Store) -> None:
        found = rows.first(**{key: fact.challenge})
        if found is None:
            rows.insert(told)
        elif found != told:
            rows.update(told, doc_ids=[found.doc_id])

    store.transact(act)


def keep_text(store: Store, text_hash: str, text: str) -> None:
    """Keep a text that somebody accepted, once."""

    def act(store: Store) -> None:
        if store.table("texts").first(hash=text_hash) is None:
            store.table("texts").insert({"hash": text_hash, "text": text})

    store.transact(act)


def enqueue(store: Store, kind: JobKind, subject: str, due: datetime) -> None:
    """Leave a job to do. One that waits already does for both, at the earlier time.

    A job that somebody is at does not count: it may have read what has changed since.
    """

    def act(store: Store) -> None:
        rows = store.table("jobs")
        for waiting in rows.find(kind=kind, subject=subject, done=None):
            job = from_document(Job, waiting)
            if job.leased is None:
                if due < job.due:
                    rows.update({"due": due.isoformat()}, doc_ids=[waiting.doc_id])
                return
        add(store, Job(key=new_reference(), kind=kind, subject=subject, due=due))

    store.transact(act)


def lease(
    store: Store, now: datetime, seconds: int, kinds: Collection[JobKind] = tuple(JobKind)
) -> Job | None:
    """Take the job of these kinds that has been due longest, for so many seconds; None if none is.

    A job whose lease ran out is given again: its runner died, or is too slow.
    """
    if not reads.jobs_due(store, now, kinds):
        return None

    def act(store: Store) -> Job | None:
        due = reads.jobs_due(store, now, kinds)
        if not due:
            return None
        leased = now + timedelta(seconds=seconds)
        return _replace_job(store, changed(due[0], leased=leased, tries=due[0].tries + 1))

    return store.transact(act)


def finish(store: Store, job: Job, now: datetime) -> None:
    """The job is done; of those done before, of its kind and subject, only this one is kept."""

    def act(store: Store) -> None:
        rows = store.table("jobs")
        alike = rows.find(kind=job.kind, subject=job.subject)
        rows.remove(doc_ids=[each.doc_id for each in alike if each["done"]])
        _replace_job(store, changed(job, leased=None, done=now, error=""))

    store.transact(act)


def fail(store: Store, job: Job, error: str, retry_at: datetime) -> None:
    """The job failed; it is due again at `retry_at`, and tells the error meanwhile."""
    store.transact(
        lambda store: _replace_job(store, changed(job, leased=None, due=retry_at, error=error))
    )


def hasten(store: Store, key: str, now: datetime) -> bool:
    """Let a job that waits be due now; False if there is none or somebody is at it."""

    def act(store: Store) -> bool:
        found = store.table("jobs").first(key=key, done=None)
        job = from_document(Job, found) if found else None
        if job is None or (job.leased and job.leased > now):
            return False
        _replace_job(store, changed(job, due=min(job.due, now)))
        return True

    return store.transact(act)


def _replace_job(store: Store, job: Job) -> Job:
    rows = store.table("jobs")
    found = rows.first(key=job.key)
    if found is not None:
        rows.update(to_document(job), doc_ids=[found.doc_id])
    return job


def remove_all(store: Store, table: str, **keys: str) -> int:
    """Remove all of a table that these keys name; how many there were."""
    return len(_remove(store, table, **keys))


def _remove(store: Store, table: str, **keys: str) -> list[int]:
    def act(store: Store) -> list[int]:
        rows = store.table(table)
        return rows.remove(doc_ids=[each.doc_id for each in rows.find(**keys)])

    return store.transact(act)
