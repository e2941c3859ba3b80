"""Following the settings: what was changed in their file is taken up while serving goes on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from collector.cli.place import tell
from collector.errors import SettingsError
from collector.garden import Garden, Settings
from collector.words import say

LOOK = 1.0
"""Seconds between two looks at the file."""


@contextmanager
def following(garden: Garden, take_up: Callable[[], object]) -> Iterator[None]:
    """Ask to `take_up` the settings whenever their file says something else, until the block ends.

    One with a fault is told, and those from before go on.
    """
    ended = threading.Event()
    follower = threading.Thread(target=_follow, args=(garden, take_up, ended), name="follower")
    follower.start()
    try:
        yield
    finally:
        ended.set()
        follower.join()


def _follow(garden: Garden, take_up: Callable[[], object], ended: threading.Event) -> None:
    known = _content(garden)
    while not ended.wait(LOOK):
        found = _content(garden)
        if found in (known, None):
            continue
        known = found
        try:
            Settings.read(garden.file)
        except SettingsError as error:
            tell(error)
            continue
        click.echo(say("settings-taken-up"))
        take_up()


def _content(garden: Garden) -> bytes | None:
    try:
        return garden.file.read_bytes()
    except OSError:
        return None
