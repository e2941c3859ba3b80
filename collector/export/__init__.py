"""Entries as a spreadsheet: csv, xlsx and json with codebook and summary."""

from collector.export.contacts import export_contacts, purposes, spool_contacts
from collector.export.contacts import lines as contacts
from collector.export.conversation import conversation
from collector.export.export import FORMATS, Format, export, size, spool
from collector.export.gather import gather, held
from collector.export.material import Choices, Material
from collector.export.polis_files import export_polis, spool_polis
from collector.export.selection import STATES, Selection
from collector.export.walk import Walk, walk
from collector.export.what import What

__all__ = [
    "FORMATS",
    "STATES",
    "Choices",
    "Format",
    "Material",
    "Selection",
    "Walk",
    "What",
    "contacts",
    "conversation",
    "export",
    "export_contacts",
    "export_polis",
    "gather",
    "held",
    "purposes",
    "size",
    "spool",
    "spool_contacts",
    "spool_polis",
    "walk",
]
