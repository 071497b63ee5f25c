"""Tables as text: .csv and .tsv with a header; a row that is broken is an error of its own."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from io import BufferedReader
from typing import TextIO

from ..errors import ArticleError
from .article import item
from .columns import fields
from .encodings import text_stream
from .item import Item, Wishes, failed
from .jsonl import numbered
from .txt import stem

LONGEST_CELL = 1 << 26
MOST_LINES = 5_000  # of one row; a quote that opens and never closes would swallow the rest of the file
DELIMITERS = ",;\t|"


def read(stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
    """An item a row. Rows count as a spreadsheet shows them: the header is row 1."""
    csv.field_size_limit(LONGEST_CELL)
    lines = text_stream(stream, file, newline="")
    first = lines.readline()
    separator = delimiter(first)
    header = [name.strip() for name in cells(first, separator)]
    try:
        fields(header, wishes.columns, file)
    except ArticleError as error:
        yield failed(file, 1, str(error))
        return
    for number, row in enumerate(rows(lines, separator, len(header)), 2):
        if isinstance(row, str):
            yield failed(file, number, row)
        else:
            yield item(dict(zip(header, row, strict=True)), number, file, wishes, f"{stem(file)}:{number}")


def delimiter(header: str) -> str:
    """The sign between cells: the one that the header has most of."""
    return max(DELIMITERS, key=header.count)


def rows(lines: TextIO, separator: str, width: int) -> Iterator[list[str] | str]:
    """Rows of that many cells; for a broken one, what is wrong, and reading goes on at the line after it."""
    ahead: deque[str] = deque()
    source = numbered(lines)
    while taken := one_row(ahead, source):
        found = cells("".join(taken), separator) if closed(taken) else []
        if len(found) == width:
            yield found
        elif any(cell.strip() for cell in taken):
            yield f"{len(found)} cells, but the header has {width}; are its quotes closed?"
            ahead.extendleft(reversed(taken[1:]))


def one_row(ahead: deque[str], source: Iterator[str]) -> list[str]:
    """The lines of the next row: as many as it takes to close its quotes, up to a limit."""
    taken: list[str] = []
    open_quote = False
    while len(taken) < MOST_LINES and (line := ahead.popleft() if ahead else next(source, "")):
        taken.append(line)
        open_quote ^= not closed([line])
        if not open_quote:
            break
    return taken


def closed(lines: list[str]) -> bool:
    """Whether every quote that opens in these lines is closed in them."""
    return sum(line.count('"') for line in lines) % 2 == 0


def cells(line: str, separator: str) -> list[str]:
    """The cells of one row; none where quotes stand so that it cannot be read."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
