"""Names of places, and what they are resolved to."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import read_marked
from newsevents.lexicons import read_tsv

EXAMPLES = Path(__file__).parents[1] / "examples" / "places.tsv"


def cases():
    for row in read_tsv(EXAMPLES, "places.tsv"):
        marks = [pytest.mark.xfail(reason=row["todo"])] if row["todo"] else []
        yield pytest.param(row["text"], row["expected"].split(), id=row.source, marks=marks)


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_places_of_examples(text, expected, annotate):
    plain, marked = read_marked(text)

    found = locations(annotate(plain))

    assert [location.name for location in found] == marked
    assert [location.place.id if location.place else "-" for location in found] == expected


def locations(doc):
    return [mention.value for mention in doc._.locations]
