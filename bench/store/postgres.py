"""PostgreSQL, a server of its own for the while, beside its own pgbench."""

import json
import math
import os
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.store.ideas import document
from bench.store.press import Speed, speed
from collector.store import Store
from tests.postgres import Server

SCRIPT = """
INSERT INTO t_ideas (doc, ref, challenge, form, form_hash, state)
VALUES ('{doc}', left(md5(random()::text), 16), '{challenge}', '{form}', '{form_hash}', '{state}')
RETURNING id;
"""


@dataclass(frozen=True)
class PostgreSQL:
    """Schemas on one server, beside pgbench with as many clients as there are threads."""

    server: Server
    peer: str = "pgbench"

    def place(self, name: str) -> str:
        self.server.ask(f"DROP SCHEMA IF EXISTS {name} CASCADE")
        self.server.ask(f"CREATE SCHEMA {name}")
        return self.server.address(options=_within(name))

    def press_peer(self, threads: int, seconds: float) -> Speed:
        Store(self.place("bare")).close()
        with tempfile.TemporaryDirectory() as folder:
            script, log = Path(folder) / "insert.sql", Path(folder) / "log"
            idea = document()
            text = SCRIPT.format(**{**idea, "doc": json.dumps(idea)})
            script.write_text(text, encoding="utf-8")
            command = [
                *(str(self.server.programs / "pgbench"), "--no-vacuum", "--protocol=prepared"),
                *(f"--file={script}", f"--client={threads}", f"--time={math.ceil(seconds)}"),
                *("--log", f"--log-prefix={log}"),
                *("-h", str(self.server.folder), "-U", "postgres", "postgres"),
            ]
            environment = {**os.environ, "PGOPTIONS": _within("bare")}
            subprocess.run(command, env=environment, check=True, capture_output=True)
            lines = (line for each in log.parent.glob("log.*") for line in each.open())
            return speed_of(lines)


def _within(schema: str) -> str:
    return f"-csearch_path={schema}"


def speed_of(log: Iterable[str]) -> Speed:
    """From pgbench's log, a line for each transaction: `client number microseconds …`."""
    by_client: dict[str, list[float]] = {}
    for line in log:
        client, _, microseconds, *_ = line.split()
        by_client.setdefault(client, []).append(int(microseconds) / 1e6)
    took = list(by_client.values())
    return speed([each for mine in took for each in mine], max(map(sum, took)))
