"""Stage toponyms (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_toponyms", assigns=["doc._.locations"])
def toponyms(doc: Doc) -> Doc:
    """Write the layer locations."""
    doc._.locations = []
    return doc
