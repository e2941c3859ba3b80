"""`jobs`: the runners on their own; `serve` starts them beside its workers."""

import logging
import os
import signal
import threading

import click

from collector.cli.kin import end_with
from collector.cli.place import in_garden, now, opened
from collector.entries import JobKind
from collector.garden import Garden
from collector.jobs import Runner

STEP = 10
"""Of twenty, by which the runners are nicer than the workers."""


@click.command(hidden=True)
@click.option("--beside", type=int, default=0, help="End when this process, the parent, ends.")
@in_garden
def jobs(garden: Garden, beside: int) -> None:
    """Do what acts left to do, until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    stopped = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopped.set())
    if beside:
        end_with(beside)
        _step_back()
    with opened(garden) as store:
        filler = Runner(garden, store, now, {JobKind.FILL})
        others = Runner(garden, store, now, set(JobKind) - {JobKind.FILL})
        working = threading.Thread(target=others.run, args=(stopped.is_set,))
        working.start()
        try:
            filler.run(stopped.is_set)
        finally:
            stopped.set()
            working.join()


def _step_back() -> None:
    """Visitors come first: beside them the runners take what their workers leave."""
    if hasattr(os, "nice"):
        os.nice(STEP)
