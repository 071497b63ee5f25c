"""Stage people (being written)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("newsevents_people", assigns=["doc._.people"])
def people(doc: Doc) -> Doc:
    """Write the layer people."""
    doc._.people = []
    return doc
