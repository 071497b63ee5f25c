"""Stage actors (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_actors", assigns=["doc._.actors"])
def actors(doc: Doc) -> Doc:
    """Write the layer actors."""
    doc._.actors = []
    return doc
