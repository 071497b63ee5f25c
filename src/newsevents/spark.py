"""Extraction on Apache Spark: ``newsevents.spark.extract(df, text_col="body")``. See docs/scale.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from .backends import engine

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def extract(
    df: DataFrame,
    text_col: str | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    flat: bool = False,
    lexicons: Iterable[str | Path] = (),
    countries: Iterable[str] = (),
) -> DataFrame:
    """The events of a DataFrame of articles, one row an event, computed where the articles are.

    ``text_col`` names the column of the text; ``columns`` those of title, published, publisher, url and id; columns
    with these or near names are found without. The rows are nested as in the JSON format, or, with ``flat``, those of
    the flat table. An article that cannot be read is a row of its own, with ``doc_id`` and the reason in ``error``.
    ``lexicons`` are folders that every worker can see. An article without an id is named by a hash of its text, so that
    a task that runs twice gives the same ids.

    Raises ArticleError where a column is missing, and MissingExtra where pyspark is not installed.
    """
    given = {**(columns or {}), **({"text": text_col} if text_col else {})}
    found: DataFrame = engine("spark").extract(df, given, flat, tuple(map(str, lexicons)), tuple(countries))
    return found
