"""Which place of the text lies in which: "قرية س التابعة لقضاء ص في محافظة ع", "في محافظة ع، مدينة ص، حي س"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..patterns import expand
from ..schema import Mention, Place
from .gazetteer import Gazetteer, bare_forms, gazetteer
from .placecues import Cues, cues, word_set

_COMMAS = frozenset({"،", ",", "-", "–", ":", "/"})
_LONGEST_GAP = 9
_LIKELY = 2
_ASKED_BY_ANY = frozenset({"area", "countryside"})


def containers(doc: Doc, mentions: Sequence[Mention]) -> dict[int, int]:
    """For each place mention that the text puts inside another: the number of that other."""
    found: dict[int, int] = {}
    between = gaps(doc, mentions)
    for inner, gap in enumerate(between):
        if gap is not None and not is_joined(doc, mentions[inner + 1], gap):
            link(doc, mentions, (inner, inner + 1), gap, found)
    share(doc, mentions, between, found)
    return found


def gaps(doc: Doc, mentions: Sequence[Mention]) -> list[list[str] | None]:
    """The words between each name and the next if they only link them, else None; found once per document."""
    known = doc.user_data.get("place_gaps")
    if isinstance(known, list):
        return known
    read, around, allowed = words(doc), cues(doc), link_words(lexicons(doc), "")
    found: list[list[str] | None] = []
    for first, second in pairwise(mentions):
        start, end = read.position[first.end], read.position[second.start]
        near = 0 <= end - start <= _LONGEST_GAP
        linked = near and all(links(read.forms[at], at, allowed, around) for at in range(start, end))
        found.append(read.forms[start:end] if linked else None)
    doc.user_data["place_gaps"] = found
    return found


def links(word: str, at: int, allowed: frozenset[str], around: Cues) -> bool:
    """Whether a word may stand between a place and its container."""
    if word in _COMMAS or word.isdigit() or not allowed.isdisjoint(bare_forms(word)):
        return True
    return any(
        match.start <= at < match.end and match.row["cue"] in ("class", "direction", "unit")
        for match in (around.starting.get(at), around.starting.get(at - 1), around.starting.get(at - 2))
        if match
    )


@cache
def link_words(tables: Lexicons, cue: str) -> frozenset[str]:
    """The single words of links.tsv, of one cue or of all."""
    rows = [row for row in tables.rows("toponyms/links.tsv") if not cue or row["cue"] == cue]
    return frozenset(str(item) for row in rows for items in expand(row["pattern"], row.source) for item in items)


def is_joined(doc: Doc, second: Mention, gap: Sequence[str]) -> bool:
    """Whether و joins the two names as equals."""
    first_word = gap[0] if gap else words(doc).forms[words(doc).position[second.start]]
    return second.proclitic.startswith("و") or (bool(gap) and first_word.startswith("و") and first_word != "وسط")


def link(
    doc: Doc, mentions: Sequence[Mention], pair: tuple[int, int], gap: Sequence[str], found: dict[int, int]
) -> None:
    """Put the finer of two linked names inside the other; equals only where a preposition says so."""
    first, second = pair
    book = gazetteer(lexicons(doc))
    inner, outer = levels(mentions[first], book), levels(mentions[second], book)
    said = says_inside(doc, gap) or mentions[second].proclitic.endswith(("ب", "ل"))
    comma = not _COMMAS.isdisjoint(gap)
    if max(inner) > min(outer) or (said and (max(inner) == min(outer) or (not comma and max(inner) > 1))):
        found[first] = second
    elif max(inner) < min(outer) and first not in found:
        found[second] = first


def says_inside(doc: Doc, gap: Sequence[str]) -> bool:
    """Whether the words between say that one lies in the other: a preposition, a direction, ب before a class word."""
    inside, bearings = link_words(lexicons(doc), "inside"), word_set(lexicons(doc), "directions")
    return any(word in inside or word.startswith(("ب", "لل")) or word in bearings for word in gap)


def levels(mention: Mention, book: Gazetteer) -> set[int]:
    """How fine a name may be: what its class word asks for, or its likely candidates."""
    asked = mention.slots.get("class")
    if asked is not None and asked.value not in _ASKED_BY_ANY:
        return {book.level(str(asked.value))}
    candidates = candidates_of(mention)
    if not candidates:
        return {book.level("area") + 1}
    best = max(place.rank for place in candidates)
    return {book.level(place.kind) for place in candidates if place.rank >= best - _LIKELY}


def candidates_of(mention: Mention) -> tuple[Place, ...]:
    """The gazetteer's places of that name."""
    return mention.value if isinstance(mention.value, tuple) else ()


def share(doc: Doc, mentions: Sequence[Mention], between: Sequence[list[str] | None], found: dict[int, int]) -> None:
    """ "بلدتي س وص بمحافظة ع": what holds the last of names joined by و holds the others."""
    for index in range(len(mentions) - 2, -1, -1):
        following, gap = mentions[index + 1], between[index]
        if index not in found and gap is not None and len(gap) <= 1 and is_joined(doc, following, gap):
            outer = found.get(index + 1)
            if outer is not None and outer != index:
                found[index] = outer
