"""Entries as a spreadsheet: csv, xlsx and json with codebook and summary."""

from collector.export.export import FORMATS, Format, export, spool
from collector.export.gather import gather
from collector.export.material import Choices, Material
from collector.export.selection import STATES, Selection
from collector.export.walk import Walk, walk

__all__ = [
    "FORMATS",
    "STATES",
    "Choices",
    "Format",
    "Material",
    "Selection",
    "Walk",
    "export",
    "gather",
    "spool",
    "walk",
]
