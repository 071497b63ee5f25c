#!/usr/bin/env python3
"""Write src/newsevents/data/README.md: the columns of every table, and what its first comments say."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from newsevents.lexicons import DATA

PAGE = DATA / "README.md"
FOLDERS = {
    "places": "Gazetteers. id begins with the country; kind is one of toponyms/kinds.tsv; parent is the id of what it"
    " lies in; rank 1-10, a higher one is meant sooner; needs: words one of which must stand before an ambiguous name.",
    "actors": "Armed groups, forces and states, under all their names. type as in docs/records.md; country is its home;"
    " from and until bound the days it had that name; label is a name for tables.",
    "triggers": "Words that announce an event. event_type is an id of event_types.tsv, - blocks; harm is the kind of"
    " casualties they count; voice: noun, passive, active, either, agentless, count, none.",
}
HEAD = """# Tables

What newsevents knows of the language and the world. Tab-separated, UTF-8, a header line, `#` for comments, no quotes;
one row is one rule. How to edit them: docs/lexicons.md (in Arabic: docs/lexicons.ar.md). `newsevents check` checks
them.

This page is written by `tools/write_data_readme.py` from the tables; their own comments say what the columns mean.

| table | columns | what it holds |
|---|---|---|
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page as the tables have it now."""
    groups: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path in sorted(DATA.rglob("*.tsv")):
        folder = path.parent.name
        groups[folder if folder in FOLDERS else str(path), header(path)].append(path)
    return HEAD + "".join(line(paths) for paths in groups.values())


def line(paths: list[Path]) -> str:
    """One row of the page: a table, or several of one form."""
    names = " ".join(f"`{path.relative_to(DATA).as_posix()}`" for path in paths)
    columns = ", ".join(header(paths[0]).split("\t"))
    said = above(paths[0]) if len(paths) == 1 else FOLDERS[paths[0].parent.name]
    return f"| {names} | {columns} | {said.replace('|', '/')} |\n"


def header(path: Path) -> str:
    """The line that names the columns."""
    lines = path.read_text("utf-8").splitlines()
    return next(line for line in lines if line.strip() and not line.startswith("#"))


def above(path: Path) -> str:
    """The comments above the header, as one paragraph."""
    lines = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").strip())
    return " ".join(lines)


if __name__ == "__main__":
    main()
