"""Casualties of one sentence: every row of examples/casualties.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsevents as ne
from newsevents.lexicons import parse_rows
from newsevents.schema import Row

KINDS = ("killed", "wounded", "missing", "detained", "abducted", "displaced")
PATH = Path(__file__).parent / "examples" / "casualties.tsv"
ROWS = list(parse_rows(PATH.read_text(encoding="utf-8").split("\n"), "casualties.tsv"))


def told(rows: list[dict]) -> str:
    """The rows in the short form of the table."""
    found = {}
    for kind in KINDS:
        mine = [row for row in rows if row["kind"] == kind]
        if mine:
            found[kind] = figure(mine)
    joint = next((row["high"] for row in rows if row["toll"] == "joint" and row["high"]), None)
    if joint is not None:
        found = {"joint": str(joint), **{k: v for k, v in found.items() if k not in ("killed", "wounded")}}
    return " ".join(f"{kind}={value}" for kind, value in found.items())


def figure(rows: list[dict]) -> str:
    """The figures of one kind added up."""
    known = [row for row in rows if row["best"] is not None]
    vague = "~" if any(row["vague"] for row in rows) else ""
    if known:
        return f"{sum(row['best'] for row in known)}{vague}"
    low, high = rows[0]["low"], rows[0]["high"]
    return f"{low}..{high}" if low is not None and high is not None else vague or "?"


def expected(row: Row) -> set[str]:
    """What may come out: "killed=?" is a row with no figure, or none."""
    cell = row["expected"]
    return {cell, " ".join(part for part in cell.split() if not part.endswith("=?"))}


def marked(row: Row) -> object:
    """A row as a test case; what is not done yet is expected to fail."""
    marks = [pytest.mark.xfail(reason=row["todo"], strict=True)] if row["todo"] else []
    return pytest.param(row, id=f"{row.source}-{row['family']}", marks=marks)


@pytest.mark.parametrize("row", [marked(row) for row in ROWS])
def test_a_sentence_gives_its_casualties(row: Row) -> None:
    assert told(ne.casualties(row["text"])) in expected(row)
