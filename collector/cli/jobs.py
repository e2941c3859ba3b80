"""`jobs`: the runners on their own; `serve` starts them beside its workers."""

import logging
import signal
import threading

import click

from collector.cli.place import in_garden, now, opened
from collector.entries import JobKind
from collector.garden import Garden
from collector.jobs import Runner


@click.command(hidden=True)
@in_garden
def jobs(garden: Garden) -> None:
    """Do what acts left to do, until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    stopped = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopped.set())
    with opened(garden) as store:
        builder = Runner(garden, store, now, {JobKind.BUILD})
        others = Runner(garden, store, now, set(JobKind) - {JobKind.BUILD})
        building = threading.Thread(target=builder.run, args=(stopped.is_set,))
        building.start()
        try:
            others.run(stopped.is_set)
        finally:
            stopped.set()
            building.join()
