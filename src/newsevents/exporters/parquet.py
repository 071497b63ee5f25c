"""The flat table as Parquet, written a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from ..flat import COLUMNS, COUNTS, DAYS, FLAGS, NUMBERS, row
from ..schema import Record

BATCH = 5_000
_TYPES = {
    **dict.fromkeys(COUNTS, pa.int64()),
    **dict.fromkeys(NUMBERS, pa.float64()),
    **dict.fromkeys(FLAGS, pa.bool_()),
    **dict.fromkeys(DAYS, pa.timestamp("ms")),
}


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records and give the number of rows."""
    schema = pa.schema([(column, _TYPES.get(column, pa.string())) for column in COLUMNS])
    source, rows = iter(records), 0
    with ParquetWriter(stream, schema) as writer:
        while batch := [cells(record) for record in islice(source, BATCH)]:
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
            rows += len(batch)
    return rows


def cells(record: Record) -> dict[str, object]:
    """The row, in the types of the schema."""
    return {column: cell(value) for column, value in row(record).items()}


def cell(value: object) -> object:
    """Days as the datetimes that a DataFrame has; text that UTF-8 can hold."""
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
