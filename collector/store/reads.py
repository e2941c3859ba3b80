"""One function a question. Outside an act they tell the last commit, inside one the act's own view.

Lists are in the order in which things were kept. A question about one thing answers None if there
is none.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from collector.entries import (
    Account,
    Decision,
    Document,
    Idea,
    Job,
    JobKind,
    Link,
    Receipt,
    Reply,
    Response,
    Session,
    State,
    from_document,
)
from collector.store.store import Store
from collector.store.tables import PLACES

T = TypeVar("T")
E = TypeVar("E", Idea, Response)

Counts: TypeAlias = Mapping[tuple[str, str, State], int]
"""By challenge, form and state."""


def idea(store: Store, ref: str) -> Idea | None:
    """The idea of this public name."""
    return _first(store, Idea, ref=ref)


def response(store: Store, ref: str) -> Response | None:
    """The response of this public name."""
    return _first(store, Response, ref=ref)


def entry(store: Store, ref: str) -> Idea | Response | None:
    """The idea or response of this public name."""
    return idea(store, ref) or response(store, ref)


def ideas(store: Store, challenge: str, *states: State) -> list[Idea]:
    """A challenge's ideas, of any state unless some are named."""
    return list(_entries(store, Idea, states, challenge=challenge))


def responses(
    store: Store, challenge: str, *states: State, form: str | None = None
) -> list[Response]:
    """A challenge's responses, of any state and form unless some are named."""
    keys = {"challenge": challenge} if form is None else {"challenge": challenge, "form": form}
    return list(_entries(store, Response, states, **keys))


def waiting(store: Store, challenge: str | None = None) -> list[Idea | Response]:
    """What waits for a decision, the oldest first."""
    keys = {} if challenge is None else {"challenge": challenge}
    found: list[Idea | Response] = [
        *_entries(store, Idea, (State.WAITING,), **keys),
        *_entries(store, Response, (State.WAITING,), **keys),
    ]
    return sorted(found, key=lambda each: each.received)


def counts(store: Store) -> Counts:
    """How many entries there are, by challenge, form and state."""
    counted = {}
    for table in ("ideas", "responses"):
        for (challenge, form, state), count in (
            store.table(table).tally("challenge", "form", "state").items()
        ):
            counted[challenge, form, State(state)] = count
    return counted


def replies(store: Store, challenge: str, *, about: str | None = None) -> list[Reply]:
    """The replies in a challenge, or those to one entry."""
    keys = {"challenge": challenge} if about is None else {"challenge": challenge, "about": about}
    return list(_all(store, Reply, **keys))


def decisions(
    store: Store, *, about: str | None = None, challenge: str | None = None
) -> list[Decision]:
    """The log: all of it, of one challenge, or about one entry."""
    keys = {"about": about, "challenge": challenge}
    return list(_all(store, Decision, **{k: v for k, v in keys.items() if v is not None}))


def receipt(store: Store, code_hash: str) -> Receipt | None:
    """The receipt of this code."""
    return _first(store, Receipt, code_hash=code_hash)


def submission(store: Store, submission: str) -> Receipt | None:
    """The receipt that came of this submission, if it was kept before; by the hash of its id."""
    return _first(store, Receipt, submission=submission)


def definition(store: Store, form_hash: str) -> Document | None:
    """A form's definition by its hash."""
    found = store.table("forms").first(hash=form_hash)
    return None if found is None else dict(found["document"])


def definitions(store: Store, challenge: str) -> dict[str, Document]:
    """Every definition that the challenge's forms have had, by hash, the oldest first."""
    found = store.table("forms").find(challenge=challenge)
    return {each["hash"]: each["document"] for each in found}


def definitions_answered(store: Store) -> dict[str, dict[str, list[Document]]]:
    """Every definition that an entry was sent with, by challenge and form."""
    answered: dict[str, dict[str, list[Document]]] = {}
    for table in ("ideas", "responses"):
        for challenge, form, form_hash in store.table(table).tally(
            "challenge", "form", "form_hash"
        ):
            document = definition(store, form_hash)
            if document is not None:
                answered.setdefault(challenge, {}).setdefault(form, []).append(document)
    return answered


def labels(store: Store, challenge: str, language: str = "en") -> dict[str, Document]:
    """The words of those definitions in one language, by the definition's hash."""
    found = store.table("labels").find(challenge=challenge, language=language)
    return {each["hash"]: each["document"] for each in found}


def text(store: Store, text_hash: str) -> str | None:
    """A text that was accepted, by its hash."""
    found = store.table("texts").first(hash=text_hash)
    return None if found is None else str(found["text"])


def account(store: Store, name: str) -> Account | None:
    """The account of this name."""
    return _first(store, Account, name=name)


def accounts(store: Store) -> list[Account]:
    """Everybody who may log in."""
    return list(_all(store, Account))


def session(store: Store, token_hash: str) -> Session | None:
    """The log-in of this token, ended or not."""
    return _first(store, Session, token_hash=token_hash)


def sessions(store: Store, account: str) -> list[Session]:
    """Every log-in of an account, ended or not."""
    return list(_all(store, Session, account=account))


def link(store: Store, code_hash: str) -> Link | None:
    """The one-time link of this code, ended or not."""
    return _first(store, Link, code_hash=code_hash)


def jobs(store: Store) -> list[Job]:
    """What is to be done, and the last that was done of each kind and subject."""
    return list(_all(store, Job))


def jobs_due(store: Store, now: datetime, kinds: Collection[JobKind] = tuple(JobKind)) -> list[Job]:
    """What nobody is at and should be begun, the longest due first."""
    undone = (job for job in _all(store, Job, done=None) if job.kind in kinds)
    due = [job for job in undone if job.due <= now and (job.leased is None or job.leased <= now)]
    return sorted(due, key=lambda job: job.due)


def last_done(store: Store, kind: JobKind, subject: str = "") -> datetime | None:
    """When such a job was last done."""
    times = [job.done for job in _all(store, Job, kind=kind, subject=subject) if job.done]
    return max(times, default=None)


def _first(store: Store, kind: type[T], /, **keys: str) -> T | None:
    found = store.table(PLACES[kind][0]).first(**keys)
    return None if found is None else from_document(kind, found)


def _all(store: Store, kind: type[T], /, **keys: Any) -> Iterator[T]:
    rows = store.table(PLACES[kind][0])
    return (from_document(kind, each) for each in (rows.find(**keys) if keys else rows))


def _entries(store: Store, kind: type[E], states: tuple[State, ...], **keys: str) -> Iterator[E]:
    return _all(store, kind, **keys, **({"state": states} if states else {}))
