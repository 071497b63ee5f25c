"""Meanings of rows of dates.tsv that speak of part of a month or year: مطلع سبتمبر، أواخر الشهر الماضي، خريف 2013."""

from __future__ import annotations

from datetime import date

from ..patterns import Match
from ..schema import Day
from .calendar import Written
from .days import Anchor, month_of, resolve, year_of
from .periods import past_unit, this_unit


def early(match: Match, anchor: Anchor) -> Day | None:
    """مطلع سبتمبر: its first ten days; of a year the first quarter."""
    return _part(match, anchor, (1, 10), (1, 3), "month")


def middle(match: Match, anchor: Anchor) -> Day | None:
    """منتصف يوليو: the 15th, give or take a week; of a year its middle third."""
    return _part(match, anchor, (15, 15), (5, 8), "week")


def late(match: Match, anchor: Anchor) -> Day | None:
    """أواخر الشهر الماضي: from the 21st; of a year the last quarter."""
    return _part(match, anchor, (21, 31), (10, 12), "month")


def _part(match: Match, anchor: Anchor, days: tuple[int, int], months: tuple[int, int], precision: str) -> Day | None:
    whole = base(match, anchor)
    if whole is None or whole.start is None or whole.end is None:
        return whole
    if whole.precision == "year":
        first, last = date(whole.start.year, months[0], 1), date(whole.start.year, months[1], 1)
        return Day(first, month_of(last)[1], "year")
    if whole.precision != "month":
        return whole
    end = month_of(whole.start)[1]
    return Day(whole.start.replace(day=days[0]), end.replace(day=min(days[1], end.day)), precision)


def base(match: Match, anchor: Anchor) -> Day | None:
    """The month, year or week of which a row names an edge."""
    if "some_month" in match.slots and isinstance(match.slots["some_month"].value, Written):
        return resolve(match.slots["some_month"].value, anchor)
    if "month" in match.slots:
        return resolve(Written(month=int(str(match.slots["month"].value))), anchor)
    if "year" in match.slots:
        return in_year(match, anchor)
    shift = int(match.row["value"].split()[-1])
    return past_unit(match, anchor) if shift else this_unit(match, anchor)


def in_year(match: Match, anchor: Anchor) -> Day:
    """عام 2014: all of it, or up to publication."""
    start, end = year_of(int(str(match.slots["year"].value)))
    return Day(start, min(end, anchor.published) if anchor.published and anchor.published >= start else end, "year")


def season(match: Match, _: Anchor) -> Day:
    """خريف 2013: the months that the row names."""
    year = int(str(match.slots["year"].value))
    first, last = (int(month) for month in match.row["value"].split()[-2:])
    end = date(year + (last < first), last, 1)
    return Day(date(year, first, 1), month_of(end)[1], "range")
