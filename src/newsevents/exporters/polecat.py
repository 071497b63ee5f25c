"""POLECAT's table of 40 columns, tab-separated (Harvard Dataverse, doi:10.7910/DVN/AJGVIT). It has no casualties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from ..flat import number, sides, text
from ..schema import Record
from .codes import country, country_of, name
from .sectors import event, mode, quad, sector
from .tables import write_csv


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records that have a category and a day, and give the number of rows."""
    coded = (record for record in records if record.plover and record.date["start"])
    return write_csv(coded, COLUMNS, stream, delimiter="\t", encoding="utf-8")


def party(index: int, title: str) -> dict[str, Callable[[Record], object]]:
    """The columns of one side; Wikipedia's ids, titles and COW codes are not ours to know."""
    return {
        f"{title} Name": lambda r: name(sides(r)[index]),
        f"{title} Country": lambda r: country(sides(r)[index].get("country"), "iso3"),
        f"{title} COW": lambda r: None,
        f"Primary {title} Sector": lambda r: sector(sides(r)[index]),
        f"{title} Sectors": lambda r: sector(sides(r)[index]),
        f"{title} Title": lambda r: None,
        f"{title} Name Raw": lambda r: text(sides(r)[index], "name"),
        f"Wikipedia {title} ID": lambda r: None,
    }


COLUMNS: dict[str, Callable[[Record], object]] = {
    "Event ID": lambda r: r.event_id,
    "Event Date": lambda r: r.date["start"],
    "Event Type": event,
    "Event Mode": mode,
    "Intensity": lambda r: None,
    "Quad Code": quad,
    "Contexts": lambda r: "military" if r.event_type in ("Battles", "Explosions/Remote violence") else None,
    **party(0, "Actor"),
    **party(1, "Recipient"),
    "Placename": lambda r: text(r.location, "canonical_en", "name"),
    "City": lambda r: text(r.location, "canonical_en") if r.location.get("geo_precision") == 1 else None,
    "District": lambda r: None,
    "Province": lambda r: text(r.location, "admin1"),
    "Country": lambda r: country_of(r, "iso3"),
    "Latitude": lambda r: number(r.location, "lat"),
    "Longitude": lambda r: number(r.location, "lon"),
    "GeoNames ID": lambda r: None,
    "Raw Placename": lambda r: text(r.location, "name"),
    "Feature Type": lambda r: None,
    "Source": lambda r: r.publisher,
    "Publication Date": lambda r: r.published,
    "Story People": lambda r: None,
    "Story Organizations": lambda r: None,
    "Story Locations": lambda r: None,
    "Language": lambda r: "ar",
    "Version": lambda r: f"newsevents {r.extractor_version}",
}
