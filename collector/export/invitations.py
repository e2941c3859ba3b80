"""Codes for a mailing: number, group, code and link, as CSV that mail merges read."""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO

from collector.entries import Card
from collector.export.cell import for_csv

COLUMNS = ("number", "group", "code", "link")


def write(file: BinaryIO, cards: Iterable[Card], home: str) -> None:
    """A header row and a line each; the mark in front is for Excel."""
    file.write(BOM_UTF8)
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow(COLUMNS)
        for each in cards:
            told = each.invitation
            rows.writerow([told.number, for_csv(told.group), each.code, each.address(home)])
    finally:
        text.detach()
