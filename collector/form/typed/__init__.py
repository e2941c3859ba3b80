"""Typed slips: rows of a spreadsheet become answers, by the same check as any other form."""

from collector.form.typed.fault import Fault
from collector.form.typed.headings import headings, meant, wanted
from collector.form.typed.slips import Slip, Slips, on_slip, read_slips, without_files
from collector.form.typed.template import template

__all__ = [
    "Fault",
    "Slip",
    "Slips",
    "headings",
    "meant",
    "on_slip",
    "read_slips",
    "template",
    "wanted",
    "without_files",
]
