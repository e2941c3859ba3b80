"""A claim says that somebody has answered a form, and neither who nor what nor when."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Claim:
    """`hash` is a keyed hash of challenge, form, round and voter. No entry names its claim."""

    hash: str
