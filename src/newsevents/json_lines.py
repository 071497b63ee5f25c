"""Records as lines of JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .errors import ArticleError
from .schema import Record


def line(data: Mapping[str, object]) -> bytes:
    """One line, Arabic as it is; half a surrogate pair, which UTF-8 has no bytes for, is written as its escape."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return (json.dumps(data, allow_nan=False) + "\n").encode("ascii")


def whole(record: Record) -> dict[str, object]:
    """The record with the sentence that JSON leaves out, for journals that tables are made from."""
    return {**record.to_dict(), "sentence": record.sentence}


def records(lines: Iterable[bytes], where: str) -> Iterator[Record]:
    """Records from lines of JSON. Raises ArticleError for a line that is none."""
    for number, data in enumerate(lines, 1):
        try:
            yield Record(**json.loads(data))
        except (TypeError, ValueError) as error:
            remedy = "write it with: newsevents extract … --to jsonl"
            raise ArticleError(f"{where}:{number}: not an event record ({error}); {remedy}") from error


def read(path: Path) -> Iterator[Record]:
    """The records of a .jsonl file."""
    with path.open("rb") as file:
        yield from records(file, str(path))
