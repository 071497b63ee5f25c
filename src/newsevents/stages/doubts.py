"""Whether a name of the gazetteer is another word where it stands: a person's name, a common word, an adjective."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..patterns import Match
from .gazetteer import Gazetteer, bare_forms, gazetteer
from .placecues import Cues, common_words, word_set

_SHORTEST_NOUN, _FAINT = 4, 1


def is_other(doc: Doc, homonyms: Sequence[Match], around: Cues) -> bool:
    """Whether the name is no place here."""
    match, book = homonyms[0], gazetteer(lexicons(doc))
    if personal(match, around) or ordinary(doc, match, around) or adjectival(match, words(doc).forms):
        return True
    return faint(homonyms, book) and not stands(doc, match, around)


def personal(match: Match, around: Cues) -> bool:
    """Whether the name is part of a person's or another thing's: العقيد علي البصري، صحيفة الحياة."""
    before = around.ending.get(match.start)
    if before is None or before.start == match.start or match.proclitic:
        return False
    if before.row["cue"] == "weak":
        earlier = around.ending.get(before.start)
        return earlier is not None and earlier.row["cue"] in ("title", "first")
    return before.row["cue"] in ("title", "first", "other")


def ordinary(doc: Doc, match: Match, around: Cues) -> bool:
    """Whether it is an ordinary word for want of a class word, or the first part of a longer name (تل شنان)."""
    forms, table = words(doc).forms, lexicons(doc).patterns("toponyms/ordinary.tsv")
    one = match.end - match.start == 1 and match.end < len(forms)
    if one and without(match, forms) in word_set(lexicons(doc), "heads"):
        return forms[match.end].isalpha() and forms[match.end] not in word_set(lexicons(doc), "stops")
    before = around.before(match.start, "class")
    announced = before is not None and not forms[before.end - 1].startswith("ال")
    return not announced and table.match(forms, match.start) is not None


def adjectival(match: Match, forms: Sequence[str]) -> bool:
    """Whether the letters of a country are an adjective's: شابا تركيا."""
    before = forms[match.start - 1] if match.start else ""
    tanween = len(before) >= _SHORTEST_NOUN and before.endswith("ا") and not before.endswith("ما")
    return tanween and not match.proclitic and match.end - match.start == 1 and forms[match.start].endswith("يا")


def faint(homonyms: Sequence[Match], book: Gazetteer) -> bool:
    """Whether nothing but hamlets have the name: it is then more often another word."""
    free = [match for match in homonyms if match.row.source not in book.needs]
    return bool(free) and all(book.place(match.row).rank <= _FAINT for match in free)


def stands(doc: Doc, match: Match, around: Cues) -> bool:
    """Whether a faint name stands as a place: after a class word, or as a rare word behind ب or a word such as في."""
    before = around.before(match.start, "class")
    if before is not None and before.row["opens"] != "no":
        return True
    tables, forms = lexicons(doc), words(doc).forms
    if match.end - match.start == 1 and without(match, forms) in common_words(tables, 100):
        return False
    previous = forms[match.start - 1] if match.start else ""
    return match.proclitic.endswith("ب") or not word_set(tables, "placing").isdisjoint(bare_forms(previous))


def without(match: Match, forms: Sequence[str]) -> str:
    """The word that a one-word name is, without proclitic."""
    return forms[match.start][len(match.proclitic) :]
