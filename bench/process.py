"""Of another process: its workers, and how much memory it holds in MB. Linux only."""

from pathlib import Path

PROCESSES = Path("/proc")


def worker(server: int) -> int:
    """The first web worker of `serve`; the runner of jobs is a child of it too."""
    children = (PROCESSES / f"{server}/task/{server}/children").read_text("utf-8").split()
    for child in children:
        if "jobs" not in (PROCESSES / child / "cmdline").read_text("utf-8").split("\0"):
            return int(child)
    raise RuntimeError("the server has no worker")


def memory(process: int) -> float:
    """What it holds now."""
    return _status(process, "VmRSS")


def most_memory(process: int | str = "self") -> float:
    """The most that it has held since it began, or since `forget_most_memory`.

    `ru_maxrss` would tell the most of the process that began it.
    """
    return _status(process, "VmHWM")


def forget_most_memory(process: int) -> None:
    (PROCESSES / f"{process}/clear_refs").write_text("5", encoding="utf-8")


def _status(process: int | str, field: str) -> float:
    lines = (PROCESSES / f"{process}/status").read_text("utf-8").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith(field))
    return round(int(kilobytes) / 1000, 1)
