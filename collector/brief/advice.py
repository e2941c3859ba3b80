"""Warnings: what reads well but asks badly, each with its reason."""

from collections.abc import Collection

from collector.brief.model import Brief
from collector.brief.report import Report


def advise(brief: Brief, written: Collection[str], report: Report) -> None:
    """Warn of what the brief could do better; `written` are the keys of its settings."""
    if "closes" not in written:
        report.warn(1, "brief-no-closes", fix="closes: never")
