"""Parquet files, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

from ..errors import ArticleError, MissingExtra
from .article import item
from .columns import fields
from .item import Item, Wishes, failed
from .txt import stem

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

BATCH = 256


def read(stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
    """An item a row, from 1. Raises MissingExtra without pyarrow."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingExtra("Parquet needs more packages; pip install 'newsevents[parquet]'") from error
    try:
        yield from rows(ParquetFile(stream if stream.seekable() else BytesIO(stream.read())), file, wishes)
    except ArrowException as error:
        yield failed(file, None, f"not Parquet ({error}); write it again")
    except ArticleError as error:
        yield failed(file, None, str(error))


def rows(table: ParquetFile, file: str, wishes: Wishes) -> Iterator[Item]:
    """The items of the table. Raises ArticleError where no column has the text."""
    chosen = fields(table.schema_arrow.names, wishes.columns, file)
    number = 0
    for batch in table.iter_batches(BATCH, columns=list(dict.fromkeys(chosen.values()))):
        for row in batch.to_pylist():
            number += 1
            yield item(row, number, file, wishes, f"{stem(file)}:{number}")
