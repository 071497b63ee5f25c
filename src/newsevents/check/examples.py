"""Do the rows find the words that their examples put in [brackets]?

A row is right where its own pattern finds these words, or where the pipeline has a mention of them: tables such as
numbers.tsv name parts of what a stage puts together. A row whose example marks nothing must find nothing, or block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..api import load
from ..errors import NewseventsError
from ..layers import LAYERS, by_word, layer, words
from ..patterns import BLOCK, Patterns
from ..schema import Article, Mention, Row
from .rows import Tables

SLOTS = {"people": "people", "number": "numbers", "location": "locations", "actor": "actors", "date": "dates"}
LINES = ("structure/",)  # tables of whole lines, which no sentence shows
PUBLISHED = date(2024, 1, 5)
_MARK = re.compile(r"\[([^\[\]]*)\]")


def problems(tables: Tables, folder: Path | None) -> Iterator[str]:
    """The rows whose examples do not come out."""
    try:
        nlp = load(lexicons=[folder] if folder else [])
    except NewseventsError as error:
        yield str(error)
        return
    for name, table in tables.items():
        rows = [row for row in table if row.get("example")]
        if rows and "pattern" in rows[0].cells and not name.startswith(LINES):
            patterns = Patterns(table)
            yield from (told for row in rows if (told := problem(nlp, patterns, row)))


def problem(nlp: Language, patterns: Patterns, row: Row) -> str | None:
    """What is wrong with a row's example, or None."""
    text, marked = marks(row["example"])
    doc = nlp(nlp.make_doc(Article(f"{text} اليوم.", published=PUBLISHED)))  # type: ignore[arg-type]
    found = matched(doc, patterns, row)
    told = [*found, *mentioned(doc)] if marked else []
    if all(any(mark in words for words in told) for mark in marked) and (marked or not found or BLOCK in cells(row)):
        return None
    return f"{row.source}: its example marks {', '.join(marked) or 'nothing'}; found {', '.join(found) or 'nothing'}"


def cells(row: Row) -> list[str]:
    """The cells of the row but its pattern and example."""
    return [value for column, value in row.cells.items() if column not in ("pattern", "example")]


def marks(example: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and the words in them."""
    return _MARK.sub(r"\1", example), _MARK.findall(example)


def matched(doc: Doc, patterns: Patterns, row: Row) -> list[str]:
    """The words that this very row's pattern finds."""
    slots = {slot: by_word(doc, layer(doc, name)) for slot, name in SLOTS.items()}
    found = patterns.find_all(words(doc).forms, slots)
    spans = [words(doc).span(same[0].start, same[0].end) for same in found if row in [match.row for match in same]]
    return [doc[start:end].text for start, end in spans]


def mentioned(doc: Doc) -> set[str]:
    """The words of every mention in every layer."""
    layers = (getattr(doc._, name) or () for name in LAYERS)
    mentions = (mention for found in layers for mention in found if isinstance(mention, Mention))
    return {doc[mention.start : mention.end].text for mention in mentions}
