"""A form, drawn and checked from one definition: the hinge between a brief and its entries."""

from collector.form.check import Checked, check
from collector.form.columns import (
    cell_column,
    columns,
    line_column,
    option_column,
    own_column,
)
from collector.form.context import Context, Terms
from collector.form.definition import Definition, define
from collector.form.draw import draw
from collector.form.due import due
from collector.form.labels import labels
from collector.form.read_back import read_back
from collector.form.summarise import Told, summarise, tell

__all__ = [
    "Checked",
    "Context",
    "Definition",
    "Terms",
    "Told",
    "cell_column",
    "check",
    "columns",
    "define",
    "draw",
    "due",
    "labels",
    "line_column",
    "option_column",
    "own_column",
    "read_back",
    "summarise",
    "tell",
]
