"""The flat table as an Excel workbook; Arabic sheets read from right to left, dates are dates, counts are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from ..flat import COLUMNS
from ..schema import Record
from .tables import neutral

LONGEST = 32_767  # characters in a cell, Excel's limit


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records and give the number of rows."""
    return write_book(records, stream)


def write_book(records: Iterable[Record], stream: BinaryIO, tags: Mapping[str, str] | None = None) -> int:
    """Write the workbook, with ``tags`` as a second line under the header."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.freeze_panes = "B3" if tags else "B2"
    sheet.append(list(COLUMNS))
    if tags:
        sheet.append([tags[column] for column in COLUMNS])
    rows = 0
    for record in records:
        sheet.append([cell(get(record)) for get in COLUMNS.values()])
        rows += 1
    book.save(stream)
    return rows


def cell(value: object) -> object:
    """The value as a cell: text without what XML cannot hold, and never a formula."""
    if not isinstance(value, str):
        return value
    clean = ILLEGAL_CHARACTERS_RE.sub("", value).encode("utf-8", "replace").decode()
    return neutral(clean)[:LONGEST]
