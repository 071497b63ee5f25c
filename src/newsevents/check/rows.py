"""What can be wrong between rows: patterns that cannot be read or stand twice, ids that point nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from ..errors import LexiconError
from ..lexicons import Lexicons, read_tsv
from ..patterns import BLOCK, Item, expand
from ..schema import Row

Tables = dict[str, list[Row]]
HOMONYMS = ("places/", "actors/", "people.tsv", "people_cues.tsv", "time/", "cues.tsv", "roles.tsv", "connectives.tsv")
EVENT_TYPES = "event_types.tsv"


def read(path: Path, name: str) -> Iterator[Row]:
    """The rows of a file, read anew. Raises LexiconError."""
    read_tsv.cache_clear()
    yield from read_tsv(path, name)


def problems(tables: Tables) -> Iterator[str]:
    """All that is wrong between the rows of these tables."""
    for name, table in tables.items():
        yield from patterns(name, table)
        yield from without_example(table)
    yield from pointers(tables)
    yield from types(tables)


def patterns(name: str, table: Iterable[Row]) -> Iterator[str]:
    """Patterns that cannot be read, and those whose every form stands in an earlier row of the file already."""
    seen: dict[tuple[Item, ...], Row] = {}
    for row in table:
        try:
            forms = [tuple(form) for form in expand(row["pattern"], row.source)] if "pattern" in row.cells else []
        except LexiconError as error:
            yield str(error)
            continue
        first = {seen[form].source: seen[form] for form in forms if form in seen}
        same = any(other.cells == row.cells for other in first.values())
        if forms and all(form in seen for form in forms) and (same or not name.startswith(HOMONYMS)):
            yield f"{row.source}: {row['pattern'][:40]} stands in {', '.join(first)} already; keep one"
        seen |= dict.fromkeys(forms, row)


def without_example(table: Iterable[Row]) -> Iterator[str]:
    """Rows of a table with a column for examples that have none."""
    for row in table:
        if row.get("example", "-") == "":
            yield f"{row.source}: {row.get('pattern')} has no example; write a sentence with the words in [brackets]"


def pointers(tables: Tables) -> Iterator[str]:
    """Parents and actors that no row is."""
    for kind in ("places/", "actors/"):
        known = ids(kind, tables)
        for row in chain.from_iterable(rows for name, rows in tables.items() if name.startswith(kind)):
            for column in ("parent", "actor"):
                named = row.get(column)
                if named and named not in known:
                    yield f"{row.source}: {column} {named!r} is the id of no row in {kind}"


def ids(kind: str, tables: Tables) -> set[str]:
    """The ids of ours and of these tables."""
    own = chain.from_iterable(rows for name, rows in tables.items() if name.startswith(kind))
    return {row["id"] for row in chain(Lexicons().rows(kind), own) if "id" in row.cells}


def types(tables: Tables) -> Iterator[str]:
    """Event types of triggers, weapons and cues that event_types.tsv does not have."""
    known = {row["id"] for row in chain(Lexicons().rows(EVENT_TYPES), tables.get(EVENT_TYPES, ()))}
    for row in chain.from_iterable(tables.values()):
        if "pattern" in row.cells and row.get("event_type") not in (*known, "", BLOCK):
            yield f"{row.source}: event_type {row['event_type']!r} is not in {EVENT_TYPES}"
