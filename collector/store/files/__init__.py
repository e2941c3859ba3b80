"""What visitors hand in: what it is, what it may be called, made anew, and where it lies."""

from collector.store.files.folder import (
    Drafts,
    path_of,
    remove,
    remove_drafts,
    stored,
    take_place,
    unwritten,
)
from collector.store.files.kind import kind_of
from collector.store.files.name import claimed_kind, clean_name
from collector.store.files.picture import (
    FORMATS,
    MOST_PIXELS,
    Busy,
    Damaged,
    TooManyPixels,
    make_anew,
)

__all__ = [
    "FORMATS",
    "MOST_PIXELS",
    "Busy",
    "Damaged",
    "Drafts",
    "TooManyPixels",
    "claimed_kind",
    "clean_name",
    "kind_of",
    "make_anew",
    "path_of",
    "remove",
    "remove_drafts",
    "stored",
    "take_place",
    "unwritten",
]
