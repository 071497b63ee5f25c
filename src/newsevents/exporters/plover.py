"""PLOVER as JSON Lines (openeventdata/PLOVER, manual 0.8), one event a line. The source's text is not copied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from ..flat import Fields, count, number, sides, text, whole
from ..json_lines import line
from ..schema import Record
from .codes import country, country_of, name
from .sectors import event, mode, quad, sector


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records that have a category and a day, and give the number of lines."""
    return sum(stream.write(line(row(record))) > 0 for record in records if record.plover and record.date["start"])


def row(record: Record) -> dict[str, object]:
    """The record as a PLOVER event; what is unknown is left out."""
    first, second = sides(record)
    fields: dict[str, object] = {
        "id": record.event_id,
        "date": record.date["start"],
        "enddate": record.date["end"],
        "time": record.date["time_of_day"],
        "actor": [entity(first)],
        "recipient": [entity(second)] if second else None,
        "event": event(record),
        "mode": mode(record),
        "context": ["military"] if record.event_type in ("Battles", "Explosions/Remote violence") else None,
        "quad_code": quad(record),
        "size": size(record),
        "event_loc": location(record),
        "comment": "historical" if record.background else None,
        "cite_info": known({"url": record.source_url, "title": record.title, "publication": record.publisher}),
        "coder": f"newsevents {record.extractor_version}",
    }
    return known(fields)


def known(fields: dict[str, object]) -> dict[str, object]:
    """The fields that have a value."""
    return {key: value for key, value in fields.items() if value not in (None, {}, [])}


def size(record: Record) -> dict[str, object]:
    """How many were killed, wounded and detained."""
    dead = whole(record.fatalities, "best")
    return known({"dead": dead, "injured": count(record, "wounded"), "arrested": count(record, "detained")})


def entity(actor: Fields) -> dict[str, object]:
    """An actor; one that is not told has the sector UNK, for PLOVER always wants one."""
    code = country(actor.get("country"), "iso3")
    return known({"code": code, "sector": sector(actor), "entity_text": name(actor), "identifier_id": actor.get("id")})


def location(record: Record) -> dict[str, object]:
    """The place."""
    place = record.location
    fields: dict[str, object] = {
        "extracted_place": text(place, "name"),
        "resolved_place": text(place, "canonical_en"),
        "lat": number(place, "lat"),
        "lon": number(place, "lon"),
        "province": text(place, "admin1"),
        "country": country_of(record),
        "country_code": country_of(record, "iso3"),
    }
    return known(fields)
