"""The flat table: what stands in which column, and in which type."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from made import actor, made, toll
from newsevents.flat import COLUMNS, frame, row

CONTRACT = (
    "event_id, doc_id, published, event_date, end_date, date_precision, event_type, sub_event_type, actor1, "
    "actor1_type, actor2, actor2_type, location, location_en, admin1, country, latitude, longitude, geo_precision, "
    "killed, killed_low, killed_high, wounded, detained, abducted, missing, displaced, killed_civilians, "
    "killed_state_forces, killed_non_state_fighters, status, attribution, background, confidence, sentence, publisher, "
    "title, source_url"
).split(", ")


def test_the_columns_are_those_that_users_were_promised() -> None:
    assert list(COLUMNS) == CONTRACT


def test_a_row_holds_the_record() -> None:
    flat = row(made())

    assert (flat["event_date"], flat["killed"], flat["wounded"]) == (date(2022, 1, 26), 3, 2)
    assert (flat["actor1"], flat["actor2"], flat["actor2_type"]) == ("تنظيم داعش", "الجيش الليبي", "state_forces")
    assert (flat["killed_state_forces"], flat["killed_civilians"]) == (3, None)


def test_what_is_not_said_is_unknown_and_what_is_denied_is_zero() -> None:
    silent = made(casualties=(), fatalities={"low": None, "best": None, "high": None})
    denied = made(casualties=(toll("wounded", 0, 0, 0),))

    assert row(silent)["wounded"] is None
    assert row(denied)["wounded"] == 0


def test_a_row_without_a_figure_leaves_the_sum_unknown() -> None:
    record = made(casualties=(toll("wounded", 2, 2, 2), toll("wounded", None, None, None)))

    assert row(record)["wounded"] is None


@pytest.mark.parametrize(
    ("roles", "sides"),
    [
        (("target", "perpetrator"), ("b", "a")),
        (("target", None), ("b", "a")),
        ((None, "target"), ("a", "b")),
        ((None, None), ("a", "b")),
        (("associate", "perpetrator"), ("b", None)),
        (("target",), (None, "a")),
    ],
)
def test_sides_are_told_by_roles_then_by_order(roles: tuple[str, ...], sides: tuple[str | None, ...]) -> None:
    actors = tuple(actor(name, name, role, "rebel") for name, role in zip("ab", roles, strict=False))
    flat = row(made(actors=actors))

    assert (flat["actor1"], flat["actor2"]) == sides


def test_a_frame_has_nullable_counts_and_datetimes() -> None:
    table = frame([made(), made(casualties=(), fatalities={"low": None, "best": None, "high": None})])

    assert table["killed"].dtype == "Int64"
    assert pd.api.types.is_datetime64_any_dtype(table["event_date"])
    assert table["killed"].tolist() == [3, pd.NA]


def test_an_empty_frame_has_all_columns_and_types() -> None:
    table = frame([])

    assert list(table.columns) == CONTRACT
    assert table["killed"].dtype == "Int64"
