"""The flat table as CSV, with the mark that makes Excel read it as UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from ..flat import COLUMNS
from ..schema import Record
from .tables import write_csv


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records and give the number of rows."""
    return write_csv(records, COLUMNS, stream)
