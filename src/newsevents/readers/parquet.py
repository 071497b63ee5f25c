"""Parquet files, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO

from ..errors import ArticleError, MissingExtra
from .article import item
from .columns import fields
from .item import Item, Wishes, failed
from .txt import stem

BATCH = 256


def read(stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
    """An item a row, from 1. Raises MissingExtra without pyarrow."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise MissingExtra("Parquet needs more packages; pip install 'newsevents[parquet]'") from error
    try:
        table = ParquetFile(stream if stream.seekable() else BytesIO(stream.read()))
        chosen = fields(table.schema_arrow.names, wishes.columns, file)
    except (ArrowException, ArticleError) as error:
        yield failed(
            file, None, str(error) if isinstance(error, ArticleError) else f"not Parquet ({error}); write it again"
        )
        return
    number = 0
    for batch in table.iter_batches(BATCH, columns=list(dict.fromkeys(chosen.values()))):
        for row in batch.to_pylist():
            number += 1
            yield item(row, number, file, wishes, f"{stem(file)}:{number}")
