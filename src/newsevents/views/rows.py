"""What charts are drawn from: one flat row an event, with a day, a point and a toll."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..schema import Record
from .words import name_of, say

Row = dict[str, str | int | float | None]
# The longest span in days that is still counted by day, by week, by month.
_UNITS = ((45, "day"), (550, "week"), (3700, "month"))


def row(record: Record, lang: str) -> Row:
    """One event for the charts. Where a bound is not given the best figure stands in, and the lowest for the best."""
    place, deaths = record.location, record.fatalities
    low, high = whole(deaths["low"]), whole(deaths["high"])
    best = low if deaths["best"] is None else whole(deaths["best"])
    return {
        "date": text(record.date["start"]),
        "type": record.event_type,
        "label": say(lang, record.event_type),
        "place": name_of(lang, place) or None,
        "lat": number(place["lat"]),
        "lon": number(place["lon"]),
        "precision": whole(place["geo_precision"]) or 1,
        "events": 1,
        "low": best if low is None else low,
        "best": best,
        "high": best if high is None else high,
    }


def unit(records: Iterable[Record]) -> str:
    """How time is counted, from the span that is covered: day, week, month or year. Background events do not count."""
    days = sorted(date.fromisoformat(str(r.date["start"])) for r in records if r.date["start"] and not r.background)
    span = (days[-1] - days[0]).days if days else 0
    return next((name for longest, name in _UNITS if span <= longest), "year")


def text(value: object) -> str | None:
    """Text, or None."""
    return value if isinstance(value, str) else None


def number(value: object) -> float | None:
    """A number, or None."""
    return float(value) if isinstance(value, (int, float)) else None


def whole(value: object) -> int | None:
    """A whole number, or None."""
    return int(value) if isinstance(value, (int, float)) else None
