"""The charts, as Altair draws them: a map, events over time, and tolls with their lowest and highest figures."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra
from .cards import COLOURS
from .extent import extent
from .rows import Row
from .words import say

if TYPE_CHECKING:
    from ..records import Events

    Chart = Any

_TIME = {"day": "utcyearmonthdate", "week": "utcyearweek", "month": "utcyearmonth", "year": "utcyear"}
_FORMAT = {"day": "%Y-%m-%d", "week": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
# The shortest step of the axis of time, in milliseconds.
_STEP = {"day": 86_400_000, "week": 604_800_000, "month": 2_419_200_000, "year": 31_536_000_000}
_WIDTH, _HEIGHT = 640, 420
_MOST_PLACES = 12
_TOLL = "#b5651d"


def altair() -> Any:  # noqa: ANN401  (a package of its own types, imported only here)
    """Altair, or MissingExtra with the command that brings it."""
    try:
        return import_module("altair")
    except ImportError as error:
        raise MissingExtra("charts need more packages: pip install 'newsevents[viz]'") from error


@cache
def outlines() -> list[dict[str, Any]]:
    """Outlines of countries as GeoJSON features; see tools/build_outlines.py."""
    found: list[dict[str, Any]] = json.loads(Path(__file__).with_name("outlines.json").read_text("utf-8"))["features"]
    return found


def map_of(events: Events, lang: str = "en") -> Chart:
    """The map of some events, for a notebook. Raises MissingExtra without Altair."""
    rows = [r for r in charted(events, lang) if r["lat"] is not None and r["lon"] is not None]
    points = [(float(r["lon"] or 0), float(r["lat"] or 0)) for r in rows]
    centre, scale = extent(points, _WIDTH, _HEIGHT)
    data = altair().Data(values=rows)
    shapes = altair().Data(values=outlines())
    chart = map_chart(data, shapes, lang, centre=centre, scale=scale)
    return chart.properties(width=_WIDTH, height=_HEIGHT, title=say(lang, "map"))


def timeline_of(events: Events, lang: str = "en") -> Chart:
    """Events and killed over time, one above the other, for a notebook. Raises MissingExtra without Altair."""
    from .rows import unit

    alt, counted = altair(), unit(events)
    data = alt.Data(values=charted(events, lang))
    upper = timeline_chart(data, lang, counted, legend=True).properties(width=_WIDTH, height=160)
    lower = tolls_chart(data, lang, counted).properties(width=_WIDTH, height=160)
    return alt.vconcat(
        upper.properties(title=say(lang, "timeline")), lower.properties(title=say(lang, "tolls"))
    ).resolve_scale(x="shared")


def charted(events: Iterable[Any], lang: str) -> list[Row]:
    """One row an event."""
    from .rows import row

    return [row(record, lang) for record in events]


def colour(lang: str, *, legend: bool) -> Any:  # noqa: ANN401
    """The colour of an event's type; in reports the filters are the key."""
    alt = altair()
    scale = alt.Scale(domain=[say(lang, name) for name in COLOURS], range=list(COLOURS.values()))
    key = alt.Legend(title=None, orient="bottom", columns=3, labelLimit=0) if legend else None
    return alt.Color("label:N", scale=scale, legend=key)


def map_chart(data: Any, shapes: Any, lang: str, *, centre: list[float], scale: float, legend: bool = True) -> Chart:  # noqa: ANN401
    """Points sized by toll, coloured by type, solid where the place is known, on outlines of countries."""
    alt = altair()
    params = [alt.param(name="map_centre", value=centre), alt.param(name="map_scale", value=scale)]
    where = alt.expr
    placed = {
        "type": "mercator",
        "center": where("map_centre"),
        "scale": where("map_scale"),
        "translate": where("[width / 2, height / 2]"),
    }
    ground = alt.Chart(shapes).mark_geoshape(fill="#8883", stroke="#8889", strokeWidth=0.7, tooltip=None, clip=True)
    layers = alt.layer(ground, points(data, lang, legend=legend)).add_params(*params)
    return layers.project(**placed).configure_view(stroke=None)


def points(data: Any, lang: str, *, legend: bool) -> Chart:  # noqa: ANN401
    """A circle a place, a type and a precision."""
    alt = altair()
    solid = alt.Scale(domain=[1, 2, 3], range=[0.75, 0.35, 0.0])
    fields = ["place", "lat", "lon", "precision", "label"]
    return (
        alt.Chart(data)
        .transform_filter("isValid(datum.lat) && isValid(datum.lon)")
        .transform_aggregate(events="count()", killed="sum(best)", groupby=fields)
        .transform_calculate(area="datum.killed || 0")
        .mark_point(filled=True, strokeWidth=1.6, clip=True)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("area:Q", scale=alt.Scale(type="linear", range=[40, 900], domainMin=0), legend=None),
            fill=colour(lang, legend=legend),
            stroke=colour(lang, legend=False),
            fillOpacity=alt.FillOpacity("precision:O", scale=solid, legend=None),
            order=alt.Order("area:Q", sort="descending"),
            tooltip=tips(lang, ("place", "place:N"), ("event", "label:N"), ("events", "events:Q"), ("killed", "killed:Q")),
        )
    )


def tips(lang: str, *shown: tuple[str, str]) -> list[Any]:
    """What a pointer is told; the words are escaped by Vega."""
    return [altair().Tooltip(field, title=say(lang, name)) for name, field in shown]


def when(lang: str, unit: str) -> Any:  # noqa: ANN401
    """The axis of time; from right to left in Arabic."""
    alt = altair()
    scale = alt.Scale(type="utc", reverse=lang == "ar")
    axis = alt.Axis(title=None, format=_FORMAT[unit], labelOverlap=True, grid=False, labelFlush=False, labelSeparation=8, tickMinStep=_STEP[unit])
    return alt.X(f"{_TIME[unit]}(date):T", scale=scale, axis=axis)


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
            y=many(lang, "count():Q"),
            color=colour(lang, legend=legend),
            tooltip=[day, *tips(lang, ("event", "label:N"), ("events", "count():Q"))],
        )
    )


def tolls_chart(data: Any, lang: str, unit: str) -> Chart:  # noqa: ANN401
    """Killed over time: a bar for the best figure, a line from the lowest to the highest."""
    alt = altair()
    day = alt.Tooltip(f"{_TIME[unit]}(date):T", title=say(lang, unit), format=_FORMAT[unit])
    base = alt.Chart(data).transform_filter("isValid(datum.date)").encode(x=when(lang, unit))
    tip = [day, *bounds_tips(lang)]
    bars = base.mark_bar(color=_TOLL, opacity=0.65).encode(y=many(lang, "sum(best):Q"), tooltip=tip)
    lines = base.mark_rule(strokeWidth=2, color="#555").encode(y=many(lang, "sum(low):Q"), y2="sum(high):Q", tooltip=tip)
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
    place = alt.Y("place:N", sort=alt.EncodingSortField("rank", op="min"), axis=alt.Axis(title=None, orient=side, labelLimit=130))
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
