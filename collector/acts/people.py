"""The people of the desk: their accounts, their log-ins, and the links that set a password.

A link's code and a session's token are told once; only their hashes are kept.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from collector.acts.passwords import NOBODY, hash_password, password_fits
from collector.entries import RANKS, Account, Link, Rights, Role, Session, new_reference
from collector.errors import Conflict, Forbidden, Invalid, Problem, Unknown
from collector.store import Store, reads, writes

SESSION_LASTS = timedelta(days=7)
LINK_LASTS = timedelta(days=3)
LONGEST_NAME = 40

RESERVED = frozenset({"author", "command line", "rule"})
"""Who decides where no account does; see `Decision.by`."""


@dataclass(frozen=True)
class LogIn:
    """Somebody at the desk: the account, and the session that proves it."""

    account: Account
    session: Session


def log_in(store: Store, name: str, password: str, now: datetime) -> str:
    """The token of a new session. Raises Forbidden, the same whatever was wrong."""
    account = reads.account(store, _key(name))
    fits = password_fits(password, account.password if account else NOBODY)
    if account is None or not fits:
        raise Forbidden("log-in-wrong")

    def act(store: Store) -> str:
        if reads.account(store, account.name) != account:
            raise Forbidden("log-in-wrong")
        return new_session(store, account, now)

    return store.transact(act)


def whoever(store: Store, token: str, now: datetime) -> LogIn | None:
    """Who holds the token; None once the session has ended or the account is gone."""
    session = reads.session(store, _hash(token))
    if session is None or now >= session.ends:
        return None
    account = reads.account(store, session.account)
    return LogIn(account, session) if account else None


def log_out(store: Store, token: str) -> None:
    """End the session; nothing happens if there is none."""
    store.transact(lambda store: writes.remove(store, Session, _hash(token)))


def has_owner(store: Store) -> bool:
    """Whether somebody can log in who may do everything."""
    return any(each.role is Role.OWNER for each in reads.accounts(store))


def welcome(store: Store, now: datetime) -> str:
    """A code that makes the garden's first account, an owner; one told before is void from now on.

    Raises Conflict where there is an owner.
    """

    def act(store: Store) -> str:
        if has_owner(store):
            raise Conflict("owner-exists")
        return new_link(store, "", Rights(role=Role.OWNER), now)

    return store.transact(act)


def add(
    store: Store, name: str, role: Role, now: datetime, *, challenges: Sequence[str] = ()
) -> str:
    """A code with which a new person sets a password. Raises Invalid at `name`.

    The role is for the challenges, if there are any, else for the whole garden.
    """
    return invite(store, name, rights_of(role, challenges), now)


def invite(store: Store, name: str, rights: Rights, now: datetime) -> str:
    """A code with which a new person of these rights sets a password.

    Raises Invalid at `name`, or at `role` where the rights are none.
    """
    key = checked_name(name)
    _check_rights(rights)

    def act(store: Store) -> str:
        if reads.account(store, key):
            raise Invalid({"name": Problem("name-taken", {"name": key})})
        return new_link(store, key, rights, now)

    return store.transact(act)


def rights_of(role: Role, challenges: Sequence[str] = ()) -> Rights:
    """The role in these challenges, or in the whole garden where there are none."""
    return Rights(challenges=dict.fromkeys(challenges, role)) if challenges else Rights(role=role)


def _check_rights(rights: Rights) -> None:
    if not rights.may_somewhere(RANKS[0]):
        raise Invalid({"role": Problem("role-none")})


def grant(store: Store, name: str, rights: Rights) -> None:
    """Give an account these rights instead of its own; they hold from its next step on.

    Raises Unknown, Invalid at `role` for none, and Conflict for the last owner of the garden.
    """
    _check_rights(rights)

    def act(store: Store) -> None:
        account = _account(store, name)
        if rights.role is not Role.OWNER:
            _keep_an_owner(store, account)
        writes.remove(store, Account, account.name)
        changed = replace(account, role=rights.role, challenges=dict(rights.challenges))
        writes.add(store, changed)

    store.transact(act)


def end_sessions(store: Store, name: str) -> None:
    """Log somebody out everywhere. Raises Unknown."""
    store.transact(lambda store: writes.end_sessions(store, _account(store, name).name))


def invited(store: Store) -> dict[str, Link]:
    """Who was let in and has not set a password yet, by name."""
    there = {"", *(each.name for each in reads.accounts(store))}
    return {each.account: each for each in reads.links(store) if each.account not in there}


def reset(store: Store, name: str, now: datetime) -> str:
    """A code with which the account's holder sets a new password. Raises Unknown."""

    def act(store: Store) -> str:
        account = _account(store, name)
        return new_link(store, account.name, account, now)

    return store.transact(act)


