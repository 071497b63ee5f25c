"""Stage frames (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_frames", assigns=["doc._.frames"])
def frames(doc: Doc) -> Doc:
    """Write the layer frames."""
    doc._.frames = []
    return doc
