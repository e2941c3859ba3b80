"""Entries as a spreadsheet: csv, xlsx and json with codebook and summary."""

from collector.export.export import FORMATS, Format, export, spool
from collector.export.gather import gather
from collector.export.material import Choices, Material

__all__ = ["FORMATS", "Choices", "Format", "Material", "export", "gather", "spool"]
