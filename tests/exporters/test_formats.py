"""Each format, read back with the tool that its users have."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest

from made import PLACE, actor, made, toll
from newsevents.errors import NewseventsError
from newsevents.exporters import FORMATS, exporter, format_of

RECORDS = [made(), made(event_id="a:2", location={**PLACE, "lat": None, "lon": None}, title='قال: "نعم"، ثم\nسكت')]
WIDTHS = {"acled": 31, "ucdp-ged": 49, "polecat": 40}


def written(to: str, records=RECORDS) -> io.BytesIO:
    """The records in a format."""
    stream = io.BytesIO()
    exporter(to).write(records, stream)
    stream.seek(0)
    return stream


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_tells_how_many_it_wrote_and_leaves_the_stream_open(to: str) -> None:
    stream = io.BytesIO()

    assert exporter(to).write(iter(RECORDS), stream) == 2
    assert not stream.closed


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_can_be_empty(to: str) -> None:
    assert exporter(to).write([], io.BytesIO()) == 0


def test_jsonl_is_the_record() -> None:
    lines = written("jsonl").read().decode().splitlines()

    assert [json.loads(line) for line in lines] == [record.to_dict() for record in RECORDS]


def test_jsonl_escapes_what_utf8_cannot_hold() -> None:
    [line] = written("jsonl", [made(title="\ud800")]).read().decode().splitlines()

    assert json.loads(line)["title"] == "\ud800"


def test_csv_opens_in_excel_and_pandas() -> None:
    stream = written("csv")

    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(stream)["title"].tolist() == [record.title for record in RECORDS]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
@pytest.mark.parametrize("to", ["csv", "acled", "ucdp-ged", "polecat"])
def test_no_cell_is_a_formula(to: str, text: str) -> None:
    stream = written(to, [made(publisher=text)])
    rows = csv.reader(
        io.StringIO(stream.getvalue().decode("utf-8-sig"), newline=""), delimiter="\t" if to == "polecat" else ","
    )

    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_xlsx_has_dates_numbers_and_no_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(written("xlsx", [made(title="=1+1\x00")]))
    head, row = book.active.iter_rows()
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}

    assert cells["event_date"].is_date
    assert cells["killed"].value == 3
    assert (cells["title"].value, cells["title"].data_type) == ("'=1+1", "s")


def test_parquet_gives_the_frame() -> None:
    pytest.importorskip("pyarrow")
    table = pd.read_parquet(written("parquet"))

    assert table["killed"].tolist() == [3, 3]
    assert table["event_date"].dt.year.tolist() == [2022, 2022]


def test_geojson_has_longitude_first_and_null_where_there_is_no_point() -> None:
    told = json.load(written("geojson"))

    assert told["type"] == "FeatureCollection"
    assert [f["geometry"] for f in told["features"]] == [{"type": "Point", "coordinates": [14.65, 24.93]}, None]
    assert told["features"][0]["properties"]["event_date"] == "2022-01-26"


@pytest.mark.parametrize(("to", "width"), WIDTHS.items())
def test_standards_have_all_their_columns(to: str, width: int) -> None:
    rows = list(
        csv.reader(io.StringIO(written(to).getvalue().decode("utf-8-sig")), delimiter="\t" if to == "polecat" else ",")
    )

    assert {len(row) for row in rows} == {width}
    assert len(set(rows[0])) == width


def first(to: str, **changes: object) -> dict[str, str]:
    """The first row of a table."""
    sign = "\t" if to == "polecat" else ","
    return next(
        csv.DictReader(io.StringIO(written(to, [made(**changes)]).getvalue().decode("utf-8-sig")), delimiter=sign)
    )


@pytest.mark.parametrize(
    ("row", "deaths"),
    [
        (toll("killed", 3, 3, None), "3"),
        (toll("killed", 20, 20, None, vague=True), "10"),
        (toll("killed", 200, 200, None, vague=True), "100"),
        (toll("killed", None, None, None, vague=True), "3"),
        (toll("killed", 2, 5, 5), "2"),
        (toll("wounded", 5, 5, 5), "0"),
    ],
)
def test_acled_counts_on_the_safe_side(row: dict[str, object], deaths: str) -> None:
    assert first("acled", casualties=(row,))["fatalities"] == deaths


def test_acled_names_sides_and_their_interaction() -> None:
    row = first("acled")

    assert (row["inter1"], row["inter2"], row["interaction"]) == (
        "Rebel group",
        "State forces",
        "State forces-Rebel group",
    )
    assert (row["iso"], row["country"], row["time_precision"]) == ("434", "Libya", "1")


def test_acled_leaves_out_what_is_denied_or_undated() -> None:
    undated = made(date={**made().date, "start": None, "end": None, "precision": "unknown"})

    assert exporter("acled").write([undated, made(status="disputed")], io.BytesIO()) == 0


def test_ucdp_keeps_deadly_events_and_splits_the_dead() -> None:
    row = first("ucdp-ged")

    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Libyan Army", "Islamic State")
    deaths = [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
    assert deaths == ["3", "0", "0", "0"]
    assert exporter("ucdp-ged").write([made(fatalities={"low": 0, "best": 0, "high": 0})], io.BytesIO()) == 0


def test_ucdp_one_sided_violence_is_against_civilians() -> None:
    actors = (
        actor("تنظيم داعش", "Islamic State", "perpetrator", "rebel"),
        actor("مدنيون", "Civilians", "target", "civilians"),
    )
    row = first("ucdp-ged", actors=actors, casualties=(toll("killed", 3, 3, 3, victim_type="civilians"),))

    assert (row["type_of_violence"], row["side_b"], row["deaths_civilians"]) == ("3", "Civilians", "3")


def test_plover_says_unknown_where_no_actor_is_told() -> None:
    [line] = written("plover", [made(actors=())]).read().splitlines()
    told = json.loads(line)

    assert told["actor"] == [{"sector": "UNK"}]
    assert (told["event"], told["mode"], told["quad_code"], told["size"]["dead"]) == ("ASSAULT", "firearms", 4, 3)


def test_the_format_is_told_by_the_name_of_the_file() -> None:
    names = ("a.csv", "a.CSV", "a.xlsx", "a.parquet", "a.geojson", "a.ndjson", "a", "a.tsv")

    assert [format_of(name) for name in names] == [
        "csv",
        "csv",
        "xlsx",
        "parquet",
        "geojson",
        "jsonl",
        "jsonl",
        "polecat",
    ]


@pytest.mark.parametrize("name", ["letter.docx", "news.jsonl.gz", "a.xls"])
def test_a_name_that_tells_no_format_is_refused(name: str) -> None:
    with pytest.raises(NewseventsError, match=r"no format is known by \.\w+; add --to and one of jsonl, csv"):
        format_of(name)


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(NewseventsError, match="choose one of jsonl, csv"):
        exporter("doc")
