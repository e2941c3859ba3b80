"""What commands share: the garden they work in, its store, and the time it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from collector.garden import Garden
from collector.store import Store

P = ParamSpec("P")
R = TypeVar("R")


def in_garden(command: Callable[Concatenate[Garden, P], R]) -> Callable[P, R]:
    """Give the command the garden that `--garden` names, as its first argument."""

    @wraps(command)
    def found(*args: Any, **kwargs: Any) -> R:
        folder = click.get_current_context().find_root().obj
        return command(Garden.find(folder), *args, **kwargs)

    return found


@contextmanager
def opened(garden: Garden) -> Iterator[Store]:
    """The garden's store, closed afterwards."""
    store = Store.open(garden)
    try:
        yield store
    finally:
        store.close()


def now() -> datetime:
    """The time it is."""
    return datetime.now(UTC)
