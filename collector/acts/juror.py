"""A juror by a personal link, which lets them in without a password, once, in one browser.

Whoever opens it first is in. Passed on later it opens nothing; passed on before, its holder
says so and gets another one, which ends what the first one began.
"""

from datetime import datetime, timedelta

from collector.acts import people
from collector.acts.passwords import NOBODY
from collector.entries import Account, Link, Role
from collector.errors import Conflict, Forbidden, Invalid, Problem, Unknown
from collector.store import Store, reads, writes

LINK_LASTS = timedelta(days=14)
STAY_LASTS = timedelta(days=90)


def offer(store: Store, name: str, challenge: str, now: datetime) -> str:
    """The code of a juror's personal link; an earlier one, and what it began, ends.

    Raises Invalid at `name` for one that can't be, or that somebody else of the desk has.
    """
    key = people.checked_name(name)

    def act(store: Store) -> str:
        if not _is_free(store, key, challenge):
            raise Invalid({"name": Problem("name-taken", {"name": key})})
        writes.end_sessions(store, key)
        link = Link(
            code_hash="",
            account=key,
            challenges={challenge: Role.JUROR},
            ends=now + LINK_LASTS,
            juror=True,
        )
        return people.keep_link(store, link)

    return store.transact(act)


def take(store: Store, code: str, now: datetime) -> str:
    """Spend the code; a session's token. Raises Forbidden if it is unknown, used or ended."""

    def act(store: Store) -> str:
        link = people.link_of(store, code, now)
        if not link.juror:
            raise Forbidden("link-wrong")
        writes.remove_links(store, link.account)
        return people.new_session(store, _let_in(store, link, now), now, STAY_LASTS)

    return store.transact(act)


def dismiss(store: Store, name: str, challenge: str) -> None:
    """The juror of this challenge is none any more: log-ins and links end, an account without any
    other right goes.

    Raises Unknown, or Conflict for somebody who is more than a juror of just this challenge.
    """

    def act(store: Store) -> None:
        account = reads.account(store, name)
        if account is None:
            _withdraw(store, name, challenge)
        elif not is_only_juror(account, challenge):
            raise Conflict("juror-more", name=name)
        elif len(account.challenges) > 1:
            left = {slug: role for slug, role in account.challenges.items() if slug != challenge}
            writes.remove(store, Account, name)
            writes.add(
                store,
                Account(name=name, password=account.password, challenges=left, made=account.made),
            )
        else:
            people.remove(store, name)

    store.transact(act)


def is_only_juror(account: Account, challenge: str) -> bool:
    """Whether that is all that the account is in this challenge, and by it alone."""
    return account.role is None and account.challenges.get(challenge) is Role.JUROR


def is_by_link(account: Account) -> bool:
    """Whether nobody can log in to it by a password."""
    return account.password == NOBODY


def _is_free(store: Store, key: str, challenge: str) -> bool:
    """Whether the name is nobody's, or a juror’s by link, here and nowhere else."""
    account, invited = reads.account(store, key), people.invited(store).get(key)
    only = {challenge: Role.JUROR}
    if account:
        return is_by_link(account) and account.role is None and account.challenges == only
    return invited is None or (invited.juror and invited.challenges == only)


def _let_in(store: Store, link: Link, now: datetime) -> Account:
    """The account of the link, made if it is new."""
    before = reads.account(store, link.account)
    if before:
        return before
    account = Account(
        name=link.account, password=NOBODY, challenges=dict(link.challenges), made=now
    )
    writes.add(store, account)
    return account


def _withdraw(store: Store, name: str, challenge: str) -> None:
    link = people.invited(store).get(name)
    if link is None or not link.juror or challenge not in link.challenges:
        raise Unknown("no-account", name=name)
    writes.remove_links(store, name)
