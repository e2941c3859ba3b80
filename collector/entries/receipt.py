"""A receipt opens one entry to whoever holds its code. Only the code's hash is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Ties the hash of a code to an entry.

    The code is made of the submission's id, so that a repeated post is known again by it; `digest`
    is the hash of what was sent and of that id: with the id it tells content apart, without it
    tells nothing.
    """

    code_hash: str
    digest: str
    about: str
    """The entry's ref."""
    table: str
    """`ideas`, `responses`, `comments` or `reports`."""
