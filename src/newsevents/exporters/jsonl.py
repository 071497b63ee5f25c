"""One event a line, as docs/records.md describes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from ..json_lines import line
from ..schema import Record


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records and give the number of lines."""
    return sum(stream.write(line(record.to_dict())) > 0 for record in records)
