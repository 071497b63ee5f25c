"""Files, folders, patterns, archives, standard input: what is found, and what is said where nothing is."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from newsevents.errors import MissingExtra
from newsevents.readers import Wishes, read
from newsevents.readers import files as reading

TEXT = "قتل ثلاثة جنود في هجوم على القطرون."


def texts(*inputs: object) -> list[str]:
    """The texts that are read; the errors where there are some."""
    return [item.article.text if item.article else str(item.error) for item in read(map(str, inputs))]


def test_a_text_file_is_one_article_named_after_its_file(tmp_path: Path) -> None:
    (tmp_path / "qatrun.txt").write_text(TEXT, "utf-8")

    [item] = read([str(tmp_path / "qatrun.txt")])

    assert (item.article.text, item.article.id, item.row) == (TEXT, "qatrun", None)


def test_windows_line_ends_stay_so_that_offsets_hold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سطر\r\nسطر\r\n".encode())

    assert texts(tmp_path / "a.txt") == ["سطر\r\nسطر\r\n"]


def test_a_folder_is_read_in_order_without_what_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", "notes.docx", "a.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", "utf-8")

    assert texts(tmp_path) == [f"{TEXT} {name}" for name in ("a.txt", "c.txt", "b/a.txt")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

    assert texts(tmp_path) == [TEXT]


def test_a_pattern_is_expanded(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt"):
        (tmp_path / name).write_text(name + TEXT, "utf-8")

    assert texts(tmp_path / "a*.txt") == ["a1.txt" + TEXT, "a2.txt" + TEXT]


def test_gz_and_zip_are_read_in_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("../../evil.txt", TEXT)
        archive.writestr("readme.md", "no article")

    items = list(read([str(tmp_path / "a.txt.gz"), str(tmp_path / "b.zip")]))

    assert [item.article.id for item in items] == ["a", "evil"]
    assert not (tmp_path.parent / "evil.txt").exists()


def test_a_truncated_gz_keeps_the_rows_before_the_cut(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "{TEXT} {n} {os.urandom(40).hex()}"}}\n' for n in range(500))
    packed = gzip.compress(lines.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) * 2 // 3])

    items = list(read([str(tmp_path / "a.jsonl.gz")]))

    assert sum(item.article is not None for item in items) > 200
    assert "cannot be read" in str(items[-1].error)


def test_an_archive_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1 << 20)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "ا" * (4 << 20))

    [told] = texts(tmp_path / "bomb.zip")

    assert "unpacks to over 200 times its size" in told


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("bad.zip", b"no zip", "cannot be opened as a zip archive"),
        ("bad.txt.gz", b"no gzip", "cannot be read"),
        ("letter.docx", b"PK", "not a kind of file"),
        ("empty.txt", b"", "is empty"),
        ("empty.jsonl", b"\n\n", None),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_with_its_name(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)

    told = texts(tmp_path / name)

    assert len(told) == (1 if said else 0)
    assert all(said in error and name in error and ";" in error for error in told)


def test_a_missing_file_is_an_error_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")

    told = texts(tmp_path / "nothing.txt", tmp_path / "a.txt")

    assert "no such file" in told[0]
    assert told[1] == TEXT


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").chmod(0)

    assert "cannot be read" in texts(tmp_path / "a.txt")[0]


@pytest.mark.parametrize(("data", "name"), [(TEXT, "stdin"), (f'{{"text": "{TEXT}"}}\n', "stdin:1")])
def test_standard_input_is_text_or_json_lines(monkeypatch: pytest.MonkeyPatch, data: str, name: str) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode())), "utf-8")
    monkeypatch.setattr("sys.stdin", stdin)

    [item] = read(["-"])

    assert (item.article.text, item.article.id) == (TEXT, name)


def test_a_day_of_publication_for_all_stands_above_what_files_say(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{TEXT}", "published": "2020-01-01"}}', "utf-8")

    [item] = read([str(tmp_path / "a.jsonl")], Wishes(published=date(2022, 1, 28)))

    assert item.article.published == date(2022, 1, 28)


@pytest.mark.parametrize(("name", "package"), [("a.html", "trafilatura"), ("a.parquet", "pyarrow")])
def test_a_missing_extra_names_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    (tmp_path / name).write_text(TEXT, "utf-8")
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(MissingExtra, match=r"pip install 'newsevents\["):
        list(read([str(tmp_path / name)]))
