"""Charts with bars: events over time, tolls over time and by place, with their lowest and highest figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .drawing import altair, colour, tips
from .words import say

if TYPE_CHECKING:
    Chart = Any

_TIME = {"day": "utcyearmonthdate", "week": "utcyearweek", "month": "utcyearmonth", "year": "utcyear"}
_FORMAT = {"day": "%Y-%m-%d", "week": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
# The shortest step of the axis of time, in milliseconds.
_STEP = {"day": 86_400_000, "week": 604_800_000, "month": 2_419_200_000, "year": 31_536_000_000}
_MOST_PLACES = 12
_TOLL = "#b5651d"


def when(lang: str, unit: str, **place: float) -> Any:  # noqa: ANN401
    """The axis of time; from right to left in Arabic."""
    alt = altair()
    scale = alt.Scale(type="utc", reverse=lang == "ar")
    labels = {"labelOverlap": True, "labelFlush": False, "labelSeparation": 8}
    axis = alt.Axis(title=None, format=_FORMAT[unit], grid=False, tickMinStep=_STEP[unit], **labels)
    return alt.X(f"{_TIME[unit]}(date):T", scale=scale, axis=axis, **place)


def many(lang: str, field: str) -> Any:  # noqa: ANN401
    """The axis of counts, at the side where lines begin."""
    alt = altair()
    side = "right" if lang == "ar" else "left"
    return alt.Y(field, axis=alt.Axis(title=None, orient=side, tickMinStep=1, format=",d"))


def timeline_chart(data: Any, lang: str, unit: str, *, legend: bool = False) -> Chart:  # noqa: ANN401
    """Bars of events by day, week, month or year, coloured by type."""
    alt = altair()
    day = alt.Tooltip(f"{_TIME[unit]}(date):T", title=say(lang, unit), format=_FORMAT[unit])
    return (
        alt.Chart(data)
        .transform_filter("isValid(datum.date)")
        .mark_bar()
        .encode(
            x=when(lang, unit),
            y=many(lang, "sum(events):Q"),
            color=colour(lang, legend=legend),
            tooltip=[day, *tips(lang, ("event", "label:N"), ("events", "sum(events):Q"))],
        )
    )


def tolls_chart(data: Any, lang: str, unit: str) -> Chart:  # noqa: ANN401
    """Killed over time: a bar for the best figure, a line from the lowest to the highest."""
    alt = altair()
    day = alt.Tooltip(f"{_TIME[unit]}(date):T", title=say(lang, unit), format=_FORMAT[unit])
    base = alt.Chart(data).transform_filter("isValid(datum.date)").encode(x=when(lang, unit))
    tip = [day, *bounds_tips(lang)]
    bars = base.mark_bar(color=_TOLL, opacity=0.65).encode(y=many(lang, "sum(best):Q"), tooltip=tip)
    low, middle = many(lang, "sum(low):Q"), when(lang, unit, bandPosition=0.5)
    lines = base.mark_rule(strokeWidth=2, color="#555").encode(x=middle, y=low, y2="sum(high):Q", tooltip=tip)
    return bars + lines


def bounds_tips(lang: str) -> list[Any]:
    """Best, lowest and highest of the killed."""
    alt = altair()
    best = alt.Tooltip("sum(best):Q", title=say(lang, "killed"))
    return [best, alt.Tooltip("sum(low):Q", title="≥"), alt.Tooltip("sum(high):Q", title="≤")]


def places_chart(data: Any, lang: str) -> Chart:  # noqa: ANN401
    """The places with most killed: a bar for the best figure, a line from the lowest to the highest."""
    alt = altair()
    reverse, side = lang == "ar", "right" if lang == "ar" else "left"
    count = alt.Axis(title=None, tickMinStep=1, tickCount=8, format=",d")
    scale = alt.Scale(reverse=reverse)
    axis = alt.Axis(title=None, orient=side, labelLimit=130)
    place = alt.Y("place:N", sort=alt.EncodingSortField("rank", op="min"), axis=axis)
    tip = tips(lang, ("place", "place:N"), ("killed", "best:Q"), ("≥", "low:Q"), ("≤", "high:Q"))
    base = alt.Chart().encode(y=place, tooltip=tip)
    bars = base.mark_bar(color=_TOLL, opacity=0.65).encode(x=alt.X("best:Q", axis=count, scale=scale))
    lines = base.mark_rule(strokeWidth=2, color="#555").encode(x=alt.X("low:Q", axis=count, scale=scale), x2="high:Q")
    return (
        alt.layer(bars, lines, data=data)
        .transform_filter("isValid(datum.place) && datum.best > 0")
        .transform_aggregate(low="sum(low)", best="sum(best)", high="sum(high)", groupby=["place"])
        .transform_window(rank="row_number()", sort=[alt.SortField("best", order="descending")])
        .transform_filter(f"datum.rank <= {_MOST_PLACES}")
    )
