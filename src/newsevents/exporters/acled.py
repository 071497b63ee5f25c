"""ACLED's layout and counting, for those whose tools read it. It is not ACLED data.

Columns: ACLED's codebook of 2024. Fatalities are counted as there, on the safe side: "tens" are 10, "hundreds" 100,
dead of no number 3. Left out: disputed events and events without a day. docs/records.md tells what else is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from ..flat import Fields, count, day, number, sides, text, whole
from ..schema import Record
from .codes import country_of, name
from .tables import write_csv

INTER = {
    "state_forces": (1, "State forces"),
    "rebel": (2, "Rebel group"),
    "political_militia": (3, "Political militia"),
    "identity_militia": (4, "Identity militia"),
    "rioters": (5, "Rioters"),
    "protesters": (6, "Protesters"),
    "civilians": (7, "Civilians"),
    "external_forces": (8, "External/Other forces"),
}
TIME = {"day": 1, "range": 2, "week": 2, "month": 3, "year": 3}
DISORDER = {
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
    "Violent demonstration": "Demonstrations",
    "Excessive force against protesters": "Political violence; Demonstrations",
}
UNCOUNTED = 3


def write(records: Iterable[Record], stream: BinaryIO) -> int:
    """Write the records that ACLED would have, and give the number of rows."""
    return write_csv(filter(kept, records), COLUMNS, stream)


def kept(record: Record) -> bool:
    """Whether ACLED has such events: dated, and nobody denies them."""
    return record.status != "disputed" and record.date["start"] is not None


def fatalities(record: Record) -> int:
    """The most conservative reading of the dead."""
    return sum(conservative(row) for row in record.casualties if row["kind"] == "killed")


def conservative(row: Fields) -> int:
    """A row's figure; "tens" are stored as 20 and "hundreds" as 200, and count half."""
    figure = whole(row, "low") if row.get("low") is not None else whole(row, "best")
    if figure is None:
        return UNCOUNTED
    return figure // 2 if row.get("vague") and figure >= 20 else figure


def inter(actor: Fields) -> tuple[int, str] | None:
    """The code of a kind of actor, and its label."""
    return INTER.get(str(actor.get("type")))


def label(actor: Fields) -> str | None:
    """The label of a kind of actor."""
    found = inter(actor)
    return found[1] if found else None


def interaction(record: Record) -> str | None:
    """Both labels, the lower code first; None unless both are known."""
    found = [code for code in map(inter, sides(record)) if code]
    return "-".join(told for _, told in sorted(found)) if len(found) == 2 else None


def associates(record: Record) -> str | None:
    """Who supports either side; we do not tell which, so they stand with the first."""
    return "; ".join(filter(None, (name(a) for a in record.actors if a.get("role") == "associate"))) or None


def disorder(record: Record) -> str:
    """The disorder type of a sub-event type, or of its event type."""
    return DISORDER.get(record.sub_event_type) or DISORDER.get(record.event_type) or "Political violence"


def notes(record: Record) -> str:
    """What happened, in codes: the source's own words are not ours to copy."""
    first, second = (name(actor) for actor in sides(record))
    who = " against ".join(filter(None, (first, second)))
    where = text(record.location, "canonical_en", "name") or country_of(record) or "unknown place"
    dead, hurt = whole(record.fatalities, "best"), count(record, "wounded")
    toll = ", ".join(f"{figure} {kind}" for figure, kind in ((dead, "killed"), (hurt, "wounded")) if figure is not None)
    return "; ".join(filter(None, (record.sub_event_type, who, where, toll, "coded by newsevents, not by ACLED")))


COLUMNS: dict[str, Callable[[Record], object]] = {
    "event_id_cnty": lambda r: f"{country_of(r, 'iso3') or 'XXX'}-{r.event_id}",
    "event_date": lambda r: day(r.date["start"]),
    "year": lambda r: str(r.date["start"])[:4],
    "time_precision": lambda r: TIME.get(str(r.date["precision"])),
    "disorder_type": disorder,
    "event_type": lambda r: r.event_type,
    "sub_event_type": lambda r: r.sub_event_type,
    "actor1": lambda r: name(sides(r)[0]),
    "assoc_actor_1": associates,
    "inter1": lambda r: label(sides(r)[0]),
    "actor2": lambda r: name(sides(r)[1]),
    "assoc_actor_2": lambda r: None,
    "inter2": lambda r: label(sides(r)[1]),
    "interaction": interaction,
    "civilian_targeting": lambda r: "Civilian targeting" if sides(r)[1].get("type") == "civilians" else None,
    "iso": lambda r: country_of(r, "numeric"),
    "region": lambda r: None,
    "country": country_of,
    "admin1": lambda r: text(r.location, "admin1"),
    "admin2": lambda r: None,
    "admin3": lambda r: None,
    "location": lambda r: text(r.location, "canonical_en", "name"),
    "latitude": lambda r: number(r.location, "lat"),
    "longitude": lambda r: number(r.location, "lon"),
    "geo_precision": lambda r: whole(r.location, "geo_precision"),
    "source": lambda r: r.publisher,
    "source_scale": lambda r: None,
    "notes": notes,
    "fatalities": fatalities,
    "tags": lambda r: None,
    "timestamp": lambda r: None,
}
