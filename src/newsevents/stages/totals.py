"""Totals: the tolls that several sentences give for one happening, as one row per kind and side."""

from __future__ import annotations

from dataclasses import replace

from ..schema import Amount, Event, Toll

_UNKNOWN = "unknown"


def sum_up(event: Event) -> list[Toll]:
    """One row per kind and victim type: repeated figures once, later totals instead of earlier ones."""
    found: list[Toll] = []
    for frame in event.frames:
        mine: list[Toll] = []
        for toll in frame.tolls:
            place = same_row(found, toll)
            if place is None:
                mine.append(toll)
            else:
                found[place] = update(found[place], toll)
        found += mine
    return [toll for toll in found if not (is_zero(toll) and contradicted(toll, found))]


def same_row(found: list[Toll], toll: Toll) -> int | None:
    """The row that this toll repeats or updates: same kind, and a victim type that fits."""
    for index, other in enumerate(found):
        fits = other.victim_type == toll.victim_type or _UNKNOWN in (other.victim_type, toll.victim_type)
        if other.kind == toll.kind and fits:
            return index
    return None


def update(old: Toll, new: Toll) -> Toll:
    """The fuller of two reports of one figure; where both are figures, the later total with the old as low."""
    kept = replace(old, victim_type=new.victim_type) if old.victim_type == _UNKNOWN else old
    parts = old.of_whom or new.of_whom
    if new.amount.best is None or (new.amount.vague and not old.amount.vague):
        return replace(kept, of_whom=parts)
    if old.amount.best is None or old.amount.vague or old.amount == Amount.exactly(0):
        return replace(new, victim_type=kept.victim_type, of_whom=parts)
    if new.toll == "total" and new.amount.best > old.amount.best:
        amount = replace(new.amount, low=old.amount.best)
        return replace(new, amount=amount, victim_type=kept.victim_type, of_whom=parts)
    return replace(kept, of_whom=parts)


def is_zero(toll: Toll) -> bool:
    """A stated zero."""
    return toll.amount == Amount.exactly(0)


def contradicted(toll: Toll, found: list[Toll]) -> bool:
    """Another row counts some of that kind."""
    return any(other.kind == toll.kind and other is not toll and not is_zero(other) for other in found)
