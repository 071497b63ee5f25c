"""Times of day, and the dates they stand beside: فجر اليوم، الساعة الثامنة من مساء أمس."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..patterns import Match, Patterns
from .calendar import Names

_GLUE = 2
_BEFORE = frozenset({"من", "يوم", "في", "نهار", "،", ",", "عند", "ال", "هذا"})
_AFTER = frozenset({"في", "عند", "،", ",", "حوالي", "ب", "وقت", "علي", "بعد", "من", "قبيل"})
_LATE = ("noon", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day at words[start:end]: its part (dawn … night) and, where printed, the clock."""

    start: int
    end: int
    part: str | None = None
    clock: str | None = None


def times(forms: list[str], table: Patterns, names: Names) -> list[Time]:
    """The times of day in the words, in order."""
    return [time_of(match) for match in table.find(forms, names)]


def time_of(match: Match) -> Time:
    """What a row of parts.tsv says: a part of the day, a clock in figures, or an hour in words."""
    part, _, minutes = match.row["part"].partition(" ")
    if part == "clock":
        return Time(match.start, match.end, clock=str(match.slots["clock"].value))
    if part == "hour":
        hour = next(int(str(slot.value)) for slot in match.slots.values())
        told = hour * 60 + int(minutes or 0)
        return Time(match.start, match.end, clock=f"{told // 60:02}:{told % 60:02}")
    return Time(match.start, match.end, part)


def beside(found: Iterable[Time], start: int, end: int, forms: list[str], stop: int) -> list[Time]:
    """The times that stand right before words[start:end], or right after it and before the word ``stop``."""
    by_end = {each.end: each for each in found}
    by_start = {each.start: each for each in by_end.values()}
    near: list[Time] = []
    while before := _before(by_end, start, forms):
        near.append(before)
        start = before.start
    while after := _after(by_start, end, forms, stop):
        near.append(after)
        end = after.end
    return near


def _before(by_end: dict[int, Time], start: int, forms: list[str]) -> Time | None:
    for at in range(start, max(-1, start - _GLUE - 1), -1):
        if at in by_end:
            return by_end[at]
        if at == 0 or forms[at - 1] not in _BEFORE:
            return None
    return None


def _after(by_start: dict[int, Time], end: int, forms: list[str], stop: int) -> Time | None:
    for at in range(end, min(len(forms), end + _GLUE + 1)):
        if at in by_start:
            found = by_start[at]
            return found if found.end < stop else None
        if forms[at] not in _AFTER:
            return None
    return None


def time_of_day(near: Iterable[Time]) -> str | None:
    """The clock where one is printed, on 24 hours where the part of the day says so; else the part."""
    parts = [each.part for each in near if each.part]
    clock = next((each.clock for each in near if each.clock), None)
    if clock is None:
        return parts[0] if parts else None
    hour = int(clock[:2])
    late = any(part in _LATE for part in parts) or ("night" in parts and hour >= 6)
    return f"{hour + 12}{clock[2:]}" if late and hour < 12 else clock
