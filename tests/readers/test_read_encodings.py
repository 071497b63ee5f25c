"""Old encodings are told and said; damage costs letters, not rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsevents.readers import read

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
