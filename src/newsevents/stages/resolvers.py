"""What the rows of dates.tsv mean: one function a meaning, named in the column ``means``.

Each takes the match and the anchor; it returns the days, UNKNOWN where only the day of publication could tell,
or None where the words turn out to be no date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..patterns import Match
from ..schema import Day
from . import edges, periods, told, weekdays
from .calendar import Written
from .days import UNKNOWN, Anchor, months_on, resolve, year_of

Resolver = Callable[[Match, Anchor], Day | None]


def written(match: Match, anchor: Anchor) -> Day | None:
    """12 مارس 2018، شهر آذار: the day or month as printed."""
    for label in ("date", "some_month", "short"):
        if label in match.slots:
            return resolve(_written(match, label), anchor)
    if "hijri_month" in match.slots:
        return periods.hijri_month(match, anchor)
    return resolve(Written(month=int(str(match.slots["month"].value))), anchor)


def _written(match: Match, role: str) -> Written:
    value = match.slots[role].value
    return value if isinstance(value, Written) else Written(day=int(str(value)))


def both(match: Match, anchor: Anchor) -> Day | None:
    """23 محرم 1435 هـ الموافق 26 تشرين الثاني 2013: the Gregorian one; two of one calendar are a span or the first."""
    first, second = _written(match, "date"), _written(match, "other")
    if first.hijri != second.hijri:
        return resolve(second if first.hijri else first, anchor)
    start, end = resolve(first, anchor), resolve(second, anchor)
    return _joined(start, end) or start


def month_of(match: Match, anchor: Anchor) -> Day | None:
    """النصف الأول من مايو: the month."""
    day_in_it = _written(match, "date")
    return resolve(replace(day_in_it, day=None, until=None), anchor)


def from_to(match: Match, anchor: Anchor) -> Day | None:
    """من 4 فبراير إلى 5 مايو: both ends; the first takes month and year from the second."""
    role = next(label for label in ("date", "some_month", "month", "day") if label in match.slots)
    until = _with_month(match, "until")
    end = resolve(until, anchor)
    if role == "day":
        first = replace(until, day=int(str(match.slots["day"].value)), until=None)
    else:
        first = _with_month(match, role)
    start = resolve(first, anchor)
    if start and end and start.start and end.end and start.start > end.end and first.year is None:
        start = resolve(Written(end.end.year, first.month, first.day, hijri=first.hijri), anchor)
    return _joined(start, end)


def _with_month(match: Match, role: str) -> Written:
    slot = match.slots[role]
    return Written(month=int(str(slot.value))) if slot.label == "month" else _written(match, role)


def _joined(start: Day | None, end: Day | None) -> Day | None:
    if UNKNOWN in (start, end):
        return UNKNOWN
    if not start or not end or not start.start or not end.end or start.start > end.end:
        return None
    return Day(start.start, end.end, "range")


def same_month(match: Match, anchor: Anchor) -> Day | None:
    """يوم 12: of the month told before, else the last 12th up to publication."""
    start = anchor.previous.start if anchor.previous and anchor.previous.start else anchor.published
    if start is None:
        return UNKNOWN
    until = int(str(match.slots["until"].value)) if "until" in match.slots else None
    day = Written(start.year, start.month, int(str(match.slots["day"].value)), until)
    found = resolve(day, anchor)
    if anchor.published and found and found.start and found.start > anchor.published:
        earlier = months_on(anchor.published, -1)
        found = resolve(Written(earlier.year, earlier.month, day.day, until), anchor)
    return found


def years(match: Match, _: Anchor) -> Day | None:
    """بين عامي 2011 و2014."""
    first, last = _year(match, "year"), _year(match, "until")
    return Day(year_of(first)[0], year_of(last)[1], "range") if first <= last else None


def _year(match: Match, role: str) -> int:
    return int(str(match.slots[role].value))


def lasting_weekday(match: Match, anchor: Anchor) -> Day:
    """منذ صباح الاثنين: from then up to publication."""
    return _until_now(weekdays.weekday(match, anchor), anchor) or UNKNOWN


def since(match: Match, anchor: Anchor) -> Day | None:
    """منذ السابع من أكتوبر: from then up to publication. The row's value names the function that says when."""
    named = match.row["value"].split()
    start = SINCE[named[0]](match, anchor) if named else None
    if not named:
        roles = [role for role in ("date", "some_month", "month", "year") if role in match.slots]
        start = (edges.in_year if roles[0] == "year" else written)(match, anchor) if roles else UNKNOWN
    return _until_now(start, anchor)


def _until_now(start: Day | None, anchor: Anchor) -> Day | None:
    if start is None or start.start is None or anchor.published is None:
        return start if start is None else UNKNOWN
    return Day(start.start, max(start.start, anchor.published), "range")


SINCE: dict[str, Resolver] = {
    "early": edges.early, "middle": edges.middle, "late": edges.late, "season": edges.season, "unit": periods.past_unit,
}  # fmt: skip
RESOLVERS: dict[str, Resolver] = {
    function.__name__: function
    for function in (
        written, both, from_to, month_of, same_month, years, since, lasting_weekday,
        weekdays.day, weekdays.weekday, weekdays.last_weekday, weekdays.weekday_before_last, weekdays.next_weekday,
        weekdays.weekdays, weekdays.consecutive, weekdays.second_weekday, weekdays.span, weekdays.some_time,
        weekdays.new_year, told.same_day, told.next_day, told.nth_day, told.same_unit, told.earlier, told.later,
        edges.early, edges.middle, edges.late, edges.season, edges.in_year,
        periods.ago, periods.lasting, periods.lasting_days, periods.past_unit,
        periods.counted_unit, periods.this_unit, periods.next_unit, periods.unit_before_last,
        periods.hijri_month, periods.hijri_day,
    )
}  # fmt: skip
