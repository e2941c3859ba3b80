"""One function a question. Outside an act they tell the last commit, inside one the act's own view.

All answers are in the order in which things were kept. Entries, of which there may be a million,
are read as they are needed. A question about one thing answers None if there is none.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import TypeAlias, TypeVar

from collector.entries import (
    KINDS,
    Account,
    Comment,
    Decision,
    Document,
    Entry,
    File,
    Idea,
    Job,
    JobKind,
    Link,
    Promise,
    Quota,
    Receipt,
    Reply,
    Report,
    Response,
    Revision,
    Session,
    State,
    from_document,
)
from collector.store import single
from collector.store.store import Store
from collector.store.stream import (
    Challenges,
    end,
    entries,
    everything,
    latest,
    named_keys,
    place,
)
from collector.store.tables import PLACES

__all__ = ["Challenges", "end", "entries", "latest", "place"]
"""What is read elsewhere and asked for here."""

T = TypeVar("T")

FEW = 50
"""Values that a database is asked for at once; of more, all is read and looked through here."""

Counts: TypeAlias = Mapping[tuple[str, str, State], int]
"""By challenge, form and state."""


def idea(store: Store, ref: str) -> Idea | None:
    """The idea of this public name."""
    return single.find(store, Idea, ref=ref)


def merged_into(store: Store, ref: str) -> list[Idea]:
    """The ideas that were merged into this one, of any state."""
    return list(everything(store, Idea, merged=ref))


def response(store: Store, ref: str) -> Response | None:
    """The response of this public name."""
    return single.find(store, Response, ref=ref)


def comment(store: Store, ref: str) -> Comment | None:
    """The comment of this public name."""
    return single.find(store, Comment, ref=ref)


def entry(store: Store, ref: str) -> Entry | None:
    """The idea, response, comment or report of this public name."""
    found = (single.find(store, kind, ref=ref) for kind in KINDS)
    return next((each for each in found if each), None)


def ideas(store: Store, challenge: str, *states: State) -> Iterator[Idea]:
    """A challenge's ideas, of any state unless some are named."""
    return everything(store, Idea, **named_keys(states, challenge=challenge))


def responses(
    store: Store, challenge: str, *states: State, form: str | None = None
) -> Iterator[Response]:
    """A challenge's responses, of any state and form unless some are named."""
    return everything(store, Response, **named_keys(states, challenge=challenge, form=form))


def comments(
    store: Store, challenge: str, *states: State, about: str | None = None
) -> Iterator[Comment]:
    """A challenge's comments, of any state and on any idea unless some are named."""
    return everything(store, Comment, **named_keys(states, challenge=challenge, about=about))


def reports(store: Store, about: str, *states: State) -> Iterator[Report]:
    """The reports of an idea or comment, of any state unless some are named."""
    return everything(store, Report, **named_keys(states, about=about))


def number(
    store: Store,
    *states: State,
    challenge: Challenges = None,
    form: str | None = None,
    kinds: Collection[type[Entry]] = KINDS,
) -> int:
    """How many entries there are, of any state, challenge and form unless some are named."""
    keys = named_keys(states, challenge=challenge, form=form)
    return sum(store.table(PLACES[each][0]).number(**keys) for each in kinds)


def counts(store: Store) -> Counts:
    """How many entries there are, by challenge, form and state."""
    counted: Counter[tuple[str, str, State]] = Counter()
    for kind in KINDS:
        tally = store.table(PLACES[kind][0]).tally(
            "challenge", "form", "form_hash", "state"
        )  # as indexed
        for (challenge, form, _, state), count in tally.items():
            counted[challenge, form, State(state)] += count
    return counted


def challenge_of(store: Store, ref: str) -> str | None:
    """The challenge of the entry, file or reply of this public name."""
    kinds: tuple[type[Entry] | type[File] | type[Reply], ...] = (*KINDS, File, Reply)
    for kind in kinds:
        found = store.table(PLACES[kind][0]).first(ref=ref)
        if found is not None:
            return str(found["challenge"])
    return None


