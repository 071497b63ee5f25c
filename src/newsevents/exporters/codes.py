"""What the exporters of event-data standards share: codes of countries, and who is a government."""

from __future__ import annotations

from functools import cache

from ..flat import Fields, text
from ..lexicons import Lexicons
from ..schema import Record, Row

ARMED = frozenset({"state_forces", "external_forces", "rebel", "political_militia", "identity_militia"})
STATE = frozenset({"state_forces", "external_forces"})


@cache
def countries() -> dict[str, Row]:
    """The rows of countries.tsv by alpha-2 code."""
    return {row["id"]: row for row in Lexicons().rows("countries.tsv")}


def country(code: object, column: str = "name") -> str | None:
    """A code or the name of the country; None where it has none."""
    row = countries().get(str(code))
    return row[column] if row else None


def country_of(record: Record, column: str = "name") -> str | None:
    """A code or the name of the country the event lies in."""
    return country(record.location.get("country"), column)


def name(actor: Fields) -> str | None:
    """The actor's English name, else the Arabic one."""
    return text(actor, "canonical_en", "canonical_ar", "name")


def is_state(actor: Fields) -> bool:
    """Whether the actor fights for a government."""
    return actor.get("type") in STATE


def source(record: Record) -> str | None:
    """Publisher, day and title, as far as they are known."""
    return ", ".join(filter(None, (record.publisher, record.published, record.title))) or None
