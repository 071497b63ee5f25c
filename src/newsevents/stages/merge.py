"""Stage merge (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_merge", assigns=["doc._.events"])
def merge(doc: Doc) -> Doc:
    """Write the layer events."""
    doc._.events = []
    return doc
