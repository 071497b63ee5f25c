"""The flat table as an Excel workbook with HXL's row of tags under the header."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from ..schema import Record
from .hxl import TAGS
from .xlsx import write_book


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records and give the number of rows."""
    return write_book(records, stream, tags=TAGS)
