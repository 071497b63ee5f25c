"""Every row of a rule table finds the words that its example puts in brackets."""

from __future__ import annotations

import pytest

from conftest import read_marked
from newsevents.api import STAGES
from newsevents.layers import by_word, words
from newsevents.lexicons import Lexicons
from newsevents.schema import Article, Row

# A table, and the layers whose mentions stand in its slots.
TABLES = {
    "triggers/": {"people": "people", "number": "numbers", "location": "locations", "actor": "actors"},
    "cues.tsv": {},
    "weapons.tsv": {},
    "structure/speech.tsv": {},
}
LEXICONS = Lexicons()
CASES = [pytest.param(table, row, id=row.source) for table in TABLES for row in LEXICONS.rows(table)]


@pytest.mark.parametrize(("table", "row"), CASES)
def test_row_fires_on_its_example(table: str, row: Row, nlp) -> None:
    text, marked = read_marked(row["example"])
    doc = read(nlp, text, "{" in row["pattern"])
    slots = {slot: by_word(doc, getattr(doc._, layer) or []) for slot, layer in TABLES[table].items()}

    found = LEXICONS.patterns(table).find_all(words(doc).forms, slots)

    spans = [
        words(doc).span(match.start, match.end) for same in found for match in same[:1] if row in [m.row for m in same]
    ]
    assert [doc[start:end].text for start, end in spans] == marked


def read(nlp, text: str, with_slots: bool):
    """The example as a Doc; the stages that fill slots run only where the pattern has one."""
    doc = nlp.make_doc(Article(text + " اليوم."))
    for name in STAGES[: STAGES.index("triggers")] if with_slots else ():
        doc = nlp.get_pipe(f"newsevents_{name}")(doc)
    return doc
