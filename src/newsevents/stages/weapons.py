"""Stage weapons (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_weapons", assigns=["doc._.weapons"])
def weapons(doc: Doc) -> Doc:
    """Write the layer weapons."""
    doc._.weapons = []
    return doc
