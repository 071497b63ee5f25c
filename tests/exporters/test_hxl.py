"""HXL: a row of tags under the header, that HXL's tools find and others pass over."""

from __future__ import annotations

import io
import re

import pandas as pd
import pytest

from made import made
from newsevents.cli.extract import tagged
from newsevents.exporters import exporter
from newsevents.exporters.hxl import TAGS
from newsevents.flat import COLUMNS

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


def test_every_column_has_its_own_tag() -> None:
    assert list(TAGS) == list(COLUMNS)
    assert all(TAG.fullmatch(tag) for tag in TAGS.values())
    assert len(set(TAGS.values())) == len(TAGS)


def test_csv_has_tags_in_the_second_line() -> None:
    stream = io.BytesIO()
    assert exporter("csv-hxl").write([made()], stream) == 1
    stream.seek(0)
    table = pd.read_csv(stream)

    assert table.iloc[0].tolist() == list(TAGS.values())
    assert table["killed"].tolist() == ["#affected+killed", "3"]


def test_xlsx_has_tags_in_the_second_row() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    stream = io.BytesIO()
    assert exporter("xlsx-hxl").write([made()], stream) == 1
    rows = list(openpyxl.load_workbook(stream).active.iter_rows(values_only=True))

    assert rows[1] == tuple(TAGS.values())
    assert len(rows) == 3


def test_the_option_goes_with_tables_alone() -> None:
    assert tagged("csv", hxl=True) == "csv-hxl"
    assert tagged("geojson", hxl=False) == "geojson"
    with pytest.raises(Exception, match="csv and xlsx alone"):
        tagged("geojson", hxl=True)
