"""Charts: the right rows, the right part of the world, and a clear word where Altair is missing."""

from __future__ import annotations

import sys

import pytest
from many_events import many, place, record, toll

from newsevents.errors import MissingExtra
from newsevents.records import Events
from newsevents.views.charts import outlines
from newsevents.views.extent import extent
from newsevents.views.rows import row, unit

YEMEN = ("صنعاء", "Sanaa", "YE", 15.35, 44.2)


def dated(day: str | None, **changes):
    return record(date={"start": day, "end": day, "precision": "day", "text": None}, **changes)


def test_a_row_has_a_day_a_point_and_a_toll():
    found = row(record(location=place(YEMEN, 2), fatalities={"low": 3, "best": 3, "high": None}), "en")

    assert found == {
        "date": "2023-05-04", "type": "Battles", "label": "Battles", "place": "Sanaa", "lat": 15.35, "lon": 44.2,
        "precision": 2, "events": 1, "low": 3, "best": 3, "high": 3,
    }  # fmt: skip


def test_the_lowest_figure_stands_in_for_a_missing_best():
    found = row(record(fatalities={"low": 5, "best": None, "high": 9}), "en")

    assert (found["low"], found["best"], found["high"]) == (5, 5, 9)


def test_unknown_tolls_stay_unknown():
    assert row(record(), "en")["best"] is None


@pytest.mark.parametrize(
    ("last", "counted"),
    [("2023-01-20", "day"), ("2023-06-01", "week"), ("2026-01-01", "month"), ("2040-01-01", "year")],
)
def test_time_is_counted_by_what_the_span_allows(last, counted):
    assert unit([dated("2023-01-01"), dated(last), dated("1998-01-01", background=True), dated(None)]) == counted


def test_the_map_holds_all_points():
    centre, scale = extent([(10.0, 20.0), (30.0, 30.0)], 600, 400)

    assert centre[0] == 20.0
    assert 20 < centre[1] < 30
    assert 3.14159 / 180 * 20 * scale < 600


def test_the_map_of_nothing_shows_the_arab_countries():
    assert extent([], 600, 400)[0][0] == pytest.approx(21.5)


def test_outlines_have_a_shape_for_every_country_of_the_gazetteer():
    from newsevents.lexicons import DATA

    ours = {path.stem.upper() for path in (DATA / "places").glob("??.tsv")}

    assert ours <= {feature["id"] for feature in outlines()}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_charts_are_made_for_some_events_and_for_none(lang):
    pytest.importorskip("altair")
    for events in (Events(), Events(many(20)[0])):
        assert events.map(lang).to_dict()["layer"][1]["data"]["values"] is not None
        assert len(events.timeline(lang).to_dict()["vconcat"]) == 2


def test_without_altair_the_command_to_run_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)

    with pytest.raises(MissingExtra, match=r"pip install 'newsevents\[viz\]'"):
        Events([record(casualties=(toll(1, 1, 1),))]).map()
