"""Stage triggers (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_triggers", assigns=["doc._.triggers"])
def triggers(doc: Doc) -> Doc:
    """Write the layer triggers."""
    doc._.triggers = []
    return doc
