"""Words that make or announce actors: units, forces, nationalities, definite nouns; read once per document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..patterns import Match, Patterns
from ..schema import Row

_TABLES = (
    "actors/classes.tsv",
    "actors/nationalities.tsv",
    "parties/definite.tsv",
    "parties/forces.tsv",
    "parties/ordinary.tsv",
    "parties/units.tsv",
)


@dataclass(frozen=True, slots=True)
class PartyCues:
    """The matches of each table, and of each by the word after it."""

    matches: Mapping[str, list[Match]] = field(default_factory=dict)
    ending: Mapping[tuple[str, int], Match] = field(default_factory=dict)


def party_cues(doc: Doc) -> PartyCues:
    """The cues of a document, found when first asked for."""
    known = doc.user_data.get("party_cues")
    if isinstance(known, PartyCues):
        return known
    matches: dict[str, list[Match]] = {table: [] for table in _TABLES}
    ending: dict[tuple[str, int], Match] = {}
    for match in (each for homonyms in cue_patterns(lexicons(doc)).find_all(words(doc).forms) for each in homonyms):
        table = match.row.source.partition(":")[0]
        matches[table].append(match)
        ending[table, match.end] = match
    made = PartyCues(matches, ending)
    doc.user_data["party_cues"] = made
    return made


@cache
def cue_patterns(tables: Lexicons) -> Patterns:
    """All the tables as one matcher, so that a document is read once."""
    return tables.matcher(row for table in _TABLES for row in tables.rows(table))


@cache
def party_rows(tables: Lexicons) -> Mapping[str, Row]:
    """A row of each actor of the tables, by id; the first that needs no country."""
    found: dict[str, Row] = {}
    for row in named_rows(tables):
        if row["id"] not in found or (found[row["id"]]["label"] and not row["label"]):
            found[row["id"]] = row
    return found


def named_rows(tables: Lexicons) -> Iterator[Row]:
    """The rows of actors/ that name actors; its tables of classes and nationalities have no ids."""
    return (row for row in tables.rows("actors/") if "id" in row.cells)
