"""A form, drawn and checked from one definition: the hinge between a brief and its entries."""

from collector.form.agreed import agreed, hash_of_words
from collector.form.check import Checked, check, check_softly
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
from collector.form.made import made
from collector.form.minutes import minutes
from collector.form.order import read_order
from collector.form.outline import outline
from collector.form.paths import Map, Path, most_paths, unreachable
from collector.form.prefill import prefill
from collector.form.prose import block
from collector.form.read_back import read_back
from collector.form.saving import saves
from collector.form.summarise import Told, summarise, tell

__all__ = [
    "Checked",
    "Context",
    "Definition",
    "Map",
    "Path",
    "Terms",
    "Told",
    "agreed",
    "block",
    "cell_column",
    "check",
    "check_softly",
    "columns",
    "define",
    "draw",
    "due",
    "hash_of_words",
    "labels",
    "line_column",
    "made",
    "minutes",
    "most_paths",
    "option_column",
    "outline",
    "own_column",
    "prefill",
    "read_back",
    "read_order",
    "saves",
    "summarise",
    "tell",
    "unreachable",
]
