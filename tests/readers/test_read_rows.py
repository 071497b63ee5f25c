"""JSON Lines, CSV and Parquet: good rows are never lost, bad ones are named with file, row and remedy."""

from __future__ import annotations

import json
import logging
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from newsevents.errors import ArticleError
from newsevents.readers import Wishes, from_frame, read

TEXT = "قتل ثلاثة جنود في هجوم على القطرون."
GOOD = json.dumps({"text": TEXT, "published": "2022-01-28"}, ensure_ascii=False)


def written(tmp_path: Path, name: str, text: str | bytes) -> str:
    """A file with this content."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return str(path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "not JSON"),
        ("[1, 2]", "holds list"),
        ('"text"', "holds str"),
        ('{"title": "x"}', "no column for the text"),
        ('{"text": ""}', "is empty"),
        ('{"text": " \\n "}', "is empty"),
        ('{"text": null}', "is empty"),
        ('{"text": 7}', "holds int"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_its_neighbours_are_read(tmp_path: Path, line: str, said: str) -> None:
    items = list(read([written(tmp_path, "a.jsonl", f"{GOOD}\n{line}\n{GOOD}\n")]))

    assert [item.article is not None for item in items] == [True, False, True]
    assert said in str(items[1].error)
    assert "a.jsonl:2: " in str(items[1].error)
    assert "; " in str(items[1].error)


def test_fields_come_from_columns_of_their_names(tmp_path: Path) -> None:
    row = {"id": 5, "text": TEXT, "title": "ت", "published": "2022-01-28T10:00:00Z", "publisher": "و", "url": "u"}

    [item] = read([written(tmp_path, "a.jsonl", json.dumps(row))])

    article = item.article
    assert (article.id, article.title, article.publisher, article.url) == ("5", "ت", "و", "u")
    assert article.published == date(2022, 1, 28)


def test_near_names_are_guessed_and_the_guess_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "newsevents")
    file = written(tmp_path, "a.csv", f"Headline,Body,date_extracted\nت,{TEXT},28/01/2022\n")

    [item] = read([file])

    assert (item.article.text, item.article.title, item.article.published) == (TEXT, "ت", date(2022, 1, 28))
    assert "text is read from column 'Body'" in caplog.text


def test_given_columns_win_and_a_missing_one_is_an_error(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", f"text,arabic\nx,{TEXT}\n")

    assert [i.article.text for i in read([file], Wishes({"text": "arabic"}))] == [TEXT]
    assert ["no column 'nothing'" in str(i.error) for i in read([file], Wishes({"text": "nothing"}))] == [True]


def test_one_object_over_several_lines_is_one_article(tmp_path: Path) -> None:
    [item] = read([written(tmp_path, "a.json", json.dumps(json.loads(GOOD), indent=2))])

    assert (item.article.id, item.error) == ("a:1", None)


def test_a_json_array_is_read_too(tmp_path: Path) -> None:
    items = list(read([written(tmp_path, "a.json", f"[{GOOD},\n{GOOD}]")]))

    assert [item.article.id for item in items] == ["a:1", "a:2"]


@pytest.mark.parametrize("given", ["بعد غد", "0001-01-01", "9999-12-31", "2022-13-45", "-5", "99999999999999999999"])
def test_an_absurd_date_is_said_and_the_article_kept(
    tmp_path: Path, given: str, caplog: pytest.LogCaptureFixture
) -> None:
    [item] = read([written(tmp_path, "a.jsonl", json.dumps({"text": TEXT, "published": given}))])

    assert item.article.published is None
    assert "a.jsonl:1: published" in caplog.text


def test_text_with_no_arabic_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    [item] = read([written(tmp_path, "a.txt", "Three soldiers were killed.")])

    assert item.article
    assert "no Arabic letters" in caplog.text


@pytest.mark.parametrize(
    "text",
    ["گفت که چهار سرباز در حمله‌ای در پاوه کشته شدند", "حملے میں تین فوجی ہلاک ہو گئے", "سێ سەرباز لە هێرشێکدا کوژران"],
)
def test_persian_urdu_and_kurdish_are_said(tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str) -> None:
    list(read([written(tmp_path, "a.txt", text)]))

    assert "looks Persian, Urdu or Kurdish" in caplog.text


def test_nul_surrogates_and_bidi_marks_pass_unchanged(tmp_path: Path) -> None:
    text = f"\u202b{TEXT}\u202c\0\ud800"

    [item] = read([written(tmp_path, "a.jsonl", json.dumps({"text": text}))])

    assert item.article.text == text


def test_rows_of_a_csv_count_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", f'id,text\n1,"{TEXT}\nسطر ثان"\n2,\n')

    first, second = read([file])

    assert (first.article.text, first.row) == (f"{TEXT}\nسطر ثان", 2)
    assert "a.csv:3: " in str(second.error)


def test_a_quote_that_never_closes_costs_one_row(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", f'id,text\n1,{TEXT}\n2,"بلا نهاية\n3,{TEXT}\n4,"{TEXT}"\n')

    items = list(read([file]))

    assert [item.article.id if item.article else None for item in items] == ["1", None, "3", "4"]
    assert "are its quotes closed?" in str(items[1].error)


@pytest.mark.parametrize(("name", "sign"), [("a.tsv", "\t"), ("a.csv", ";"), ("a.csv", ","), ("a.csv", "|")])
def test_the_sign_between_cells_is_told_by_the_header(tmp_path: Path, name: str, sign: str) -> None:
    [item] = read([written(tmp_path, name, f"id{sign}text\r\n7{sign}{TEXT}\r\n")])

    assert (item.article.id, item.article.text) == ("7", TEXT)


def test_parquet_is_read_with_its_dates(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    frame = pd.DataFrame({"text": [TEXT, None], "published": pd.to_datetime(["2022-01-28", None])})
    frame.to_parquet(tmp_path / "a.parquet")

    first, second = read([str(tmp_path / "a.parquet")])

    assert first.article.published == date(2022, 1, 28)
    assert "a.parquet:2: " in str(second.error)


def test_a_file_that_is_no_parquet_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")

    assert ["not Parquet" in str(item.error) for item in read([written(tmp_path, "a.parquet", "no")])] == [True]


def test_a_frame_gives_articles_and_names_a_bad_row() -> None:
    frame = pd.DataFrame({"body": [TEXT, ""], "date": [pd.Timestamp("2022-01-28"), pd.NaT]})
    articles = from_frame(frame)

    assert next(articles).published == date(2022, 1, 28)
    with pytest.raises(ArticleError, match="DataFrame:1: "):
        next(articles)


def test_a_line_without_end_is_an_error_and_costs_little_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsevents.readers.jsonl.LONGEST", 1000)
    file = written(tmp_path, "a.jsonl", f"{GOOD}\n" + "x" * 10_000 + f"\n{GOOD}\n")

    items = list(read([file]))

    assert [item.article is not None for item in items] == [True, False, True]


def test_html_gives_text_title_and_date(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = "".join(
        f"<p>{TEXT} وقال المتحدث باسم الجيش إن القوات ردت على المهاجمين في المنطقة رقم {n}.</p>" for n in range(5)
    )
    page = (
        '<html lang="ar"><head><title>هجوم في القطرون</title><meta property="article:published_time" '
        f'content="2022-01-28"></head><body><nav>الرئيسية</nav><article><h1>هجوم في القطرون</h1>{body}</article>'
        "<script>alert(1)</script></body></html>"
    )

    [item] = read([written(tmp_path, "page.html", page)])

    assert item.article.text.count("القطرون.") == 5
    assert "alert" not in item.article.text
    assert item.article.published == date(2022, 1, 28)
