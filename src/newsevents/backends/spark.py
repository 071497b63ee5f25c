"""Articles to records inside Spark: a pipeline in every Python worker, records as rows of an explicit schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame
from pyspark.sql.functions import col

from ..flat import COLUMNS, COUNTS, DAYS, FLAGS, NUMBERS, row
from ..readers.article import item
from ..readers.columns import fields
from ..readers.item import Item, Wishes
from ..runs import Outcome, Tables, outcome, warm
from ..schema import Record

if TYPE_CHECKING:
    import pandas as pd

    Frames = Iterator[pd.DataFrame]

Cells = Callable[[Record], Mapping[str, object]]

_WHERE = "the DataFrame"
_PLACE = (
    "name string, canonical_ar string, canonical_en string, span array<bigint>, within array<string>, country string,"
    " admin1 string, lat double, lon double, geo_precision bigint, gazetteer string, gazetteer_id string,"
    " relation struct<distance_km: double, bearing: string, anchor: string>"
)
_NESTED = f"""
    schema_version string, extractor_version string, event_id string, doc_id string, source_url string,
    publisher string, title string, published string, event_type string, sub_event_type string, plover string,
    weapon string,
    date struct<start: string, end: string, precision: string, time_of_day: string, text: string, span: array<bigint>>,
    location struct<{_PLACE}>,
    other_locations array<struct<{_PLACE}>>,
    actors array<struct<name: string, canonical_ar: string, canonical_en: string, id: string, role: string,
        type: string, country: string, span: array<bigint>>>,
    casualties array<struct<kind: string, low: bigint, best: bigint, high: bigint, vague: boolean, toll: string,
        victims: string, victim_type: string, side: string, of_whom: array<struct<group: string, count: bigint>>,
        text: string, span: array<bigint>>>,
    fatalities struct<low: bigint, best: bigint, high: bigint>,
    status string, background boolean,
    attribution struct<name: string, kind: string, span: array<bigint>>,
    confidence double,
    evidence array<struct<slot: string, span: array<bigint>, text: string, rule: string>>,
    section string, error string
"""
NESTED = " ".join(_NESTED.split())
_FLAT_TYPES = {
    **dict.fromkeys(DAYS, "date"), **dict.fromkeys(COUNTS, "bigint"),
    **dict.fromkeys(NUMBERS, "double"), **dict.fromkeys(FLAGS, "boolean"),
}  # fmt: skip
FLAT = ", ".join(f"{name} {_FLAT_TYPES.get(name, 'string')}" for name in (*COLUMNS, "error"))


def extract(
    df: DataFrame, given: Mapping[str, str], flat: bool, lexicons: tuple[str, ...], countries: tuple[str, ...]
) -> DataFrame:
    """One row an event; ``given`` names columns of ``df`` by field."""
    found = fields(df.columns, given, _WHERE)
    articles = df.select([col(quoted(name)) for name in dict.fromkeys(found.values())])
    tables = Tables(lexicons, tuple(country.upper() for country in countries))
    return articles.mapInPandas(reader(tables, found, flat), FLAT if flat else NESTED)


def quoted(name: str) -> str:
    """The name of a column as Spark wants it where it has dots or spaces."""
    return "`" + name.replace("`", "``") + "`"


def reader(tables: Tables, columns: Mapping[str, str], flat: bool) -> Callable[[Frames], Frames]:
    """What a Python worker does: frames of articles in, frames of records out, with a pipeline that is loaded once."""
    cells: Cells = row if flat else Record.to_dict
    names = names_of(flat)

    def read(frames: Frames) -> Frames:
        import pandas as pd

        warm(tables)
        for frame in frames:
            rows = [each for one in items(frame, columns) for each in rows_of(outcome(one, tables, ours=True), cells)]
            yield pd.DataFrame([[each.get(name) for name in names] for each in rows], columns=names, dtype=object)

    return read


def names_of(flat: bool) -> list[str]:
    """The columns of the rows, in order."""
    record = [name for name in Record.__slots__ if name != "sentence"]
    return [*(COLUMNS if flat else record), "error"]


def items(frame: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Item]:
    """The rows as articles, or as what is wrong with them; one without an id is named by a hash of its text."""
    plain = frame.astype(object).where(frame.notna(), None)
    for values in plain.itertuples(index=False, name=None):
        given = dict(zip(frame.columns, values, strict=True))
        text, name = str(given[columns["text"]]), given.get(columns.get("id", ""))
        told = str(name) if name else blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        yield item(given, None, told, Wishes(columns), told)


def rows_of(found: Outcome, cells: Cells) -> Iterator[Mapping[str, object]]:
    """The rows that an article gives: its events, or the reason why it could not be read."""
    if found.events is None:
        yield {"doc_id": found.item.file, "error": str(found.error)}
    yield from (cells(record) for record in found.events or ())
