"""Themes as they are kept, a few of each challenge."""

from collections.abc import Iterable

from collector.entries import Theme
from collector.store import single, writes
from collector.store.store import Store
from collector.store.stream import everything
from collector.store.tables import PLACES

TABLE = PLACES[Theme][0]


def of(store: Store, challenge: str) -> list[Theme]:
    """A challenge's themes: those of most ideas first, as they were found."""
    return sorted(everything(store, Theme, challenge=challenge), key=lambda each: -len(each.found))


def one(store: Store, ref: str) -> Theme | None:
    """The theme of this name."""
    return single.find(store, Theme, ref=ref)


def challenges(store: Store) -> list[str]:
    """Those that have themes, by the alphabet."""
    return sorted(challenge for (challenge,) in store.table(TABLE).tally("challenge"))


def keep(store: Store, theme: Theme) -> None:
    """Within an act: what is now known of a theme."""
    single.put(store, theme, ref=theme.ref)


def remove(store: Store, themes: Iterable[Theme]) -> None:
    """Within an act: these are no themes any more."""
    for each in themes:
        writes.remove(store, Theme, each.ref)
