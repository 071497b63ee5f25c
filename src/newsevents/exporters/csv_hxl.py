"""The flat table as CSV with HXL's row of tags under the header."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from ..flat import COLUMNS
from ..schema import Record
from .hxl import TAGS
from .tables import write_csv


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records and give the number of rows."""
    return write_csv(records, COLUMNS, stream, tags=TAGS)
