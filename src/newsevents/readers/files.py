"""From what the user named to streams of bytes: files, folders, globs, .gz, members of .zip, standard input."""

from __future__ import annotations

import glob
import gzip
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import cast

from ..errors import ArticleError
from .encodings import SAMPLE

KINDS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
STANDARD_INPUT = "-"
MOST_UNPACKED = 64 << 20  # bytes; below this any ratio will do
MOST_RATIO = 200  # news in Arabic packs to a tenth; an archive bomb to a thousandth


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of a zip archive."""

    path: str
    member: str | None = None

    @property
    def name(self) -> str:
        """The name for messages: ``news.zip/a.txt``."""
        return self.path if self.member is None else f"{self.path}/{self.member}"

    @property
    def kind(self) -> str | None:
        """The reader for it, by its suffix; None where no reader knows it."""
        path = PurePosixPath((self.member or self.path).replace("\\", "/"))
        suffixes = [suffix.casefold() for suffix in path.suffixes if suffix.casefold() != ".gz"]
        return KINDS.get(suffixes[-1]) if suffixes else None


def sources(inputs: Iterable[str]) -> Iterator[Source | ArticleError]:
    """The files that the inputs name, in order; an input that names none is an error that says so."""
    for given in inputs:
        found = [Source(path) for path in paths(given)]
        if not found:
            yield ArticleError(f"{given}: no such file; check the name, or quote a pattern such as 'news/*.jsonl'")
        for source in found:
            yield from members(source) if source.path.casefold().endswith(".zip") else [source]


def paths(given: str) -> list[str]:
    """The files that one input names: itself, what a folder holds, or what a pattern matches."""
    if given == STANDARD_INPUT or Path(given).is_file():
        return [given]
    if Path(given).is_dir():
        return [str(path) for path in walk(Path(given))]
    return sorted(path for path in glob.glob(given, recursive=True) if Path(path).is_file())  # noqa: PTH207


def walk(folder: Path) -> Iterator[Path]:
    """The readable kinds of files below a folder, sorted; links to folders are not followed, so loops cannot be."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if Source(name).kind or name.casefold().endswith(".zip"):
                yield Path(parent) / name


def members(source: Source) -> Iterator[Source | ArticleError]:
    """The readable members of an archive. They are read in place, so names such as ../../x do no harm."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    except (OSError, zipfile.BadZipFile) as error:
        yield ArticleError(f"{source.path}: cannot be opened as a zip archive ({error}); pack it again")
        return
    found = [Source(source.path, name) for name in names if Source(name).kind]
    yield from found
    if not found:
        yield ArticleError(f"{source.path}: holds no file that can be read; it may hold {', '.join(KINDS)}")


@contextmanager
def opened(source: Source, begin: Callable[[str, Callable[[], int]], None]) -> Iterator[BufferedReader]:
    """The source as unpacked bytes; ``begin`` gets what tells how far the file is read."""
    if source.path == STANDARD_INPUT:
        yield cast(BufferedReader, sys.stdin.buffer)
    elif source.member is not None:
        with (
            Path(source.path).open("rb") as file,
            zipfile.ZipFile(file) as archive,
            archive.open(source.member) as packed,
        ):
            begin(source.path, file.tell)
            yield unpacked(cast(zipfile.ZipExtFile, packed), archive.getinfo(source.member).compress_size, source.name)
    elif source.path.casefold().endswith(".gz"):
        with Path(source.path).open("rb") as file, gzip.GzipFile(fileobj=file) as packed:
            begin(source.path, file.tell)
            yield unpacked(packed, Path(source.path).stat().st_size, source.name)
    else:
        with Path(source.path).open("rb") as file:
            begin(source.path, file.tell)
            yield file


def unpacked(packed: gzip.GzipFile | zipfile.ZipExtFile, size: int, name: str) -> BufferedReader:
    """The packed stream, watched; ``size`` is what it takes up packed."""
    return BufferedReader(Unpacked(packed, size, name), SAMPLE)


class Unpacked(io.RawIOBase):
    """A packed stream that stops when it has grown out of proportion: an archive bomb.

    Bytes come out as asked for, so a bomb costs no memory, only the time until it is refused.
    """

    def __init__(self, packed: gzip.GzipFile | zipfile.ZipExtFile, size: int, name: str) -> None:
        self._packed = packed
        self._most = max(MOST_UNPACKED, MOST_RATIO * size)
        self._name = name
        self._read = 0

    def readable(self) -> bool:
        """Yes; io asks."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, and count."""
        data = self._packed.read1(len(buffer))  # what came before a cut still comes out
        self._read += len(data)
        if self._read > self._most:
            remedy = "unpack it by hand if it is sound"
            raise ArticleError(f"{self._name}: unpacks to over {MOST_RATIO} times its size; {remedy}")
        buffer[: len(data)] = data
        return len(data)
