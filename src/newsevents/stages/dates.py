"""Stage dates (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    """Write the layer dates."""
    doc._.dates = []
    return doc
