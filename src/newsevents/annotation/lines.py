"""JSON Lines of annotation tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import ArticleError
from ..json_lines import line


def write_lines(rows: Iterable[Mapping[str, object]], out: Path) -> int:
    """Write an object a line and give how many they were."""
    with out.open("wb") as file:
        return sum(file.write(line(row)) > 0 for row in rows)


def read_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object and where it stands. Raises ArticleError for a line that is none."""
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, text in enumerate(file, 1):
            where = f"{path}:{number}"
            if text.strip():
                yield where, parsed(text, where)


def parsed(text: str, where: str) -> dict[str, Any]:
    """The object of one line."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise ArticleError(f"{where}: not JSON ({error}); export the annotations again") from error
    if not isinstance(found, dict):
        raise ArticleError(f"{where}: holds {type(found).__name__}, not an object; export the annotations again")
    return found
