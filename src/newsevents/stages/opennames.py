"""Places that no table has: the names that stand after class words (قرية، حي، مخيم …)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..patterns import Match
from .gazetteer import Gazetteer, bare_forms, gazetteer
from .placecues import Cues, common_words, cues, word_set

_PROCLITICS = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "لل"})
_NISBA = "يه"
_CLITICS = ("ب", "ل", "و", "ف", "ك", "ي", "ت")
_VERBAL = ("ي", "ت", "س", "ل", "ب", "و", "ف")
_PRONOUNS = ("ها", "هم", "هما")
_SON_OF = frozenset({"بن", "ابن"})
_LONGEST_QUOTED = 4
_RARE = frozenset({"rare", "placed", "built"})
_DEFINITE = frozenset({"definite", "built"})
_SHORTEST_NAME = 2
_OPENING = frozenset("«\"“‘'")
_CLOSING = frozenset("»\"”’'")


@dataclass(frozen=True, slots=True)
class OpenName:
    """Words [start:end) that are a place because of the class word that ``match`` found."""

    start: int
    end: int
    match: Match


def open_names(doc: Doc, taken: set[int]) -> Iterator[OpenName]:
    """Names after class words, outside the words taken."""
    held, reader = set(taken), Reader(doc)
    for match in reader.cues.starting.values():
        if match.row["cue"] != "class" or match.start in held or not is_written(doc, match):
            continue
        for name in names_after(reader, match, held):
            held.update(range(name.start, name.end))
            yield name


def is_written(doc: Doc, match: Match) -> bool:
    """Whether the class word is spelled as such: وأدى is no وادي, كتبه no تبة."""
    text = doc.user_data["token_texts"][words(doc).token[match.start]]
    hamza = any(letter in text and letter not in match.row["pattern"] for letter in "أإآؤ")
    before = words(doc).forms[match.start - 1] if match.start else ""
    return match.proclitic in _PROCLITICS and not hamza and before not in _SON_OF


def names_after(reader: Reader, match: Match, taken: set[int]) -> Iterator[OpenName]:
    """One name, or as many as the class word announces (بلدتي س وص)."""
    forms, at = reader.forms, match.end
    for nth in range(int(match.row["count"])):
        if nth and not (at < len(forms) and forms[at].startswith("و")):
            return
        if at in taken:
            at = past(at, taken)
            continue
        end = reader.end_of_name(at, opening(reader, match), joined=nth > 0)
        if end <= at or any(index in taken for index in range(at, end)):
            return
        yield OpenName(match.start if match.row["part"] == "yes" and not nth else at, end, match)
        at = end


def opening(reader: Reader, match: Match) -> str:
    """What the class word opens here: "placed" and "built" words nothing, unless they stand as a place."""
    opens = match.row["opens"]
    if opens not in ("placed", "built") or match.proclitic.endswith(("ب", "ل")):
        return opens
    before = reader.forms[match.start - 1] if match.start else ""
    return "no" if reader.placing.isdisjoint(bare_forms(before)) else opens


def past(at: int, taken: set[int]) -> int:
    """The first word after a run of taken words."""
    while at in taken:
        at += 1
    return at


def quoted_end(doc: Doc, at: int) -> int:
    """Where a name in quotes that begins at a word ends; 0 where none does."""
    texts, token, position = doc.user_data["token_texts"], words(doc).token, words(doc).position
    start = token[at]
    if start == 0 or texts[start - 1] not in _OPENING:
        return 0
    for index in range(start + 1, min(start + 2 * _LONGEST_QUOTED, len(texts))):
        if texts[index] in _CLOSING:
            return position[index] if position[index] - at <= _LONGEST_QUOTED else 0
    return 0


class Reader:
    """Reads how far a name goes, word by word."""

    def __init__(self, doc: Doc) -> None:
        tables = lexicons(doc)
        self.doc = doc
        self.forms = words(doc).forms
        self.cues: Cues = cues(doc)
        self.book: Gazetteer = gazetteer(tables)
        self.stops = word_set(tables, "stops")
        self.heads = word_set(tables, "heads")
        self.placing = word_set(tables, "placing")
        self.suffixes = word_set(tables, "suffixes")
        self.common, self.commonest = common_words(tables, 100), common_words(tables, 1000)

    def end_of_name(self, at: int, opens: str, *, joined: bool = False) -> int:
        """Where the name that begins at a word ends; the word itself where none does."""
        if at >= len(self.forms) or opens == "no":
            return at
        quoted = 0 if self.forms[at] in self.stops else quoted_end(self.doc, at)
        if quoted:
            return quoted
        word = self.forms[at][1:] if joined else self.forms[at]
        if not self.may_begin(word, at) or self.is_common(word, opens):
            return at
        return self.past_name(at, word, opens)

    def past_name(self, at: int, word: str, opens: str) -> int:
        """The end of a name by its first word."""
        if self.form(at + 1) in _SON_OF and self.form(at + 2).isalpha():
            return at + 3
        if word in self.heads:
            return self.after_head(at + 1)
        if word.startswith("ال"):
            return at + 2 if self.form(at + 1) in self.suffixes else at + 1
        return self.indefinite(at) if opens not in _DEFINITE else at

    def form(self, at: int) -> str:
        """The word there, or nothing at the end."""
        return self.forms[at] if at < len(self.forms) else ""

    def may_begin(self, word: str, at: int) -> bool:
        """Whether a word can be the first of a name: no function word, verb, cue or punctuation."""
        if len(word) < _SHORTEST_NAME or not word.isalpha() or word.isascii() or word in self.stops:
            return False
        if word.startswith(_VERBAL[:2]) and word.endswith(_PRONOUNS):
            return False
        if word in self.heads:
            return True
        if at in self.cues.starting and self.cues.starting[at].row["cue"] in ("class", "direction", "unit", "title"):
            return False
        return word.startswith("ال") or not word.endswith(_NISBA)

    def is_common(self, word: str, opens: str) -> bool:
        """Whether a word is too common to be a name here: after مدينة or ولاية fewer words are."""
        if word in self.heads:
            return False
        if opens in _RARE:
            return word in self.common
        if word.startswith("ال") or (opens == "always" and not word.startswith(_VERBAL) and not word.endswith("ه")):
            return word in self.commonest
        return word in self.common

    def after_head(self, at: int) -> int:
        """Past the second part of a compound name, which may be a head itself (تل أبو ظهر)."""
        word = self.form(at)
        if not word.isalpha() or word in self.stops:
            return at if at and self.form(at - 1).startswith("ال") else at - 1
        return self.after_head(at + 1) if word in self.heads and self.form(at + 1).isalpha() else at + 1

    def indefinite(self, at: int) -> int:
        """A name without ال: one word, or two where another completes it (حرف المسيترة، سنكا طير)."""
        following = self.form(at + 1)
        if following in self.suffixes:
            return at + 2
        if at + 1 in self.cues.starting or not following.isalpha() or following.isascii() or following in self.stops:
            return at + 1
        if following.startswith("ال"):
            completes = len(following) > 4 and not following.endswith(_NISBA) and following not in self.commonest
        else:
            completes = following not in self.common and not following.startswith(_CLITICS) and len(following) > 2
        return at + 2 if completes and not self.book.names.matches(self.forms, at + 1) else at + 1
