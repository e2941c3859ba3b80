"""Somebody types slips in: all of them are kept in one act, each once.

A slip has no receipt that anybody could hold, but one is kept all the same: its code is a keyed
hash of what the slip says, so that the same row, brought again, is known.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from collector import form as forms
from collector.acts import visit
from collector.brief import Brief, Form, refusal
from collector.errors import Closed
from collector.form import Definition
from collector.form.typed import Slip
from collector.store import Store, reads, writes

SOURCES = ("paper", "interview", "comment card", "workshop", "telephone", "other")
"""How a slip came."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Slips that were typed together. `brief` is in the words of the slips."""

    brief: Brief
    form: Form
    slips: Sequence[Slip]
    source: str
    by: str
    terms: visit.Accepted | None = None

    @property
    def definition(self) -> Definition:
        return forms.define(self.form)


@dataclass(frozen=True)
class Brought:
    """How many were kept, and how many had been kept before."""

    kept: int
    before: int


def bring_in(store: Store, batch: Batch, secret: bytes, now: datetime) -> Brought:
    """Keep every slip that was not kept before, or none at all.

    Also after closing: what stands on paper was answered in time. Raises Closed before opening.
    """
    ensure_begun(batch.brief, batch.form, now)
    return store.transact(partial(_bring_in, batch=batch, secret=secret, now=now))


def ensure_begun(brief: Brief, form: Form, now: datetime) -> None:
    """Raises Closed before the form opens for the first time."""
    standing = brief.standing(form.act, now)
    if standing.opens and not standing.closes:
        raise Closed(refusal(form.act, standing), opens=standing.opens, closes=None)


def foreseen(store: Store, batch: Batch, secret: bytes) -> Brought:
    """What `bring_in` would do now."""
    codes = (_code(batch, slip, secret) for slip in batch.slips)
    before = sum(reads.receipt(store, code) is not None for code in codes)
    return Brought(len(batch.slips) - before, before)


def _bring_in(store: Store, *, batch: Batch, secret: bytes, now: datetime) -> Brought:
    definition, brief = batch.definition, batch.brief
    foreseeable = foreseen(store, batch, secret)
    writes.keep_definition(
        store,
        brief.slug,
        batch.form.name,
        definition.hash,
        definition.to_document(),
        forms.labels(batch.form),
        brief.language,
    )
    for slip in batch.slips:
        visit.take(store, submission=_submission(batch, slip, secret), now=now)
    return foreseeable


def _submission(batch: Batch, slip: Slip, secret: bytes) -> visit.Submission:
    code = _code(batch, slip, secret)
    return visit.Submission(
        brief=batch.brief,
        form=batch.form,
        form_hash=batch.definition.hash,
        answers=slip.answers,
        digest=code,
        code_hash=code,
        terms=batch.terms,
        source=batch.source,
        typed_by=batch.by,
    )


def _code(batch: Batch, slip: Slip, secret: bytes) -> str:
    """What tells a slip from all others; without the secret it tells nothing."""
    told = [batch.brief.slug, batch.form.name, batch.source, slip.number, slip.alike]
    text = json.dumps([*told, slip.answers], sort_keys=True, ensure_ascii=False)
    key = hmac.digest(secret, b"typed", hashlib.sha256)
    return hmac.digest(key, text.encode(), hashlib.sha256).hex()
