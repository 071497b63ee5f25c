"""Files, folders, patterns, archives, standard input: what is found, and what is said where nothing is."""

from __future__ import annotations

import gzip
import io
import os
import sys
import warnings
import zipfile
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from newsevents.errors import MissingExtra
from newsevents.readers import Wishes, read
from newsevents.readers import packed as reading

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


def zipped(path: Path, members: list[tuple[str, bytes]]) -> str:
    """An archive with these members; gives its name."""
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that stands twice
        for name, data in members:
            archive.writestr(name, data)
    return str(path)


def test_a_packed_member_of_an_archive_is_unpacked(tmp_path: Path) -> None:
    name = zipped(tmp_path / "a.zip", [("a.txt.gz", gzip.compress(TEXT.encode()))])

    assert texts(name) == [TEXT]


def test_a_bomb_in_a_packed_member_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1 << 20)
    name = zipped(tmp_path / "a.zip", [("a.txt.gz", gzip.compress(b"a" * (4 << 20)))])

    assert "unpacks to over 200 times its size" in texts(name)[0]


def test_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    name = zipped(tmp_path / "a.zip", [("a.txt", f"{TEXT} 1".encode()), ("a.txt", f"{TEXT} 2".encode())])

    assert texts(name) == [f"{TEXT} 1", f"{TEXT} 2"]


def test_an_archive_in_an_archive_is_said(tmp_path: Path) -> None:
    inner = Path(zipped(tmp_path / "inner.zip", [("a.txt", TEXT.encode())])).read_bytes()
    name = zipped(tmp_path / "outer.zip", [("inner.zip", inner), ("b.txt", TEXT.encode())])

    assert texts(name) == [TEXT, f"{name}/inner.zip: an archive in an archive; unpack the outer one first"]


@pytest.mark.parametrize(
    ("local", "central", "value", "said"),
    [(6, 8, 1, "is encrypted"), (8, 10, 9, "cannot be read (That compression method is not supported)")],
)
def test_a_member_that_cannot_be_unpacked_is_said(
    tmp_path: Path, local: int, central: int, value: int, said: str
) -> None:
    path = Path(zipped(tmp_path / "a.zip", [("a.txt", TEXT.encode())]))
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\3\4") + local] = value
    data[data.find(b"PK\1\2") + central] = value
    path.write_bytes(data)

    assert said in texts(path)[0]


def test_what_macos_packs_beside_the_files_is_no_article(tmp_path: Path) -> None:
    name = zipped(tmp_path / "a.zip", [("a.txt", TEXT.encode()), ("__MACOSX/._a.txt", b"\0\5\26\7"), ("._b.txt", b"")])
    (tmp_path / "._c.txt").write_bytes(b"\0\5\26\7")

    assert texts(name) == [TEXT]
    assert texts(tmp_path) == [TEXT]


def test_an_archive_of_many_members_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = zipped(tmp_path / "a.zip", [(f"{n}.txt", TEXT.encode()) for n in range(50)])
    opened = []
    whole = zipfile.ZipFile.__init__
    monkeypatch.setattr(zipfile.ZipFile, "__init__", lambda *given, **more: opened.append(1) or whole(*given, **more))

    assert texts(name) == [TEXT] * 50
    assert len(opened) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_pattern_follows_no_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "x" / "up").symlink_to("..", target_is_directory=True)

    assert texts(tmp_path / "**" / "*.txt") == [TEXT]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")

    assert "a.txt: cannot be read" in texts(tmp_path)[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_is_read_where_it_is_named_and_not_waited_for_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    line = f'{{"text": "{TEXT} 2"}}\n'
    writer = Thread(target=(tmp_path / "pipe.txt").write_text, args=(line, "utf-8"), daemon=True)

    assert texts(tmp_path) == [TEXT]
    writer.start()
    assert texts(tmp_path / "pipe.txt") == [f"{TEXT} 2"]


@pytest.mark.parametrize(("name", "said"), [("empty", "the folder holds no file that can be read"), ("", "no such")])
def test_a_folder_of_nothing_and_a_name_of_nothing_are_told_apart(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.docx").write_bytes(b"PK")

    assert said in texts(tmp_path / name if name else "")[0]
