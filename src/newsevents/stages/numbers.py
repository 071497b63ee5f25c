"""Stage numbers (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_numbers", assigns=["doc._.numbers"])
def numbers(doc: Doc) -> Doc:
    """Write the layer numbers."""
    doc._.numbers = []
    return doc
