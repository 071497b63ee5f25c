"""Is every lexicon table as it should be? Each problem is one sentence with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import LexiconError
from ..lexicons import DATA, existing
from . import lines, rows


def problems(folder: Path | None = None, *, examples: bool = True) -> Iterator[str]:
    """What is wrong with the tables of a folder, or with ours.

    Without examples no spaCy is needed. A table that cannot be read gives one problem and the next is checked.
    Raises LexiconError where there is no such folder.
    """
    top = existing(folder) if folder else DATA
    tables: rows.Tables = {}
    for path in sorted(top.rglob("*.tsv")):
        name = path.relative_to(top).as_posix()
        try:
            tables[name] = list(rows.read(path, name))
        except LexiconError as error:
            yield str(error)
        yield from lines.problems(path, name)
    yield from rows.problems(tables)
    if examples:
        from .examples import problems as unmatched

        yield from unmatched(tables, folder)
