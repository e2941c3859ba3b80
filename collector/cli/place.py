"""What commands share: the garden they work in, its store, and the time it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from collector.errors import BriefError, Finding, GardenError, Invalid
from collector.garden import Garden
from collector.store import Store
from collector.words import say, speak

P = ParamSpec("P")
R = TypeVar("R")


def in_garden(command: Callable[Concatenate[Garden, P], R]) -> Callable[P, R]:
    """Give the command the garden that `--garden` names, as its first argument."""

    @wraps(command)
    def found(*args: Any, **kwargs: Any) -> R:
        folder = click.get_current_context().find_root().obj
        garden = Garden.find(folder)
        speak(garden.settings.language)
        return command(garden, *args, **kwargs)

    return found


@contextmanager
def opened(garden: Garden) -> Iterator[Store]:
    """The garden's store, closed afterwards."""
    store = Store.open(garden)
    try:
        yield store
    finally:
        store.close()


def tell(error: GardenError) -> None:
    """Say what is wrong, with every finding and problem, where errors are told."""
    for finding in error.findings if isinstance(error, BriefError) else ():
        show(finding, err=True)
    click.echo(say(error.reason, error.facts), err=True)
    for column, problem in error.problems.items() if isinstance(error, Invalid) else ():
        click.echo(f"  {column}: {say(problem.reason, problem.facts)}", err=True)


def show(finding: Finding, *, err: bool = False) -> None:
    """One finding: place, what is wrong, and the line to write instead."""
    click.echo(str(finding), err=err)
    if finding.fix:
        click.echo(say("told-write", {"fix": finding.fix}), err=err)


def now() -> datetime:
    """The time it is."""
    return datetime.now(UTC)
