"""Meanings of rows of dates.tsv that count days and weekdays from publication."""

from __future__ import annotations

from ..patterns import Match
from ..schema import Day
from .days import UNKNOWN, Anchor, ago, weekday_until, year_of


def day(match: Match, anchor: Anchor) -> Day | None:
    """اليوم، أمس: so many days from publication; a weekday beside it wins."""
    if anchor.published is None:
        return UNKNOWN
    told = ago(anchor.published, -int(match.row["value"]))
    if "weekday" not in match.slots:
        return Day(told, told, "day")
    if told > anchor.published:
        return next_weekday(match, anchor)
    return weekday(match, anchor)


def _weekday(match: Match, role: str = "weekday") -> int:
    return int(str(match.slots[role].value))


def weekday(match: Match, anchor: Anchor) -> Day:
    """يوم الجمعة: the last Friday up to and including the day of publication."""
    if anchor.published is None:
        return UNKNOWN
    found = weekday_until(anchor.published, _weekday(match))
    return Day(found, found, "day")


def last_weekday(match: Match, anchor: Anchor) -> Day:
    """الخميس الماضي: the last Thursday before the day of publication."""
    return _weekday_until(match, anchor, 1)


def weekday_before_last(match: Match, anchor: Anchor) -> Day:
    """الأربعاء قبل الماضي: a week before the last one."""
    return _weekday_until(match, anchor, 8)


def _weekday_until(match: Match, anchor: Anchor, days: int) -> Day:
    if anchor.published is None:
        return UNKNOWN
    found = weekday_until(ago(anchor.published, days), _weekday(match))
    return Day(found, found, "day")


def next_weekday(match: Match, anchor: Anchor) -> Day:
    """الاثنين المقبل: the first Monday after publication; later stages see that it is still to come."""
    if anchor.published is None:
        return UNKNOWN
    found = weekday_until(ago(anchor.published, -7), _weekday(match))
    return Day(found, found, "day")


def weekdays(match: Match, anchor: Anchor) -> Day:
    """ليل الجمعة - السبت، يومي الجمعة والسبت: both days and what lies between."""
    if anchor.published is None:
        return UNKNOWN
    end = weekday_until(anchor.published, _weekday(match, "other"))
    start = weekday_until(end, _weekday(match))
    return Day(start, end, "range")


def consecutive(match: Match, anchor: Anchor) -> Day | None:
    """السبت الأحد: the night between; other pairs with nothing between are no date."""
    return weekdays(match, anchor) if (_weekday(match, "other") - _weekday(match)) % 7 == 1 else None


def second_weekday(match: Match, anchor: Anchor) -> Day:
    """بعد منتصف ليل الجمعة - السبت: after midnight it is the second day."""
    both_days = weekdays(match, anchor)
    return Day(both_days.end, both_days.end, "day") if both_days.end else UNKNOWN


def span(match: Match, anchor: Anchor) -> Day:
    """A fixed stretch around publication: from, to (in days) and precision stand in the row."""
    first, last, precision = match.row["value"].split()
    if anchor.published is None:
        return UNKNOWN
    return Day(ago(anchor.published, -int(first)), ago(anchor.published, -int(last)), precision)


def some_time(_: Match, __: Anchor) -> Day:
    """مؤخرا: nobody says when."""
    return UNKNOWN


def new_year(_: Match, anchor: Anchor) -> Day:
    """ليلة رأس السنة: the last 31 December."""
    if anchor.published is None:
        return UNKNOWN
    found = year_of(anchor.published.year - 1)[1]
    return Day(found, found, "day")
