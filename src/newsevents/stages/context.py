"""Stage context (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_context", assigns=["doc._.assertions"])
def context(doc: Doc) -> Doc:
    """Write the layer assertions."""
    doc._.assertions = []
    return doc
