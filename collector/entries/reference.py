"""Public names that can't be guessed and tell nothing about order."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without letters and digits that look alike."""

LENGTH = 16
"""Signs of a name: 77 bits."""


SIGNS = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))
"""The sign for each byte; some signs come a little oftener: a sign is 4.8 bits."""


def is_reference(text: str) -> bool:
    """Whether a text is written as such a name is."""
    return len(text) == LENGTH and not set(text) - set(ALPHABET)


def spelled(random: bytes) -> str:
    """Random bytes as signs, one for each."""
    return random.translate(SIGNS).decode()


def new_reference(length: int = LENGTH) -> str:
    """A random name, hard to guess."""
    return spelled(secrets.token_bytes(length))
