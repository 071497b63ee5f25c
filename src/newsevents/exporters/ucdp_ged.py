"""UCDP GED's layout, events with at least one death; ids of conflicts, dyads and actors are UCDP's and stay empty.

Columns: GEDEvent v26.1, to be read by name. docs/records.md tells what is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from ..flat import Fields, count, day, number, sides, text, whole
from ..schema import Record
from .codes import ARMED, country_of, is_state, name, source
from .tables import write_csv

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
WHERE = {1: 1, 2: 2, 3: 4}
COUNTRY_ONLY = 6
DAYS = {"day": 1, "week": 3, "month": 4, "year": 5}


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the deadly records and give the number of rows."""
    return write_csv(filter(deadly, records), COLUMNS, stream)


def deadly(record: Record) -> bool:
    """Whether at least one death is counted, on a known day, and nobody denies it."""
    return bool(whole(record.fatalities, "best")) and record.date["start"] is not None and record.status != "disputed"


def violence(record: Record) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; None where the sides do not tell."""
    first, second = sides(record)
    if second.get("type") in ("civilians", "protesters") and first.get("type") in ARMED:
        return ONE_SIDED
    if first.get("type") in ARMED and second.get("type") in ARMED:
        return STATE_BASED if is_state(first) or is_state(second) else NON_STATE
    return None


def dyad(record: Record) -> tuple[Fields, Fields]:
    """Side A is the government in state-based violence, else who did it."""
    first, second = sides(record)
    return (second, first) if is_state(second) and not is_state(first) else (first, second)


def deaths(record: Record, side: int) -> int | None:
    """Deaths of the one side: by its name, or by its kind where a government fights another."""
    actor = dyad(record)[side]
    own = {actor.get("name"), actor.get("canonical_ar")} - {None}
    kind = "state_forces" if is_state(actor) else "non_state_fighters"
    alone = violence(record) == STATE_BASED and not all(map(is_state, sides(record)))
    rows = [
        c for c in fighters(record) if c["side"] in own or (alone and c["side"] is None and c["victim_type"] == kind)
    ]
    return total(rows)


def fighters(record: Record) -> list[Fields]:
    """The rows of killed who are no civilians."""
    return [c for c in record.casualties if c["kind"] == "killed" and c["victim_type"] != "civilians"]


def total(rows: Iterable[Fields]) -> int:
    """The best figures added up."""
    return sum(whole(row, "best") or 0 for row in rows)


def unknown(record: Record) -> int:
    """The dead who belong to no side that we know."""
    told = (deaths(record, 0) or 0) + (deaths(record, 1) or 0) + (count(record, "killed", victims="civilians") or 0)
    return max(0, (whole(record.fatalities, "best") or 0) - told)


def date_precision(record: Record) -> int | None:
    """1 the day, 2 some days, 3 the week, 4 the month, 5 the year."""
    start, end = day(record.date["start"]), day(record.date["end"])
    if record.date["precision"] == "range" and start and end:
        length = (end - start).days + 1
        return 2 if length < 7 else 3 if length == 7 else 4 if length <= 31 else 5
    return DAYS.get(str(record.date["precision"]))


def point(record: Record) -> str | None:
    """The place as well-known text, longitude first."""
    lat, lon = number(record.location, "lat"), number(record.location, "lon")
    return None if lat is None or lon is None else f"POINT ({lon} {lat})"


COLUMNS: dict[str, Callable[[Record], object]] = {
    "id": lambda r: r.event_id,
    "relid": lambda r: None,
    "year": lambda r: str(r.date["start"])[:4],
    "active_year": lambda r: None,
    "code_status": lambda r: "newsevents",
    "type_of_violence": violence,
    **dict.fromkeys(
        ("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"), lambda r: None
    ),
    "dyad_name": lambda r: " - ".join(filter(None, map(name, dyad(r)))) or None,
    **dict.fromkeys(("side_a_dset_id", "side_a_new_id"), lambda r: None),
    "side_a": lambda r: name(dyad(r)[0]),
    **dict.fromkeys(("side_b_dset_id", "side_b_new_id"), lambda r: None),
    "side_b": lambda r: name(dyad(r)[1]),
    "number_of_sources": lambda r: 1,
    "source_article": source,
    "source_office": lambda r: r.publisher,
    "source_date": lambda r: day(r.published),
    "source_headline": lambda r: r.title,
    "source_original": lambda r: text(r.attribution or {}, "name"),
    "where_prec": lambda r: WHERE.get(whole(r.location, "geo_precision") or 0, COUNTRY_ONLY),
    "where_coordinates": lambda r: text(r.location, "canonical_en", "name"),
    "where_description": lambda r: text(r.location, "name"),
    "adm_1": lambda r: text(r.location, "admin1"),
    "adm_2": lambda r: None,
    "latitude": lambda r: number(r.location, "lat"),
    "longitude": lambda r: number(r.location, "lon"),
    "geom_wkt": point,
    "priogrid_gid": lambda r: None,
    "country": country_of,
    **dict.fromkeys(("country_id", "region"), lambda r: None),
    "event_clarity": lambda r: 1,
    "date_prec": date_precision,
    "date_start": lambda r: day(r.date["start"]),
    "date_end": lambda r: day(r.date["end"]),
    "deaths_a": lambda r: deaths(r, 0),
    "deaths_b": lambda r: deaths(r, 1),
    "deaths_civilians": lambda r: count(r, "killed", victims="civilians") or 0,
    "deaths_unknown": unknown,
    "best": lambda r: whole(r.fatalities, "best"),
    "high": lambda r: whole(r.fatalities, "high") or whole(r.fatalities, "best"),
    "low": lambda r: whole(r.fatalities, "low") or whole(r.fatalities, "best"),
    **dict.fromkeys(("gwnoa", "gwnob"), lambda r: None),
}
