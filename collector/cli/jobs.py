"""`jobs`: the runner on its own; `serve` starts one beside its workers."""

import logging
import signal
import threading

import click

from collector import jobs as running
from collector.cli.place import in_garden, now, opened
from collector.garden import Garden


@click.command(hidden=True)
@in_garden
def jobs(garden: Garden) -> None:
    """Do what acts left to do, until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    stopped = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopped.set())
    with opened(garden) as store:
        running.Runner(garden, store, now).run(stopped.is_set)
