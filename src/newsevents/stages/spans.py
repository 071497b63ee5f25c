"""Spans: token bounds as code points of the text as it was given."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import text_of


def span(doc: Doc, start: int, end: int) -> list[int] | None:
    """[first, last) in the given text; None for words of a title that the text does not contain."""
    starts, texts = doc.user_data["token_starts"], doc.user_data["token_texts"]
    offset: int = doc.user_data["offset"]
    first = starts[start] - offset
    last = starts[end - 1] + len(texts[end - 1]) - offset
    return [first, last] if first >= 0 else None


def evidence(doc: Doc, slot: str, start: int, end: int, rule: str) -> dict[str, object]:
    """One entry of a record's evidence: the slot, the words, where they stand, the row that decided."""
    return {"slot": slot, "span": span(doc, start, end), "text": text_of(doc, start, end), "rule": rule or None}
