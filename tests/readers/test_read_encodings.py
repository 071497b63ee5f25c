"""Old encodings are told and said; damage costs letters, not rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsevents.readers import read
from newsevents.readers.encodings import text_of

TEXT = (
    "قتل ثلاثة جنود وأصيب آخرون في هجوم شنه مسلحون مجهولون على نقطة تفتيش غرب مدينة القطرون جنوب البلاد، "
    "بحسب ما أعلنت وزارة الداخلية يوم الأربعاء في بيان لها على صفحتها الرسمية."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_the_encoding_of_a_text_is_told(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))

    [item] = read([str(tmp_path / "a.txt")])

    assert item.article.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_tables_have_encodings_too(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(f"id,text\r\n1,{TEXT}\r\n2,{TEXT}\r\n".encode(encoding))

    assert [item.article.text for item in read([str(tmp_path / "a.csv")])] == [TEXT, TEXT]


def test_a_guess_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1256"))

    list(read([str(tmp_path / "a.txt")]))

    assert "not UTF-8; read as cp1256" in caplog.text


def test_one_bad_byte_costs_one_letter(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT}, ensure_ascii=False).encode() + b"\n"
    bad = line[:100] + b"\xff" + line[100:]
    (tmp_path / "a.jsonl").write_bytes(line + bad + line)

    items = list(read([str(tmp_path / "a.jsonl")]))

    assert [item.article is not None for item in items] == [True, True, True]
    assert "�" in items[1].article.text


@pytest.mark.parametrize("name", ["windows-1256", "iso-8859-6"])
def test_a_page_says_its_encoding_itself(name: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={name}"></head>{TEXT[:40]}</html>'

    assert text_of(page.encode(name), "a.html", page=True) == page


@pytest.mark.parametrize("name", ["windows-1256", "hex", "unknown-99", "utf-16"])
def test_a_page_that_is_utf8_is_read_so_whatever_it_says(name: str) -> None:
    page = f"<html><head><meta charset='{name}'></head>{TEXT}</html>"

    assert text_of(page.encode(), "a.html", page=True) == page


def test_a_page_that_says_utf8_and_is_not_is_guessed() -> None:
    page = f"<html><head><meta charset=utf-8></head>{TEXT}</html>"

    assert text_of(page.encode("cp1256"), "a.html", page=True) == page


def test_utf16_without_its_mark_is_said(caplog: pytest.LogCaptureFixture) -> None:
    assert text_of(TEXT.encode("utf-16-le"), "a.txt") == TEXT
    assert "a.txt: not UTF-8; read as utf_16_le" in caplog.text
