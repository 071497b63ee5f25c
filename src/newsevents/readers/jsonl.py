"""JSON Lines: one article a line; a bad line is an error and the next one is read. Also one array, or one object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import TextIO

from .article import item
from .encodings import text_stream
from .item import Item, Wishes, failed
from .txt import LONGEST, stem


def read(stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
    """An item a line; blank lines are passed over."""
    lines = text_stream(stream, file)
    for number, line in enumerate(numbered(lines), 1):
        if len(line) >= LONGEST:
            yield failed(file, number, f"the line is longer than {LONGEST >> 20} MB; is it one article a line?")
        elif number == 1 and whole(line):
            yield from array(line + lines.read(LONGEST), file, wishes)
            return
        elif line.strip():
            yield one(line, number, file, wishes)


def numbered(lines: TextIO) -> Iterator[str]:
    """The lines; of one that is too long only the beginning, so that memory stays small."""
    while line := lines.readline(LONGEST):
        yield line
        while len(line) == LONGEST and not line.endswith("\n"):
            line = lines.readline(LONGEST)


def whole(first: str) -> bool:
    """Whether the file is one array, or one object over several lines: its first line opens and does not say more."""
    return first.lstrip().startswith("[") or first.strip() == "{"


def one(line: str, number: int, file: str, wishes: Wishes) -> Item:
    """The item of one line."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return failed(file, number, f"not JSON ({error}); write one JSON object a line")
    return of_row(row, number, file, wishes)


def of_row(row: object, number: int, file: str, wishes: Wishes) -> Item:
    """The item of a parsed line."""
    if not isinstance(row, dict):
        return failed(file, number, f'holds {type(row).__name__}, not an object; write {{"text": ...}} on each line')
    return item(row, number, file, wishes, f"{stem(file)}:{number}")


def array(text: str, file: str, wishes: Wishes) -> Iterator[Item]:
    """The items of a .json file that is one array of objects, or one object."""
    try:
        rows = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        yield failed(file, None, f"not JSON ({error}); write an array of objects, or one object a line")
        return
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        yield of_row(row, number, file, wishes)
