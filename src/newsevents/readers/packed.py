"""Sources as streams of unpacked bytes; archive bombs are refused."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import cast

from ..errors import ArticleError
from .encodings import SAMPLE
from .files import STANDARD_INPUT, Source

MOST_UNPACKED = 64 << 20  # bytes; below this any ratio will do
MOST_RATIO = 200  # news in Arabic packs to a tenth; an archive bomb to a thousandth


@contextmanager
def opened(source: Source, begin: Callable[[str, Callable[[], int]], None]) -> Iterator[BufferedReader]:
    """The source as unpacked bytes; ``begin`` gets what tells how far the file is read."""
    if source.path == STANDARD_INPUT:
        yield cast(BufferedReader, sys.stdin.buffer)
    elif source.member and source.archive and source.archive.fp:
        begin(source.path, source.archive.fp.tell)
        with source.archive.open(source.member) as packed:
            yield unpacked(cast(BufferedReader, packed), source, source.member.compress_size)
    else:
        with Path(source.path).open("rb") as file:
            if not source.piped:
                begin(source.path, file.tell)
            yield unpacked(file, source, Path(source.path).stat().st_size)


def unpacked(file: BufferedReader, source: Source, size: int) -> BufferedReader:
    """The stream without its packing, watched where it has some; ``size`` is what it takes up packed."""
    if source.name.casefold().endswith(".gz"):
        return BufferedReader(Unpacked(gzip.GzipFile(fileobj=file), size, source.name), SAMPLE)
    if isinstance(file, zipfile.ZipExtFile):
        return BufferedReader(Unpacked(file, size, source.name), SAMPLE)
    return file


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
