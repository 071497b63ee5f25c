"""Parting: whether two neighbouring clauses of a sentence tell of one act or of two."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import words
from ..schema import Toll
from .choosing import date_of, level, places_of
from .clauses import Clause
from .connectives import connectives
from .kinds import family
from .tolls import tolls

_SPECIFIC_LEVEL = 3
_OWN_DAY = 0.6
_OPENING, _CLOSE = 3, 2


def apart(doc: Doc, first: Clause, second: Clause) -> bool:
    """Whether two clauses tell of two acts: another cue, kind, place, day or time."""
    if follows(second) or (not second.new and caused(doc, first, second)):
        return False
    return (
        second.new
        or led_to(doc, first, second)
        or first.background != second.background
        or kinds_differ(first, second)
        or places_differ(doc, first, second)
        or days_differ(doc, first, second)
        or acts_differ(doc, first, second)
    )


def follows(clause: Clause) -> bool:
    """ "فقتلوا", "فاستشهدا": casualties behind ف are what the act before led to."""
    return clause.triggers[0].proclitic.startswith("ف") and all(t.value == "harm" for t in clause.triggers)


def caused(doc: Doc, first: Clause, second: Clause) -> bool:
    """ "أصيب أربعة شبان، خلال قمع مسيرة": behind casualties alone, خلال or إثر brings the act that caused them."""
    act = second.triggers[0]
    if acts(first) or act.value == "harm":
        return False
    position, forms = words(doc).position, words(doc).forms
    start, at = position[second.start], position[act.start]
    before = {
        form.lstrip("و") for form in (*forms[start : min(start + _OPENING, at)], *forms[max(start, at - _CLOSE) : at])
    }
    return act.proclitic.endswith("ب") or bool(connectives(doc, "cause") & before)


def led_to(doc: Doc, first: Clause, second: Clause) -> bool:
    """ "بدأت المعركة بعدما استهدف التنظيم يوم 24 يناير جنديين": what came before has a day of its own."""
    if not second.before or date_of(doc, first) or not date_of(doc, second):
        return False
    second.new = True
    return True


def kinds_differ(first: Clause, second: Clause) -> bool:
    """An arrest is not an attack, but one operation kills and takes; casualties alone go with anything."""
    a, b = ({family(t.value) for t in c.triggers if t.value != "harm"} for c in (first, second))
    operation = "arrest" in b and a <= {"violence", "protest"} and second.triggers[0].proclitic.startswith("و")
    return bool(a and b and not a & b and not operation)


def places_differ(doc: Doc, first: Clause, second: Clause) -> bool:
    """Each clause has a town of its own."""
    a, b = (specific_places(doc, clause) for clause in (first, second))
    return bool(a and b and not a & b)


def specific_places(doc: Doc, clause: Clause) -> set[str]:
    """The names of towns and smaller places in a clause."""
    found = places_of(doc, clause, clause.start, clause.end)
    return {a.mention.value.name for a in found if level(a.mention) >= _SPECIFIC_LEVEL}  # type: ignore[attr-defined]


def days_differ(doc: Doc, first: Clause, second: Clause) -> bool:
    """Each clause has a day of its own, and they do not touch."""
    a, b = date_of(doc, first), date_of(doc, second)
    if not a or not b or min(a.score, b.score) < _OWN_DAY:
        return False
    one, other = a.mention.value, b.mention.value
    known = one.start and other.start  # type: ignore[attr-defined]
    return bool(known and (one.end < other.start or other.end < one.start))  # type: ignore[attr-defined]


def acts_differ(doc: Doc, first: Clause, second: Clause) -> bool:
    """ "قتل جندي في هجوم …، كما قتل ثلاثة في هجوم": each clause has an act with dead or wounded of its own."""
    if not (acts(first) and acts(second) and parallel(doc, second)):
        return False
    mine, theirs = (counted(tolls(doc, clause)) for clause in (first, second))
    second.new = bool(mine & theirs)
    return second.new


def acts(clause: Clause) -> bool:
    """Whether the clause names an act, not only the harm done."""
    return any(t.value != "harm" for t in clause.triggers)


def counted(found: list[Toll]) -> set[tuple[str, str]]:
    """The kinds and sides of those counted."""
    return {(toll.kind, toll.victim_type) for toll in found if toll.amount.best}


def parallel(doc: Doc, clause: Clause) -> bool:
    """Whether the clause stands beside the one before, behind كما، فيما، بينما."""
    position, forms = words(doc).position, words(doc).forms
    opening = forms[position[clause.start] : position[clause.triggers[0].start]][:_OPENING]
    return bool(connectives(doc, "beside") & set(opening))
