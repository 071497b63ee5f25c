"""Meanings of rows of dates.tsv that speak of units of time: قبل ثلاثة أيام، الأسبوع الماضي، مطلع سبتمبر."""

from __future__ import annotations

from datetime import date

from ..patterns import Match
from ..schema import Amount, Day, Mention
from .calendar import Written
from .days import UNKNOWN, Anchor, month_of, months_on, resolve, year_of
from .days import ago as before

_A_DAY = 24
_HALF_A_DAY = 12
_LONGEST_COUNT = 31


def unit(match: Match) -> tuple[str, int | None]:
    """The unit of a match and how many of it; None for "some" (أيام) and for vague numbers."""
    slot = match.slots.get("unit") or match.slots["the_unit"]
    said, _, name = str(slot.value).rpartition(" ")
    count = int(said) if said else None
    number = match.slots.get("number")
    if number and isinstance(number.value, Mention) and isinstance(number.value.value, Amount):
        amount = number.value.value
        count = None if amount.vague else amount.best
    return name, count


def in_days(name: str, count: int | None) -> int | None:
    """Hours, days and weeks in days; None for longer units and for "some"."""
    if count is None or name not in ("minute", "hour", "day", "week"):
        return None
    return {"minute": 0, "hour": (count + _HALF_A_DAY) // _A_DAY, "day": count, "week": count * 7}[name]


def ago(match: Match, anchor: Anchor) -> Day | None:
    """قبل ثلاثة أيام: that day; weeks and longer with a precision of their own; "days ago" is the week before."""
    if anchor.published is None:
        return UNKNOWN
    name, count = unit(match)
    days = in_days(name, count)
    if days is not None:
        day = before(anchor.published, days)
        return Day(day, day, "week" if name == "week" else "day")
    if count is None:
        return some(name, anchor.published)
    return long_ago(name, count, anchor.published)


def some(name: str, published: date) -> Day:
    """أيام، ساعات with no number."""
    if name in ("minute", "hour"):
        return Day(published, published, "day")
    if name == "day":
        return Day(before(published, 7), published, "week")
    return Day(before(published, 30), published, "month") if name == "week" else UNKNOWN


def long_ago(name: str, count: int, published: date) -> Day | None:
    """قبل شهرين: about that day, give or take half a month; قبل عامين: that year."""
    if name == "month":
        middle_day = before(months_on(published, -count), 1 - published.day)
        return Day(before(middle_day, 15), before(middle_day, -15), "month")
    if name == "year" and count < published.year:
        return Day(*year_of(published.year - count), "year")
    return None


def lasting(match: Match, anchor: Anchor) -> Day | None:
    """منذ يومين: from then up to publication."""
    if anchor.published is None:
        return UNKNOWN
    name, count = unit(match)
    start = in_days(name, count)
    if start == 0 or (count is None and name in ("minute", "hour")):
        return Day(anchor.published, anchor.published, "day")
    if start is not None:
        return Day(before(anchor.published, start), anchor.published, "range")
    if name == "month" and count is not None:
        return Day(before(anchor.published, 31 * count), anchor.published, "range")
    return some(name, anchor.published) if count is None else UNKNOWN


def lasting_days(match: Match, anchor: Anchor) -> Day:
    """منذ صباح أمس: from that day up to publication."""
    if anchor.published is None:
        return UNKNOWN
    return Day(before(anchor.published, -int(match.row["value"])), anchor.published, "range")


def past_unit(match: Match, anchor: Anchor) -> Day | None:
    """الأسبوع الماضي، خلال اليومين الماضيين، الأيام الماضية."""
    if anchor.published is None:
        return UNKNOWN
    name, count = unit(match)
    days = in_days(name, count)
    if days is not None:
        if name in ("hour", "minute"):
            return Day(before(anchor.published, days), anchor.published, "range")
        precision = "week" if name == "week" and days == 7 else "range"
        return Day(before(anchor.published, days), before(anchor.published, 1), precision)
    if count is None and name == "hour":
        return Day(before(anchor.published, 1), anchor.published, "range")
    return some(name, anchor.published) if count is None else calendar_unit(name, anchor.published, -count)


def counted_unit(match: Match, anchor: Anchor) -> Day | None:
    """خلال أسبوع، خلال 24 ساعة; "within hours" or "within 60 days" may as well be to come, so it is no date."""
    days = in_days(*unit(match))
    return past_unit(match, anchor) if days is not None and days <= _LONGEST_COUNT else None


def calendar_unit(name: str, published: date, shift: int) -> Day | None:
    """The month or year so many before (or after, shift > 0); months before: all of them."""
    if name == "month":
        start = months_on(published, shift)
        last = months_on(published, -1) if shift < -1 else start
        return Day(start, month_of(last)[1], "range" if shift < -1 else "month")
    if name == "year" and abs(shift) == 1:
        return Day(*year_of(published.year + shift), "year")
    return None


def unit_before_last(match: Match, anchor: Anchor) -> Day | None:
    """الأسبوع قبل الماضي."""
    name, _ = unit(match)
    if anchor.published is None:
        return UNKNOWN
    if name == "week":
        return Day(before(anchor.published, 14), before(anchor.published, 8), "week")
    if name == "month":
        return Day(*month_of(months_on(anchor.published, -2)), "month")
    return Day(*year_of(anchor.published.year - 2), "year") if name == "year" else None


def this_unit(match: Match, anchor: Anchor) -> Day | None:
    """هذا الأسبوع، الشهر الجاري: up to publication."""
    if anchor.published is None:
        return UNKNOWN
    name, today = unit(match)[0], anchor.published
    starts = {"week": before(today, 6), "month": today.replace(day=1), "year": date(today.year, 1, 1), "hour": today}
    return Day(starts[name], today, "day" if name == "hour" else name) if name in starts else None


def next_unit(match: Match, anchor: Anchor) -> Day | None:
    """الأسبوع المقبل: still to come."""
    if anchor.published is None:
        return UNKNOWN
    name = unit(match)[0] if "the_unit" in match.slots else "week"
    if name in ("month", "year"):
        return calendar_unit(name, anchor.published, 1)
    return Day(before(anchor.published, -1), before(anchor.published, -7), "week")


def hijri_month(match: Match, anchor: Anchor) -> Day | None:
    """شهر رمضان: the last one begun before publication."""
    month = match.slots["hijri_month"].value if "hijri_month" in match.slots else match.row["value"]
    return resolve(Written(month=int(str(month)), hijri=True), anchor)


def hijri_day(match: Match, anchor: Anchor) -> Day | None:
    """أول أيام عيد الأضحى: the day and month of the Hijri year that the row names."""
    day, month = (int(part) for part in match.row["value"].split())
    return resolve(Written(None, month, day, hijri=True), anchor)
