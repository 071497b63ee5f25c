"""The page about the tables tells of every table and its columns."""

from __future__ import annotations

import re

import pytest

from write_data_readme import DATA, PAGE, header

TABLES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.tsv"))
ROWS = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns_there(table: str) -> None:
    """Mend it with tools/write_data_readme.py."""
    found = [row for row in ROWS if f"`{table}`" in row]

    assert len(found) == 1
    assert re.split(r" \| ", found[0])[1] == ", ".join(header(DATA / table).split("\t"))