def link_of(store: Store, code: str, now: datetime) -> Link:
    """The link of the code, which stays unspent. Raises Forbidden if unknown, used or ended."""
    link = reads.link(store, _hash(_plain(code)))
    if link is None or now >= link.ends or (not link.account and has_owner(store)):
        raise Forbidden("link-wrong")
    return link


def redeem(store: Store, code: str, password: str, now: datetime, *, name: str = "") -> str:
    """Spend the code: the password is set, the account made if need be; a session's token.

    `name` counts only where the link leaves it open. Raises Forbidden for a code that is unknown,
    used or ended, and Invalid at `name` or `password`; the code is then unspent.
    """
    link = link_of(store, code, now)
    key = link.account or checked_name(name)
    hashed = hash_password(password)

    def act(store: Store) -> str:
        link_of(store, code, now)
        writes.remove(store, Link, link.code_hash)
        return _set_password(store, key, link, hashed, now)

    return store.transact(act)


def change_password(store: Store, name: str, old: str, new: str, now: datetime) -> str:
    """Set a new password; every session ends, the token is a new one's.

    Raises Invalid at `old` or `password`.
    """
    account = _account(store, name)
    if not password_fits(old, account.password):
        raise Invalid({"old": Problem("password-wrong")})
    hashed = hash_password(new)

    def act(store: Store) -> str:
        if reads.account(store, account.name) != account:
            raise Conflict("account-changed")
        return _set_password(store, account.name, account, hashed, now)

    return store.transact(act)


def prove(store: Store, name: str, password: str) -> None:
    """Raises Invalid at `password` unless it is this person's."""
    if not password_fits(password, _account(store, name).password):
        raise Invalid({"password": Problem("password-wrong")})


def remove(store: Store, name: str) -> None:
    """Take the account away with its sessions and links, or the invitation where there is none.

    Raises Unknown, or Conflict for the last owner.
    """

    def act(store: Store) -> None:
        if _key(name) in invited(store):
            writes.remove_links(store, _key(name))
            return
        account = _account(store, name)
        _keep_an_owner(store, account)
        writes.remove(store, Account, account.name)
        writes.end_sessions(store, account.name)
        writes.remove_links(store, account.name)

    store.transact(act)


def _keep_an_owner(store: Store, account: Account) -> None:
    """Raises Conflict where this is the only one who may do everything."""
    if [each for each in reads.accounts(store) if each.role is Role.OWNER] == [account]:
        raise Conflict("last-owner", name=account.name)


def _set_password(store: Store, name: str, rights: Rights, hashed: str, now: datetime) -> str:
    """An account that is there keeps its own rights: they may have changed since the link."""
    before = reads.account(store, name)
    held = before or rights
    account = Account(
        name=name,
        password=hashed,
        role=held.role,
        challenges=dict(held.challenges),
        made=before.made if before else now,
    )
    if before:
        writes.remove(store, Account, name)
    writes.add(store, account)
    writes.end_sessions(store, name)
    writes.remove_links(store, name)
    return new_session(store, account, now)


def new_session(
    store: Store, account: Account, now: datetime, lasts: timedelta = SESSION_LASTS
) -> str:
    """Within an act: the token of a new session."""
    for each in reads.sessions(store, account.name):
        if now >= each.ends:
            writes.remove(store, Session, each.token_hash)
    token = secrets.token_urlsafe(32)
    session = Session(
        token_hash=_hash(token),
        account=account.name,
        csrf=secrets.token_urlsafe(24),
        ends=now + lasts,
    )
    writes.add(store, session)
    return token


def new_link(store: Store, name: str, rights: Rights, now: datetime) -> str:
    """Within an act: the code of the one link that this account, or the first, has from now on."""
    link = Link(
        code_hash="",
        account=name,
        role=rights.role,
        challenges=dict(rights.challenges),
        ends=now + LINK_LASTS,
    )
    return keep_link(store, link)


def keep_link(store: Store, link: Link) -> str:
    """Within an act: keep it as the only one of its account; its code, which is told once."""
    code = new_reference(20)
    writes.remove_links(store, link.account)
    writes.add(store, replace(link, code_hash=_hash(code)))
    return code


def _account(store: Store, name: str) -> Account:
    account = reads.account(store, _key(name))
    if account is None:
        raise Unknown("no-account", name=name)
    return account


def checked_name(name: str) -> str:
    """The name as accounts have it. Raises Invalid at `name`."""
    key = _key(name)
    if not key or len(key) > LONGEST_NAME or not key.isprintable():
        raise Invalid({"name": Problem("name-length", {"most": LONGEST_NAME})})
    if key in RESERVED:
        raise Invalid({"name": Problem("name-reserved", {"name": key})})
    return key


def _key(name: str) -> str:
    """Names are the same in capitals and small letters, however they were typed."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _plain(code: str) -> str:
    return "".join(sign for sign in code.casefold() if sign.isalnum())


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
