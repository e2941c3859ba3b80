"""Public names that can't be guessed and tell nothing about order."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without letters and digits that look alike."""


SIGNS = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))
"""The sign for each byte; some signs come a little oftener: a sign is 4.8 bits."""


def spelled(random: bytes) -> str:
    """Random bytes as signs, one for each."""
    return random.translate(SIGNS).decode()


def new_reference(length: int = 16) -> str:
    """A random name; 16 signs are 77 bits."""
    return spelled(secrets.token_bytes(length))
