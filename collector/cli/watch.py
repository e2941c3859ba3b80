"""Watching the garden's files while somebody writes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from collector.cli.place import now, opened, tell
from collector.entries import JobKind
from collector.errors import GardenError
from collector.garden import Garden
from collector.store import Store, writes

CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class _Changed(FileSystemEventHandler):
    """Asks for a build when a source changes; jobs that wait already are one job."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGES and not event.is_directory:
            try:
                writes.enqueue(self.store, JobKind.BUILD, "", now())
            except GardenError as error:
                tell(error)


@contextmanager
def watching(garden: Garden) -> Iterator[None]:
    """Rebuild on each change of a brief, a page or the theme, as long as this lasts."""
    observer = Observer()
    garden.challenges.mkdir(exist_ok=True)
    with opened(garden) as store:
        for folder in _sources(garden):
            observer.schedule(_Changed(store), str(folder), recursive=True)
        observer.start()
        try:
            yield
        finally:
            observer.stop()
            observer.join()


def _sources(garden: Garden) -> set[Path]:
    own = garden.own_pages, garden.own_theme
    folders = (garden.challenges, *own, *(each.parent for each in own))
    return {each.resolve() for each in folders if each.is_dir()}
