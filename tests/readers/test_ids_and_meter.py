"""Ids that stand twice are said; how far reading has come is known."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from newsevents.readers import Meter, read
from newsevents.readers.ids import unlike
from newsevents.readers.txt import stem

LINE = '{{"id": "{}", "text": "قتل ثلاثة جنود"}}\n'


def test_an_id_that_stands_twice_is_said_and_both_are_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.jsonl").write_text("".join(map(LINE.format, "abcb")), "utf-8")

    assert len(list(unlike(read([str(tmp_path / "a.jsonl")])))) == 4
    assert [r.getMessage().split(";")[0] for r in caplog.records] == [
        f"{tmp_path}/a.jsonl:4: an earlier article has the id 'b' too"
    ]


def test_files_of_one_name_in_two_folders_are_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("قتل", "utf-8")

    list(unlike(read([str(tmp_path)])))

    assert "b/x.txt: an earlier article has the id 'x' too" in caplog.text


def test_the_share_that_is_read_grows_to_one(tmp_path: Path) -> None:
    lines = "".join(LINE.format(n) for n in range(9_000))
    (tmp_path / "a.jsonl").write_text(lines, "utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("one.jsonl", lines)
        archive.writestr("two.jsonl", lines)
    meter = Meter([str(tmp_path)])

    shares = [meter.share for _ in read([str(tmp_path)], meter=meter)]

    assert shares == sorted(shares)
    assert shares[0] < 0.1
    assert meter.share > 0.99


def test_of_standard_input_and_of_nothing_no_share_is_known() -> None:
    assert Meter(["-"]).share is None
    assert Meter().share is None


@pytest.mark.parametrize(
    "name", ["C:\\news\\qatrun.txt", "news.zip/dir\\qatrun.txt", "\\\\server\\share\\qatrun.txt.gz"]
)
def test_windows_paths_give_the_same_id(name: str) -> None:
    assert stem(name) == "qatrun"
