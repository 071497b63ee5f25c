"""Names of places: from the gazetteers, and after class words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import layer, lexicons, words
from ..patterns import Match
from ..schema import Mention, Place, Row
from .againnames import Repeated, repeated
from .doubts import is_other
from .gazetteer import Gazetteer, bare_forms, gazetteer, kilometres
from .opennames import OpenName, open_names
from .parties import party_words
from .placecues import Cues, common_words, cues, word_set

_PLACE_PROCLITICS = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك", "لل", "ولل", "فلل"})
_REGION_KM = 150.0
_COMMON = 100


@Language.component("newsevents_places", requires=["doc._.dates"], assigns=["doc._.places"])
def places(doc: Doc) -> Doc:
    """Find the names of places outside dates, numbers and the names of people."""
    owned = counted_words(doc)
    known = [mention_of(doc, homonyms) for homonyms in named(doc, owned)]
    position = words(doc).position
    held = owned | party_words(doc) | {w for m in known for w in range(position[m.start], position[m.end])}
    names = list(open_names(doc, held))
    opened = [opened_mention(doc, name) for name in names]
    again = [repeated_mention(doc, name) for name in repeated(doc, names, held)]
    doc._.places = sorted(known + opened + again, key=lambda mention: mention.start)
    return doc


def counted_words(doc: Doc) -> set[int]:
    """The words that dates and numbers own."""
    position = words(doc).position
    return {
        word
        for name in ("dates", "numbers")
        for mention in layer(doc, name)
        for word in range(position[mention.start], position[mention.end])
    }


def named(doc: Doc, owned: set[int]) -> Iterator[list[Match]]:
    """The homonyms of each name of the gazetteer that is a place where it stands."""
    book, forms, around = gazetteer(lexicons(doc)), words(doc).forms, cues(doc)
    found = [with_inner(each, doc) for each in book.names.find_all(forms)]
    found = [each for each in found if free(each[0], owned) and not is_other(doc, each, around)]
    announced = announced_words(found, around)
    shown = {
        match.row.source
        for each in found
        for match in each
        if book.allows(match, forms) or fits(match, announced.get(match.start), book)
    }
    kept = [[match for match in homonyms if match.row.source in shown] for homonyms in found]
    for index, homonyms in enumerate(found):
        after = [match for each in kept[index + 1 : index + 2] for match in each if is_pair(doc, homonyms[0], match)]
        pointed = is_pointed_at(doc, homonyms[0])
        here = kept[index] or [match for match in homonyms if pointed or vouched(match, after, book)]
        if here:
            yield here


def announced_words(found: Sequence[list[Match]], around: Cues) -> dict[int, Row]:
    """The class word before each name, or before the names that و joins to it (مدن سلا وطنجة والعيون)."""
    announced: dict[int, Row] = {}
    last, before_last = -1, None
    for match in (each[0] for each in found):
        before = around.before(match.start, "class")
        if before is not None and not match.proclitic:
            announced[match.start] = before.row
        elif match.start == last and match.proclitic == "و" and before_last is not None and before_last["count"] != "1":
            announced[match.start] = before_last
        last, before_last = match.end, announced.get(match.start)
    return announced


def fits(match: Match, announced: Row | None, book: Gazetteer) -> bool:
    """Whether a class word announces a place of the row's level."""
    if announced is None or announced["part"] == "yes":
        return False
    return abs(book.level(announced["kind"]) - book.level(book.place(match.row).kind)) <= 1


def is_pointed_at(doc: Doc, match: Match) -> bool:
    """Whether a bearing stands before a rare name: 60 كلم جنوب هون."""
    direction, common = cues(doc).before(match.start, "direction"), common_words(lexicons(doc), _COMMON)
    if direction is None or match.proclitic:
        return False
    read = words(doc).forms
    return not read[direction.end - 1].startswith("ال") and read[match.start] not in common


def is_pair(doc: Doc, first: Match, second: Match) -> bool:
    """Whether a place word stands before two names that و joins: بين مجدول والقطرون."""
    before = words(doc).forms[first.start - 1] if first.start else ""
    placed = not word_set(lexicons(doc), "placing").isdisjoint(bare_forms(before))
    return placed and first.end == second.start and second.proclitic == "و"


def vouched(match: Match, neighbours: Sequence[Match], book: Gazetteer) -> bool:
    """Whether a name that lacks its cue is paired with a place of its region."""
    place = book.place(match.row)
    return any(kilometres(place, book.place(other.row)) < _REGION_KM for other in neighbours)


def with_inner(homonyms: list[Match], doc: Doc) -> list[Match]:
    """Also the places called العامل where a table has حي العامل elsewhere."""
    first = cues(doc).at(homonyms[0].start, "class")
    if first is None or first.end >= homonyms[0].end or first.row["part"] == "yes":
        return homonyms
    book = gazetteer(lexicons(doc))
    inner = [each for each in book.names.matches(words(doc).forms, first.end) if each.end == homonyms[0].end]
    return homonyms + [each for each in inner if not each.proclitic and book.place(each.row).kind == first.row["kind"]]


def free(match: Match, owned: set[int]) -> bool:
    """A name behind nothing but place-like proclitics, outside dates and numbers."""
    return match.proclitic in _PLACE_PROCLITICS and owned.isdisjoint(range(match.start, match.end))


def mention_of(doc: Doc, homonyms: list[Match]) -> Mention:
    """A name as a mention, its class word in the slots; the class word belongs to names such as مخيم جنين."""
    match, book = homonyms[0], gazetteer(lexicons(doc))
    before = cues(doc).before(match.start, "class") if not match.proclitic else None
    start = before.start if before and belongs(before) else match.start
    proclitic = before.proclitic if before and start == before.start else match.proclitic
    value = unique(book.place(each.row) for each in homonyms)
    first, end = words(doc).span(start, match.end)
    return Mention("place", first, end, value, match.row, proclitic, slots(doc, before))


def belongs(before: Match) -> bool:
    """Whether the class word is part of the name: حقل العمر, مخيم جنين, مطار بنغازي."""
    return before.row["part"] == "yes" and before.row["count"] == "1"


def unique(found: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once, in order."""
    return tuple({place.id: place for place in found}.values())


def slots(doc: Doc, before: Match | None) -> dict[str, Mention]:
    """The class word as the mention's slot "class"."""
    if before is None:
        return {}
    start, end = words(doc).span(before.start, before.end)
    return {"class": Mention("class", start, end, before.row["kind"], before.row, before.proclitic)}


def opened_mention(doc: Doc, name: OpenName) -> Mention:
    """A name that only its class word makes a place: no candidates."""
    start, end = words(doc).span(name.start, name.end)
    proclitic = name.match.proclitic if name.start == name.match.start else joined(doc, name)
    return Mention("place", start, end, (), name.match.row, proclitic, slots(doc, name.match))


def repeated_mention(doc: Doc, name: Repeated) -> Mention:
    """A name that a class word opened elsewhere in the text, here without it."""
    start, end = words(doc).span(name.start, name.end)
    return Mention("place", start, end, (), name.match.row, name.proclitic, slots(doc, name.match))


def joined(doc: Doc, name: OpenName) -> str:
    """The و of a second name (بلدتي س وص)."""
    return "و" if name.start > name.match.end and words(doc).forms[name.start].startswith("و") else ""
