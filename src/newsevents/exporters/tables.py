"""Tables as text: cells made safe for spreadsheets, rows written one at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import BinaryIO

from ..schema import Record

Columns = Mapping[str, Callable[[Record], object]]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(
    records: Iterable[Record],
    columns: Columns,
    stream: BinaryIO,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8-sig",
    tags: Mapping[str, str] | None = None,
) -> int:
    """Write the columns of the records and give the number of rows. The mark of utf-8-sig lets Excel read Arabic.

    ``tags`` are a second line under the header.
    """
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline="", write_through=True)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow(columns)
    if tags:
        writer.writerow(tags[column] for column in columns)
    rows = 0
    for record in records:
        writer.writerow([shown(get(record)) for get in columns.values()])
        rows += 1
    text.detach()
    return rows


def shown(value: object) -> str:
    """A cell as text: empty for unknown, ISO for days, and no text that a spreadsheet would take for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return value.isoformat() if isinstance(value, date) else neutral(str(value))


def neutral(text: str) -> str:
    """The text, behind an apostrophe where it begins as a formula does (=cmd, +1, -1, @sum, a tab)."""
    return "'" + text if text.startswith(_FORMULA) else text
