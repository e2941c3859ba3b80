"""Votes sent at a steady rate, whether or not the collector keeps up: an open load.

A vote is late from the moment at which it was to be sent, so that a collector that stalls is not
spared what would have come meanwhile (no coordinated omission).
"""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

PROBE = 10
"""Every tenth vote is for the first idea, whose page is watched."""


@dataclass(frozen=True)
class Click:
    """One voter's vote on one idea, from a network of their own."""

    voter: str
    network: str
    idea: str

    def request(self, host: str) -> bytes:
        """What a browser's script sends."""
        body = json.dumps({"value": "yes", "_voter": self.voter})
        head = (
            f"POST /collect/-/ideas/{self.idea}/vote HTTP/1.1",
            f"Host: {host}",
            f"Origin: http://{host}",
            f"X-Forwarded-For: {self.network}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        )
        return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


@dataclass
class Told:
    """What came of it: milliseconds each, and when each vote on the watched idea was answered."""

    milliseconds: list[float] = field(default_factory=list)
    kept: int = 0
    refused: list[bytes] = field(default_factory=list)
    watched: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        return sorted(self.milliseconds)[int(share * (len(self.milliseconds) - 1))]


async def press(
    port: int, clicks: Sequence[Click], rate: float, watched: str, connections: int = 64
) -> Told:
    """Send all of them, so many a second; each waits for a free connection if it has to."""
    told, free = Told(), asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]]()
    for _ in range(connections):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    began, sent = time.perf_counter(), set[asyncio.Task[None]]()

    async def one(click: Click, due: float) -> None:
        reader, writer = await free.get()
        writer.write(click.request(f"127.0.0.1:{port}"))
        status, head = await _answer(reader)
        free.put_nowait((reader, writer))
        told.milliseconds.append(1000 * (time.perf_counter() - due))
        if status == 200:
            told.kept += 1
            if click.idea == watched:
                told.watched.append(time.perf_counter())
        else:
            told.refused.append(head)

    for number, click in enumerate(clicks):
        due = began + number / rate
        if (pause := due - time.perf_counter()) > 0:
            await asyncio.sleep(pause)
        task = asyncio.create_task(one(click, due))
        sent.add(task)
        task.add_done_callback(sent.discard)
    await asyncio.gather(*sent)
    return told


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Its status and its first lines; the body is read and let go."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length")
    )
    body = await reader.readexactly(length)
    return int(head.split(b" ", 2)[1]), head + body
