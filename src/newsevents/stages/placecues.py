"""Words around place names: class words, directions, distances, titles and first names; read once per document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..patterns import Match, Patterns, expand
from ..schema import Row

_TABLES = ("classes", "directions", "distances", "people")


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a document by the word they begin at and by the word after them."""

    starting: Mapping[int, Match]
    ending: Mapping[int, Match]

    def before(self, word: int, kind: str) -> Match | None:
        """The cue of that kind that ends just before a word."""
        match = self.ending.get(word)
        return match if match is not None and match.row["cue"] == kind else None

    def at(self, word: int, kind: str) -> Match | None:
        """The cue of that kind that begins at a word."""
        match = self.starting.get(word)
        return match if match is not None and match.row["cue"] == kind else None


def cues(doc: Doc) -> Cues:
    """The cues of a document, found when first asked for."""
    known = doc.user_data.get("place_cues")
    if isinstance(known, Cues):
        return known
    found = cue_patterns(lexicons(doc)).find(words(doc).forms)
    made = Cues({match.start: match for match in found}, {match.end: match for match in found})
    doc.user_data["place_cues"] = made
    return made


@cache
def cue_patterns(tables: Lexicons) -> Patterns:
    """All the cue tables as one matcher, so that a document is read once."""
    return tables.matcher(row for table in _TABLES for row in tables.rows(f"toponyms/{table}.tsv"))


@cache
def word_set(tables: Lexicons, table: str, folder: str = "toponyms") -> frozenset[str]:
    """The folded words of a table of single words."""
    rows: tuple[Row, ...] = tables.rows(f"{folder}/{table}.tsv")
    return frozenset(str(item) for row in rows for items in expand(row["pattern"], row.source) for item in items)


@cache
def common_words(tables: Lexicons, least: int) -> frozenset[str]:
    """Words that the news has at least so often, names of places left out."""
    rows = tables.rows("toponyms/common.tsv")
    return frozenset(word for row in rows if int(row["least"]) >= least for word in row["words"].split())
