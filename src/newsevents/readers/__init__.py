"""Readers: files of every kind to items, one at a time, so that a file of any size fits in memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BufferedReader
from lzma import LZMAError
from typing import TYPE_CHECKING, Protocol
from zipfile import BadZipFile

from ..errors import ArticleError
from ..schema import Article
from .article import item
from .files import KINDS, Source, sources
from .item import Item, Wishes
from .meter import Meter
from .packed import opened

if TYPE_CHECKING:
    import pandas as pd

_BROKEN = (OSError, EOFError, zlib.error, LZMAError, BadZipFile, UnicodeError, NotImplementedError)
__all__ = ["Item", "Meter", "Wishes", "from_frame", "read"]


class Reader(Protocol):
    """What each module of this package fulfils."""

    def read(self, stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
        """The items of one file."""
        ...


def read(inputs: Iterable[str], wishes: Wishes | None = None, meter: Meter | None = None) -> Iterator[Item]:
    """The items of files, folders, patterns, archives and "-", in order.

    A file that cannot be read, or a part of it, is an item with an error, and the next one is read. Raises
    MissingExtra where a kind of file needs a package that is not installed. ``meter`` is told how far reading is.
    """
    for source in sources(inputs):
        if isinstance(source, ArticleError):
            yield Item(str(source).split(": ")[0], error=source)
        else:
            yield from of_source(source, wishes or Wishes(), meter or Meter())


def of_source(source: Source, wishes: Wishes, meter: Meter) -> Iterator[Item]:
    """The items of one file, up to where it cannot be read any further."""
    try:
        with opened(source, meter.begin) as stream:
            yield from reader(source, stream).read(stream, source.name, wishes)
    except ArticleError as error:
        yield Item(source.name, error=error)
    except _BROKEN as error:
        remedy = "what came before is read; get the file again"
        yield Item(source.name, error=ArticleError(f"{source.name}: cannot be read ({error}); {remedy}"))


def reader(source: Source, stream: BufferedReader) -> Reader:
    """The reader for a kind of file. Raises ArticleError for a kind that none knows."""
    kind = piped(stream) if source.piped else source.kind
    if kind is None:
        raise ArticleError(f"{source.name}: not a kind of file that can be read; use {' '.join(KINDS)}, .gz or .zip")
    module: Reader = import_module(f".{kind}", __name__)
    return module


def piped(stream: BufferedReader) -> str:
    """Standard input, or a pipe, is JSON Lines where it begins with { and plain text otherwise."""
    head = stream.peek(16)[:16]
    return "jsonl" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[{")) else "txt"


def from_frame(frame: pd.DataFrame) -> Iterator[Article]:
    """The articles of a DataFrame; columns are found by name or near name. Raises ArticleError for a bad row."""
    names = [str(column) for column in frame.columns]
    for number, values in enumerate(frame.itertuples(index=False, name=None)):
        found = item(dict(zip(names, values, strict=True)), number, "DataFrame", Wishes(), str(number))
        if found.error:
            raise found.error
        if found.article:
            yield found.article
