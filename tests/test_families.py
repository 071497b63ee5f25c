"""Every way of writing deaths, injuries, numbers, totals and dates has an example, and there are enough of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsevents.lexicons import parse_rows
from newsevents.schema import Row

EXAMPLES = Path(__file__).parent / "examples"
TABLES = ("numbers", "dates", "people", "casualties")
LETTERS = {"D": 38, "I": 26, "N": 37, "T": 24, "A": 44}  # deaths, injuries, numbers, totals, dates: how many families
FAMILIES = [f"{letter}{number}" for letter, last in LETTERS.items() for number in range(1, last + 1)]
ENOUGH = 850
FEW = 10


def rows() -> list[Row]:
    """All rows of the tables."""
    lines = {table: (EXAMPLES / f"{table}.tsv").read_text(encoding="utf-8").split("\n") for table in TABLES}
    return [row for table in TABLES for row in parse_rows(lines[table], f"{table}.tsv")]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_family_has_an_example(family: str) -> None:
    assert [row.source for row in rows() if row["family"] == family and not row["todo"]]


def test_there_are_enough_examples() -> None:
    assert len(rows()) >= ENOUGH


def test_few_examples_wait() -> None:
    assert len([row.source for row in rows() if row["todo"]]) <= FEW
