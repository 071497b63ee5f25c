"""What a frame says of itself: its places, its day, its figures, its parties."""

from __future__ import annotations

from functools import lru_cache

from ..schema import Day, Frame, Location, Party
from .choosing import level

_TOWN = 3
_OWN = 0.5
_OWN_DAY = 0.6
_SURE = 0.7
_COMPARED = 1024  # frames that are compared with one another, as each is with those of many events


@lru_cache(maxsize=_COMPARED)
def places(frame: Frame) -> list[Location]:
    """The frame's towns and smaller places."""
    found = [a.mention for a in frame.arguments if a.role == "place" and a.score > 0.5]
    return [m.value for m in found if isinstance(m.value, Location) and level(m) >= _TOWN]


@lru_cache(maxsize=_COMPARED)
def finest(frame: Frame) -> list[Location]:
    """The places of the finest level that the frame's own clause names, below the country."""
    own = [a.mention for a in frame.arguments if a.role == "place" and a.score > _OWN and level(a.mention) > 0]
    around = {name for m in own if isinstance(m.value, Location) for p in m.value.within for name in (p.id, p.name)}
    inner = [m for m in own if isinstance(m.value, Location) and m.value.name not in around]
    own = inner or own
    most = max((min(level(m), _TOWN) for m in own), default=0)
    return [m.value for m in own if isinstance(m.value, Location) and min(level(m), _TOWN) == most]


@lru_cache(maxsize=_COMPARED)
def period(frame: Frame) -> Day | None:
    """The days, or the month or year, that the frame's own clause names."""
    argument = frame.first("date")
    if argument is None or argument.score < _OWN_DAY:
        return None
    value = argument.mention.value
    return value if isinstance(value, Day) and value.start is not None else None


def day(frame: Frame) -> Day | None:
    """The frame's day, where it is known to the day."""
    own = period(frame)
    return own if own is not None and own.precision in ("day", "range") else None


@lru_cache(maxsize=_COMPARED)
def figures(frame: Frame) -> set[tuple[str, int]]:
    """The counts a frame gives, beyond one."""
    return {(t.kind, t.amount.best) for t in frame.tolls if t.amount.best is not None and t.amount.best > 1}


@lru_cache(maxsize=_COMPARED)
def exact(frame: Frame) -> dict[tuple[str, str], int]:
    """The exact counts of victims whose side is known, by kind and victim type."""
    return {
        (t.kind, t.victim_type): t.amount.best
        for t in frame.tolls
        if t.amount.best and t.amount.low == t.amount.high and t.victim_type not in ("unknown", "civilians")
    }


@lru_cache(maxsize=_COMPARED)
def names(frame: Frame) -> set[str]:
    """The names of the finest places."""
    return {place.name for place in finest(frame)}


def named(frame: Frame) -> bool:
    """Whether the frame's own clause names a place below the country."""
    return any(a.role == "place" and a.score > _OWN and level(a.mention) > 0 for a in frame.arguments)


def acted(frame: Frame) -> bool:
    """Whether the frame says with some right who did it."""
    argument = frame.first("perpetrator")
    return argument is not None and argument.score > _OWN


def armed(frame: Frame) -> bool:
    """Whether the frame names a weapon and dates the act."""
    return frame.first("weapon") is not None and frame.first("date") is not None


def counted(frame: Frame) -> bool:
    """Whether the frame counts any casualty."""
    return any(toll.amount.best or toll.amount.vague for toll in frame.tolls)


@lru_cache(maxsize=_COMPARED)
def harm_only(frame: Frame) -> bool:
    """Only casualties are told, not how."""
    return all(t.value == "harm" for t in frame.triggers)


@lru_cache(maxsize=_COMPARED)
def earlier_toll(frame: Frame) -> bool:
    """An older figure of what is already told: وكانت حصيلة سابقة ذكرت …"""
    return any(toll.toll == "earlier" for toll in frame.tolls)


@lru_cache(maxsize=_COMPARED)
def in_role(frame: Frame, role: str) -> set[str]:
    """The ids or names of the parties that are surely in a role."""
    sure = (a.mention.value for a in frame.arguments if a.role == role and a.score >= _SURE)
    return {p.id or p.name for p in sure if isinstance(p, Party)}


@lru_cache(maxsize=_COMPARED)
def party_names(frame: Frame) -> set[str]:
    """The ids or names of a frame's actors."""
    parties = (a.mention.value for a in frame.arguments if a.role in ("perpetrator", "target"))
    return {p.id or p.name for p in parties if isinstance(p, Party)}
