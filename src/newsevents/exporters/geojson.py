"""Points on a map: GeoJSON (RFC 7946), longitude first; an event without a point has a null geometry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from ..flat import row
from ..json_lines import line
from ..schema import Record

_POINT = ("latitude", "longitude")


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records as one FeatureCollection and give the number of features."""
    stream.write(b'{"type": "FeatureCollection", "features": [\n')
    rows = 0
    for record in records:
        stream.write(b"," * (rows > 0) + line(feature(record)))
        rows += 1
    stream.write(b"]}\n")
    return rows


def feature(record: Record) -> dict[str, object]:
    """The record as a Feature whose properties are the other columns of the flat table."""
    flat = row(record)
    place = [flat["longitude"], flat["latitude"]]
    properties = {name: value for name, value in flat.items() if name not in _POINT}
    return {
        "type": "Feature",
        "id": record.event_id,
        "geometry": None if None in place else {"type": "Point", "coordinates": place},
        "properties": {
            name: value.isoformat() if isinstance(value, date) else value for name, value in properties.items()
        },
    }