def replies(store: Store, challenge: str, *, about: str | None = None) -> list[Reply]:
    """The replies in a challenge, or those to one entry."""
    keys = {"challenge": challenge} if about is None else {"about": about}
    return [each for each in everything(store, Reply, **keys) if each.challenge == challenge]


def standing(store: Store, idea: Idea) -> Idea:
    """The idea that this one stands at: itself, if it is not merged, or what it was merged into
    may not be seen any more. `moderation.standing` says the same of all at once.
    """
    stands, met = idea, {idea.ref}
    while stands.merged and stands.merged not in met:
        onward = single.find(store, Idea, ref=stands.merged)
        if onward is None or onward.state is not State.APPROVED:
            break
        met.add(onward.ref)
        stands = onward
    return stands


def votes_on(store: Store, idea: str) -> int:
    """How many votes were cast on just this idea, of all rounds."""
    return store.table("votes").number(idea=idea)


def comments_on(store: Store, idea: str) -> int:
    """How many comments were sent to just this idea, of any state."""
    return store.table("comments").number(about=idea)


def decisions(
    store: Store, *, about: str | None = None, challenge: str | None = None
) -> list[Decision]:
    """The log: all of it, of one challenge, or about one entry."""
    keys = {"about": about, "challenge": challenge}
    return list(everything(store, Decision, **{k: v for k, v in keys.items() if v is not None}))


def decision(store: Store, **keys: str) -> Decision | None:
    """The first decision of this `ref`, `challenge` or `about`, or that `undoes` this one."""
    return single.find(store, Decision, **keys)


def batch(store: Store, name: str) -> Iterator[Decision]:
    """The decisions that were taken together under this name."""
    return everything(store, Decision, batch=name) if name else iter(())


def size_of_batch(store: Store, name: str) -> int:
    """How many there are of them."""
    return store.table("decisions").number(batch=name) if name else 0


def challenges(store: Store, state: State) -> set[str]:
    """The challenges that have entries in this state."""
    found = (store.table(PLACES[kind][0]).tally("challenge", state=state) for kind in KINDS)
    return {challenge for tally in found for (challenge,) in tally}


def log(store: Store, challenge: Challenges = None) -> Iterator[Decision]:
    """The log of one challenge, of several or of all, the newest first."""
    found = list(everything(store, Decision, **named_keys((), challenge=challenge)))
    return reversed(found)


def kinds(store: Store, challenge: str) -> dict[str, type[Entry]]:
    """What kind each entry of a challenge is of, by ref."""
    return {
        str(each["ref"]): kind
        for kind in KINDS
        for each in store.table(PLACES[kind][0]).find(challenge=challenge)
    }


def receipt(store: Store, code_hash: str) -> Receipt | None:
    """The receipt of this code."""
    return single.find(store, Receipt, code_hash=code_hash)


def uncleared(
    store: Store, challenge: str, form_hashes: Collection[str], until: datetime
) -> Iterator[Entry]:
    """Entries that came up to then, by these definitions, and still hold their personal answers."""
    for kind in KINDS:
        rows = store.table(PLACES[kind][0])
        found = rows.find(challenge=challenge, form_hash=form_hashes, cleared=None)
        early = (each for each in found if datetime.fromisoformat(each["received"]) <= until)
        yield from (from_document(kind, each) for each in early)


def file(store: Store, ref: str) -> File | None:
    """The file of this name, staged or kept."""
    return single.find(store, File, ref=ref)


def files(store: Store, *, about: str) -> list[File]:
    """The files that came with an entry; those that are staged, if `about` is empty."""
    return list(everything(store, File, about=about))


def reply(store: Store, ref: str) -> Reply | None:
    """The reply of this name."""
    return single.find(store, Reply, ref=ref)


