"""Sentences with marked words, in tests/examples: one file a layer, one behaviour a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from conftest import read_marked
from newsevents.api import STAGES
from newsevents.lexicons import read_tsv
from newsevents.schema import Amount, Article, Day, Row

EXAMPLES = Path(__file__).parent / "examples"
PUBLISHED = date(2024, 10, 31)


def amount(value: Amount) -> str:
    """As the table writes it: low best high, "-" where nothing is said, v for vague."""
    bounds = ["-" if bound is None else str(bound) for bound in (value.low, value.best, value.high)]
    return " ".join([*bounds, "v"] if value.vague else bounds)


def day(value: Day) -> str:
    """As the table writes it: the day or first..last, the precision where it is not the plain one, @time of day."""
    if value.start is None:
        return "?"
    span = str(value.start) if value.start == value.end else f"{value.start}..{value.end}"
    plain = "day" if value.start == value.end else "range"
    precision = "" if value.precision == plain else value.precision
    return " ".join(filter(None, [span, precision, f"@{value.time_of_day}" if value.time_of_day else ""]))


LAYERS: dict[str, Callable[..., str]] = {"numbers": amount, "dates": day}
CASES = [
    pytest.param(
        layer, row, id=row.source, marks=[pytest.mark.xfail(reason=row["todo"], strict=True)] if row["todo"] else []
    )
    for layer in LAYERS
    for row in read_tsv(EXAMPLES / f"{layer}.tsv", f"{layer}.tsv")
]


@pytest.mark.parametrize(("layer", "row"), CASES)
def test_marked_words_have_their_values(layer: str, row: Row, nlp: Language) -> None:
    text, marked = read_marked(row["text"])
    doc = nlp.make_doc(Article(text + " .", published=PUBLISHED))  # a full stop, so that the line is prose
    for stage in STAGES[: STAGES.index(layer) + 1]:
        doc = nlp.get_pipe(f"newsevents_{stage}")(doc)
    found = getattr(doc._, layer)

    values = [LAYERS[layer](mention.value) for mention in found]

    assert [doc[mention.start : mention.end].text for mention in found] == marked
    assert values == [value.strip() for value in row["expected"].split("|") if value.strip()]
