"""A receipt opens one entry to whoever holds its code. Only the code's hash is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Ties the hash of a code, and the submission it came from, to an entry.

    `submission` is the hash of the submission id: unique, so that a repeated post is known again;
    `digest` is the hash of what was sent with it and of its id: with the id it tells content apart,
    without it tells nothing.
    """

    code_hash: str
    submission: str
    digest: str
    about: str
    """The entry's ref."""
    table: str
    """`ideas` or `responses`."""
