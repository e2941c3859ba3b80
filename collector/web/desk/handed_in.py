"""A file that a form of the desk brings."""

from flask import request


def handed_in(name: str, largest: int) -> bytes:
    """Its content, one byte more than the `largest` at most; empty where none was chosen."""
    file = request.files.get(name)
    content = file.stream.read(largest + 1) if file else b""
    for each in request.files.values():
        each.close()
    return content
