"""The flat table: one row an event, for DataFrames, CSV, Excel and Parquet; docs/records.md describes the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from .schema import Record

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | date | None
Fields = Mapping[str, object]


def row(record: Record) -> dict[str, Cell]:
    """The record as one row of the table."""
    return {column: get(record) for column, get in COLUMNS.items()}


def count(record: Record, kind: str, bound: str = "best", victims: str | None = None) -> int | None:
    """The casualties of a kind added up; None where nothing is said, or where one row does not say how many.

    "joint" rows (killed and wounded together) have no figure of their own, so they give None and never 0.
    """
    rows = [c for c in record.casualties if c["kind"] == kind and victims in (None, c["victim_type"])]
    figures = [figure for c in rows if isinstance(figure := c[bound], int)]
    return sum(figures) if rows and len(figures) == len(rows) else None


def sides(record: Record) -> tuple[Fields, Fields]:
    """The first two sides: who did it and to whom where that is told, else in the order of the text."""
    actors = [actor for actor in record.actors if actor.get("role") != "associate"] or list(record.actors)
    first = next((a for a in actors if a.get("role") == "perpetrator"), None)
    second = next((a for a in actors if a.get("role") == "target"), None)
    first = first or next((a for a in actors if a.get("role") != "target"), None)
    second = second or next((a for a in actors if a is not first), None)
    return first or {}, second or {}


def text(fields: Fields, *names: str) -> str | None:
    """The first of these fields that has a value, as text."""
    return next((str(fields[name]) for name in names if fields.get(name) is not None), None)


def number(fields: Fields, name: str) -> float | None:
    """A number, or None."""
    value = fields.get(name)
    return value if isinstance(value, (int, float)) else None


def whole(fields: Fields, name: str) -> int | None:
    """A whole number, or None."""
    value = number(fields, name)
    return None if value is None else int(value)


def day(value: object) -> date | None:
    """A day from its ISO form."""
    return date.fromisoformat(value) if isinstance(value, str) else None


COLUMNS: dict[str, Callable[[Record], Cell]] = {
    "event_id": lambda r: r.event_id,
    "doc_id": lambda r: r.doc_id,
    "published": lambda r: day(r.published),
    "event_date": lambda r: day(r.date["start"]),
    "end_date": lambda r: day(r.date["end"]),
    "date_precision": lambda r: text(r.date, "precision"),
    "event_type": lambda r: r.event_type,
    "sub_event_type": lambda r: r.sub_event_type,
    "actor1": lambda r: text(sides(r)[0], "canonical_ar", "name"),
    "actor1_type": lambda r: text(sides(r)[0], "type"),
    "actor2": lambda r: text(sides(r)[1], "canonical_ar", "name"),
    "actor2_type": lambda r: text(sides(r)[1], "type"),
    "location": lambda r: text(r.location, "name"),
    "location_en": lambda r: text(r.location, "canonical_en"),
    "admin1": lambda r: text(r.location, "admin1"),
    "country": lambda r: text(r.location, "country"),
    "latitude": lambda r: number(r.location, "lat"),
    "longitude": lambda r: number(r.location, "lon"),
    "geo_precision": lambda r: whole(r.location, "geo_precision"),
    "killed": lambda r: whole(r.fatalities, "best"),
    "killed_low": lambda r: whole(r.fatalities, "low"),
    "killed_high": lambda r: whole(r.fatalities, "high"),
    "wounded": lambda r: count(r, "wounded"),
    "detained": lambda r: count(r, "detained"),
    "abducted": lambda r: count(r, "abducted"),
    "missing": lambda r: count(r, "missing"),
    "displaced": lambda r: count(r, "displaced"),
    "killed_civilians": lambda r: count(r, "killed", victims="civilians"),
    "killed_state_forces": lambda r: count(r, "killed", victims="state_forces"),
    "killed_non_state_fighters": lambda r: count(r, "killed", victims="non_state_fighters"),
    "status": lambda r: r.status,
    "attribution": lambda r: text(r.attribution or {}, "name"),
    "background": lambda r: r.background,
    "confidence": lambda r: r.confidence,
    "sentence": lambda r: r.sentence or None,
    "publisher": lambda r: r.publisher,
    "title": lambda r: r.title,
    "source_url": lambda r: r.source_url,
}
DAYS = ("published", "event_date", "end_date")
NUMBERS = ("latitude", "longitude", "confidence")
FLAGS = ("background",)
COUNTS = (
    *("geo_precision", "killed", "killed_low", "killed_high", "wounded", "detained", "abducted", "missing"),
    *("displaced", "killed_civilians", "killed_state_forces", "killed_non_state_fighters"),
)


def frame(records: Iterable[Record]) -> pd.DataFrame:
    """The table as a DataFrame: counts are nullable Int64, days are datetimes, all else is text."""
    import pandas as pd

    table = pd.DataFrame([row(record) for record in records], columns=list(COLUMNS), dtype=object)
    for column in COLUMNS:
        if column in DAYS:
            table[column] = pd.to_datetime(table[column])
        else:
            table[column] = table[column].astype(kind(column))  # type: ignore[call-overload]
    return table


def kind(column: str) -> str:
    """The pandas type of a column that is no day."""
    kinds = {**dict.fromkeys(COUNTS, "Int64"), **dict.fromkeys(NUMBERS, "Float64"), **dict.fromkeys(FLAGS, "boolean")}
    return kinds.get(column, "string")
