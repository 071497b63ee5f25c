"""Stage dates (being written)."""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import article


@Language.component("newsevents_dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    """Write the layer dates."""
    doc._.dates = []
    return doc


def published(doc: Doc) -> date | None:
    """The day of publication."""
    return article(doc).published
