"""Which days a written date means: arithmetic of the two calendars, with no language in it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from ..schema import Day
from .calendar import Written

UNKNOWN = Day(None, None, "unknown")
_TOLERANCE = 2

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date in text counts from: the day of publication, the day told before it, the day, month or year told."""

    published: date | None = None
    previous: Day | None = None
    period: Day | None = None


def resolve(written: Written, anchor: Anchor) -> Day | None:
    """The days meant; None where there are no such days (31 يونيو), unknown without a year to count from."""
    placed = in_month(written, anchor)
    if placed is None:
        return UNKNOWN
    spans = [span for year in years(placed, anchor) if (span := span_of(placed, year))]
    if placed.year is None and not anchor.published:
        return UNKNOWN
    chosen = next((span for span in spans if placed.year or fits(span, placed.which, anchor)), None)
    if chosen is None:
        return None
    precision = "month" if placed.day is None else "range" if placed.until else "day"
    return Day(*chosen, precision)


def in_month(written: Written, anchor: Anchor) -> Written | None:
    """14 الجاري, الثالث من الشهر الماضي: the month and year filled in; None where nothing tells them."""
    if not written.which.endswith("_month"):
        return written
    told = anchor.period.start if written.which == "same_month" and anchor.period else anchor.published
    if told is None:
        return None
    shift = {"last_month": -1, "next_month": 1}.get(written.which, 0)
    start = months_on(told, shift)
    return Written(start.year, start.month, written.day, written.until)


def years(written: Written, anchor: Anchor) -> Iterator[int]:
    """The years to try, latest first: the one printed, or those around publication."""
    if written.year is not None:
        yield written.year
        return
    told = anchor.period.start if written.which == "same_year" and anchor.period else anchor.published
    if told is None:
        return
    this = hijri_year(told) if written.hijri else told.year
    if written.which in ("current", "same_year", "last_year"):
        yield this - (written.which == "last_year")
    elif written.which == "next":
        yield from (this, this + 1)
    else:
        yield from (this + 1, this, this - 1, this - 2, this - 3, this - 4)


def fits(span: Span, which: str, anchor: Anchor) -> bool:
    """Whether a span can be the one meant, seen from the day of publication."""
    if anchor.published is None or which in ("current", "same_year", "last_year"):
        return True
    if which == "next":
        return span[0] > anchor.published
    if which == "past":
        return span[1] < anchor.published
    return span[0] <= ago(anchor.published, -_TOLERANCE)


def span_of(written: Written, year: int) -> Span | None:
    """First and last day of a written date in that year; None where the calendar has no such day."""
    if written.hijri:
        return hijri_span(written, year)
    month = written.month or 1
    if year != possible(year):
        return None
    last = monthrange(year, month)[1]
    first_day, last_day = written.day or 1, written.until or written.day or last
    if not first_day <= last_day <= last:
        return None
    return date(year, month, first_day), date(year, month, last_day)


def hijri_span(written: Written, year: int) -> Span | None:
    """The same for the calendar of Umm al-Qura; None outside 1343-1500 AH."""
    from hijridate import Hijri

    month = written.month or 1
    try:
        last = Hijri(year, month, 1).month_length()
        first_day, last_day = written.day or 1, written.until or written.day or last
        first, end = Hijri(year, month, first_day).to_gregorian(), Hijri(year, month, last_day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(first.year, first.month, first.day), date(end.year, end.month, end.day)


def hijri_year(day: date) -> int:
    """The Hijri year that a day lies in; estimated where the tables of Umm al-Qura end."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return round((day.year - 622) * 33 / 32)


def months_on(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(possible(index // 12), index % 12 + 1, 1)


def month_of(day: date) -> Span:
    """First and last day of the month that a day lies in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def year_of(year: int) -> Span:
    """First and last day of a year."""
    return date(possible(year), 1, 1), date(possible(year), 12, 31)


def possible(year: int) -> int:
    """The nearest year that dates can have."""
    return max(MINYEAR, min(year, MAXYEAR))


def ago(day: date, days: int) -> date:
    """So many days before (after, where negative); the first or last day of the calendar where there is none beyond."""
    return date.fromordinal(max(date.min.toordinal(), min(day.toordinal() - days, date.max.toordinal())))


def weekday_until(day: date, weekday: int) -> date:
    """The last such weekday up to and including a day."""
    return ago(day, (day.weekday() - weekday) % 7)
