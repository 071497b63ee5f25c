"""Stage places (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_places", assigns=["doc._.places"])
def places(doc: Doc) -> Doc:
    """Write the layer places."""
    doc._.places = []
    return doc
