"""Text files: the whole file is one article; title, byline and dateline are the pipeline's to find."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from pathlib import PurePath

from .article import item
from .encodings import text_of
from .item import Item, Wishes, failed

LONGEST = 64 << 20  # bytes; a thousand times the longest article


def read(stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
    """The one article of the file; its id is the file's name."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        yield failed(file, None, f"over {LONGEST >> 20} MB in one article; split it, one article a file")
        return
    yield item({"text": text_of(data, file)}, None, file, Wishes(published=wishes.published), stem(file))


def stem(file: str) -> str:
    """``a`` for news.zip/a.txt.gz; "stdin" for standard input."""
    return PurePath(file.replace("\\", "/")).name.split(".")[0] or "article" if file != "-" else "stdin"
