"""Load from `wrk`: bounded in connections and time, only ever sent to this machine."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

SCRIPT = """
local bodies = {}
for line in io.lines(%(bodies)r) do bodies[#bodies + 1] = line end
local sent = 0
local headers = {["Content-Type"] = "application/json"}
request = function()
  sent = sent + 1
  if sent > #bodies then wrk.thread:stop() end
  return wrk.format("POST", nil, headers, bodies[sent] or "{}")
end
"""
SECONDS_IN = {"us": 1e-6, "ms": 1e-3, "s": 1.0}


@dataclass(frozen=True)
class Load:
    """Requests a second, the 99th percentile in milliseconds, and how many failed."""

    rate: float
    p99: float
    requests: int
    failed: int


def load(url: str, seconds: int, connections: int = 16, bodies: Path | None = None) -> Load:
    """Press on one address of this machine. With `bodies`, each line is posted once, as JSON."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", url]
    if bodies:
        script = bodies.with_suffix(".lua")
        script.write_text(SCRIPT % {"bodies": str(bodies)}, encoding="utf-8")
        command[1:1] = ["-s", str(script)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    failures = re.findall(r"(?:Non-2xx or 3xx responses|timeout):? +(\d+)", told)
    return Load(
        rate=float(_found(r"Requests/sec:\s+([\d.]+)", told)),
        p99=_milliseconds(_found(r"99%\s+(\S+)", told)),
        requests=int(_found(r"(\d+) requests in", told)),
        failed=sum(map(int, failures)),
    )


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError(f"wrk did not say {pattern!r}:\n{text}")
    return match[1]


def _milliseconds(text: str) -> float:
    value, unit = re.fullmatch(r"([\d.]+)(\w+)", text).groups()  # type: ignore[union-attr]
    return float(value) * SECONDS_IN[unit] * 1000
