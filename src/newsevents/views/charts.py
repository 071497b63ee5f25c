"""The charts that notebooks and reports show, as Altair draws them; here the map, in bars.py the others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .bars import timeline_chart, tolls_chart
from .drawing import altair, colour, tips
from .extent import extent
from .rows import Row
from .words import say

if TYPE_CHECKING:
    import altair as alt

    from ..records import Events

    Chart = Any

_WIDTH, _HEIGHT = 640, 420


@cache
def outlines() -> list[dict[str, Any]]:
    """Outlines of countries as GeoJSON features; see tools/build_outlines.py."""
    found: list[dict[str, Any]] = json.loads(Path(__file__).with_name("outlines.json").read_text("utf-8"))["features"]
    return found


def map_of(events: Events, lang: str = "en") -> alt.LayerChart:
    """The map of some events, for a notebook. Raises MissingExtra without Altair."""
    rows = [r for r in charted(events, lang) if r["lat"] is not None and r["lon"] is not None]
    points = [(float(r["lon"] or 0), float(r["lat"] or 0)) for r in rows]
    centre, scale = extent(points, _WIDTH, _HEIGHT)
    data = altair().Data(values=rows)
    shapes = altair().Data(values=outlines())
    chart = map_chart(data, shapes, lang, centre=centre, scale=scale)
    found: alt.LayerChart = chart.properties(width=_WIDTH, height=_HEIGHT, title=say(lang, "map"))
    return found


def timeline_of(events: Events, lang: str = "en") -> alt.VConcatChart:
    """Events and killed over time, one above the other, for a notebook. Raises MissingExtra without Altair."""
    from .rows import unit

    counted, data = unit(events), altair().Data(values=charted(events, lang))
    upper = timeline_chart(data, lang, counted, legend=True).properties(title=say(lang, "timeline"))
    lower = tolls_chart(data, lang, counted).properties(title=say(lang, "tolls"))
    drawn = (chart.properties(width=_WIDTH, height=160) for chart in (upper, lower))
    found: alt.VConcatChart = altair().vconcat(*drawn).resolve_scale(x="shared")
    return found


def charted(events: Iterable[Any], lang: str) -> list[Row]:
    """One row an event."""
    from .rows import row

    return [row(record, lang) for record in events]


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
    told = (("place", "place:N"), ("event", "label:N"), ("events", "events:Q"), ("killed", "killed:Q"))
    fields = ["place", "lat", "lon", "precision", "label"]
    return (
        alt.Chart(data)
        .transform_filter("isValid(datum.lat) && isValid(datum.lon)")
        .transform_aggregate(events="sum(events)", killed="sum(best)", groupby=fields)
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
            tooltip=tips(lang, *told),
        )
    )
