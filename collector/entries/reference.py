"""Public names that can't be guessed and tell nothing about order."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without letters and digits that look alike."""


def new_reference(length: int = 16) -> str:
    """A random name; 16 signs of 30 are 78 bits."""
    number = int.from_bytes(secrets.token_bytes(length))
    signs = []
    for _ in range(length):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)