def receipts(store: Store, about: Collection[str]) -> dict[str, list[str]]:
    """The hashes of the codes that open these entries, by ref. Looks through all receipts."""
    asked, found = frozenset(about), dict[str, list[str]]()
    keys = {"about": asked} if len(asked) < FEW else {}
    for each in everything(store, Receipt, **keys) if asked else ():
        if each.about in asked:
            found.setdefault(each.about, []).append(each.code_hash)
    return found


def promises(store: Store) -> dict[str, Promise]:
    """What each challenge promised about personal answers, by its slug."""
    return {each.challenge: each for each in everything(store, Promise)}


def revisions(store: Store, about: str) -> list[Revision]:
    """What an entry said before its author changed it, the oldest first."""
    return list(everything(store, Revision, about=about))


def quota(store: Store, challenge: str) -> Quota | None:
    """The challenge's quota once it was filled."""
    return single.find(store, Quota, challenge=challenge)


def definition(store: Store, form_hash: str) -> Document | None:
    """A form's definition by its hash."""
    found = store.table("forms").first(hash=form_hash)
    return None if found is None else dict(found["document"])


def definitions(store: Store, challenge: str) -> dict[str, Document]:
    """Every definition that the challenge's forms have had, by hash, the oldest first."""
    found = store.table("forms").find(challenge=challenge)
    return {each["hash"]: each["document"] for each in found}


def definitions_answered(store: Store) -> dict[str, dict[str, list[Document]]]:
    """Every definition that an entry was sent with, by challenge and form, the oldest first."""
    answered: dict[str, dict[str, list[Document]]] = {}
    for kept in store.table("forms"):
        challenge, form = kept["challenge"], kept["form"]
        keys = {"challenge": challenge, "form": form, "form_hash": kept["hash"]}
        if any(store.table(PLACES[each][0]).has(**keys) for each in KINDS):
            answered.setdefault(challenge, {}).setdefault(form, []).append(kept["document"])
    return answered


def labels(store: Store, challenge: str, language: str = "en") -> dict[str, Document]:
    """The words of those definitions by the definition's hash: in this language where they were
    kept in it, else in the one they were asked in.
    """
    kept = store.table("labels").find(challenge=challenge)
    found = sorted(kept, key=lambda each: each["language"] == language)
    return {each["hash"]: each["document"] for each in found}


def text(store: Store, text_hash: str) -> str | None:
    """A text that was accepted, by its hash."""
    found = store.table("texts").first(hash=text_hash)
    return None if found is None else str(found["text"])


def account(store: Store, name: str) -> Account | None:
    """The account of this name."""
    return single.find(store, Account, name=name)


def accounts(store: Store) -> list[Account]:
    """Everybody who may log in."""
    return list(everything(store, Account))


def session(store: Store, token_hash: str) -> Session | None:
    """The log-in of this token, ended or not."""
    return single.find(store, Session, token_hash=token_hash)


def sessions(store: Store, account: str) -> list[Session]:
    """Every log-in of an account, ended or not."""
    return list(everything(store, Session, account=account))


def links(store: Store) -> list[Link]:
    """Every one-time link, ended or not."""
    return list(everything(store, Link))


def link(store: Store, code_hash: str) -> Link | None:
    """The one-time link of this code, ended or not."""
    return single.find(store, Link, code_hash=code_hash)


def jobs(store: Store) -> list[Job]:
    """What is to be done, and the last that was done of each kind and subject."""
    return list(everything(store, Job))


def jobs_due(store: Store, now: datetime, kinds: Collection[JobKind] = tuple(JobKind)) -> list[Job]:
    """What nobody is at and should be begun, the longest due first."""
    undone = (job for job in everything(store, Job, done=None) if job.kind in kinds)
    due = [job for job in undone if job.due <= now and (job.leased is None or job.leased <= now)]
    return sorted(due, key=lambda job: job.due)


def last_done(store: Store, kind: JobKind, subject: str = "") -> datetime | None:
    """When such a job was last done."""
    times = [job.done for job in everything(store, Job, kind=kind, subject=subject) if job.done]
    return max(times, default=None)
