"""The front door: load(), extract(), extract_many(), explain(); and the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .records import Events, events_of
from .schema import Article

STAGES = (
    "sentences",
    "numbers",
    "dates",
    "places",
    "toponyms",
    "actors",
    "people",
    "weapons",
    "triggers",
    "context",
    "frames",
    "merge",
)


def load(*, lexicons: Iterable[str | Path] = (), countries: Iterable[str] = ()) -> Language:
    """The pipeline as a spaCy Language; ``doc._.events`` holds what it finds.

    ``lexicons`` are folders with tables of your own; ``countries`` are ISO 3166 codes the news is about, which
    settle names that exist in several. Raises LexiconError where a table is wrong.
    """
    return _loaded(tuple(map(str, lexicons)), tuple(sorted(country.upper() for country in countries)))


@cache
def _loaded(lexicons: tuple[str, ...], countries: tuple[str, ...]) -> Language:
    from . import stages  # noqa: F401

    config = {
        "nlp": {
            "tokenizer": {
                "@tokenizers": "newsevents.Tokenizer.v1",
                "lexicons": list(lexicons),
                "countries": list(countries),
            }
        }
    }
    nlp = spacy.blank("ar", config=config)
    for stage in STAGES:
        nlp.add_pipe(f"newsevents_{stage}")
    return nlp
