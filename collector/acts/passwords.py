"""A password is kept as an argon2id hash at OWASP's least cost: 19 MiB, two passes, one lane.

One check takes some 23 ms of a core, so only two run at once in a process.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from collector.errors import Invalid, Problem, TooMany

SHORTEST = 12
LONGEST = 256

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$NSyc7u4LdKdzh7JUXfL0tw"
    "$Tx5slGsil9AYazIQNRqDkBxdueuPZuionmesfu51WNc"
)
"""The hash of no password: unknown names are checked against it, to take as long as known ones."""

_turns = BoundedSemaphore(2)


def hash_password(password: str) -> str:
    """The hash to keep. Raises Invalid at `password` for one that is too short or too long."""
    if len(password) < SHORTEST:
        raise Invalid({"password": Problem("password-short", {"least": SHORTEST})})
    if len(password) > LONGEST:
        raise Invalid({"password": Problem("password-long", {"most": LONGEST})})
    with _turn():
        return HASHER.hash(_bytes(password))


def password_fits(password: str, kept: str) -> bool:
    """Whether the hash `kept` is of this password; as slow for a wrong one as for the right one."""
    with _turn():
        try:
            return HASHER.verify(kept, _bytes(password[:LONGEST])) and len(password) <= LONGEST
        except VerificationError:
            return False


def _bytes(password: str) -> bytes:
    """The same for the same signs, however a keyboard composes them."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(timeout=10):
        raise TooMany("log-in-busy", wait=10)
    try:
        yield
    finally:
        _turns.release()
