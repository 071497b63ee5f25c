"""Meanings of rows of dates.tsv that count from the day told before: في اليوم نفسه، بعد يومين من الهجوم."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..patterns import Match
from ..schema import Day
from .days import UNKNOWN, Anchor, month_of, year_of
from .days import ago as before
from .periods import ago, in_days, unit

_RECENT = 3


def same_day(_: Match, anchor: Anchor) -> Day | None:
    """في اليوم نفسه: the day told before."""
    return anchor.previous


def next_day(match: Match, anchor: Anchor) -> Day | None:
    """في اليوم التالي: counted from the day told before."""
    if anchor.previous is None or anchor.previous.end is None:
        return None
    found = before(anchor.previous.end, -int(match.row["value"]))
    return Day(found, found, "day")


def nth_day(match: Match, anchor: Anchor) -> Day:
    """لليوم الثالث على التوالي: three days up to the day told just before, or to that of publication."""
    today, told = anchor.published, anchor.previous.end if anchor.previous else None
    last = told if told and today and 0 <= (today - told).days <= _RECENT else today
    count = int(str(match.slots["ordinal"].value))
    return Day(before(last, count - 1), last, "range") if last else UNKNOWN


def same_unit(match: Match, anchor: Anchor) -> Day | None:
    """في الشهر نفسه: the month or year of the date told before."""
    if anchor.period is None or anchor.period.start is None:
        return None
    told = anchor.period.start
    return Day(*month_of(told), "month") if match.row["value"] == "month" else Day(*year_of(told.year), "year")


def earlier(match: Match, anchor: Anchor) -> Day | None:
    """بعد ثلاثة أيام من عملية طعن: the stabbing, three days before the day told; بعد أقل من أسبوع: within a week."""
    told = anchor.previous.start if anchor.previous and anchor.previous.start else anchor.published
    if told is None:
        return UNKNOWN
    name, count = unit(match)
    if count is None or match.row["value"] == "within":
        return within(name, count, told)
    return ago(match, replace(anchor, published=told))


def within(name: str, count: int | None, told: date) -> Day | None:
    """The days, weeks or months up to the day before."""
    days = in_days(name, count)
    if days is None and name == "month" and count is not None:
        days = 30 * count
    if days is None:
        return None
    precision = {"week": "week", "month": "month"}.get(name, "range")
    return Day(before(told, max(days, 1)), told if name == "month" else before(told, 1), precision)


def later(match: Match, anchor: Anchor) -> Day | None:
    """بعد مضي أربعة أيام على الهجوم: four days after the day told."""
    days = in_days(*unit(match))
    if days is None or anchor.previous is None or anchor.previous.end is None:
        return None
    found = before(anchor.previous.end, -days)
    return Day(found, found, "day")
