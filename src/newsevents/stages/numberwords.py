"""The words of numbers: digits with their separators, and the forms of number_words.tsv with what is attached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..patterns import BLOCK, expand
from ..schema import Row

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "ولل", "فال", "كال")
_AND = ("و", "وال")
ARTICLES = frozenset({"ال", "وال", "بال", "لل", "ولل", "فال", "كال"})
_THOUSANDS = frozenset(",.٬،٫")
_DECIMALS = frozenset(",.٫")
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word's part in a number: value and kind of its row, what is attached to it, where the next word begins."""

    value: float
    kind: str
    proclitic: str = ""
    end: int = 0
    row: Row | None = None
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """The words that figures are read from: folded forms, and the tokens they were printed as."""

    forms: list[str]
    token: list[int]
    printed: list[str]
    starts: list[int]
    table: dict[str, NumberWord]

    def glued(self, at: int) -> bool:
        """Whether nothing, no space either, stands between this word and the next."""
        first, second = self.token[at], self.token[at + 1]
        return second == first + 1 and self.starts[first] + len(self.printed[first]) == self.starts[second]


def read(doc: Doc) -> Text:
    """The doc's words with what figures need to know of them."""
    found, kept = words(doc), doc.user_data
    return Text(found.forms, found.token, kept["token_texts"], kept["token_starts"], number_words(lexicons(doc)))


@lru_cache(maxsize=16)
def number_words(tables: Lexicons) -> dict[str, NumberWord]:
    """Every form that number_words.tsv stands for, with whatever may be attached to it."""
    rows = tables.rows("number_words.tsv")
    forms = [(str(items[0]), row) for row in rows for items in expand(row["pattern"], row.source)]
    found = {
        proclitic + form: NumberWord(float(row["value"]), row["kind"], proclitic, 0, row, exact_forms(row))
        for proclitic in reversed(_PROCLITICS)  # the bare form last, so that واحد is no و and أحد
        for form, row in forms
    }
    return {form: each for form, each in found.items() if each.kind != BLOCK}


def exact_forms(row: Row) -> tuple[str, ...]:
    """The spellings that a row with "exact" insists on."""
    return tuple(row["pattern"].strip("()").split("|")) if row["exact"] else ()


def word(text: Text, at: int) -> NumberWord | None:
    """The number word or digits at this word."""
    if at >= len(text.forms):
        return None
    form = text.forms[at]
    known = text.table.get(form)
    if known:
        printed = text.printed[text.token[at]]
        if known.exact and not any(printed.endswith(each) for each in known.exact):
            return None
        return NumberWord(known.value, known.kind, known.proclitic, at + 1, known.row)
    if form in ARTICLES and at + 1 < len(text.forms):
        found = digits(text, at + 1)
        return replace(found, proclitic=form) if found else None
    return digits(text, at)


def digits(text: Text, at: int) -> NumberWord | None:
    """Digits with their separators: 43,204 and 2.5; very long ones are no count."""
    form = text.forms[at]
    if not form.isdecimal() or len(form) > _MOST_DIGITS:
        return None
    whole, end = form, at + 1
    while len(whole) <= _MOST_DIGITS and len(form) <= 3 and _group(text, end, _THOUSANDS) == 3:
        whole, end = whole + text.forms[end + 1], end + 2
    if _group(text, end, _DECIMALS) and end == at + 1:
        return NumberWord(float(f"{whole}.{text.forms[end + 1]}"), "digits", "", end + 2)
    return NumberWord(float(whole), "digits", "", end)


def _group(text: Text, at: int, marks: frozenset[str]) -> int:
    """How many digits follow a separator at this word, with no space; 0 where there is none."""
    forms = text.forms
    if at + 1 >= len(forms) or forms[at] not in marks or not forms[at + 1].isdecimal():
        return 0
    return len(forms[at + 1]) if text.glued(at - 1) and text.glued(at) else 0


def joined(text: Text, at: int) -> NumberWord | None:
    """The number word after و, attached to it or not."""
    if at < len(text.forms) and text.forms[at] == "و":
        found = word(text, at + 1)
        return found if found and not found.proclitic else None
    found = word(text, at)
    return found if found and found.proclitic in _AND else None


def plain(text: Text, at: int) -> NumberWord | None:
    """The number word at this word with nothing but ال before it."""
    found = word(text, at)
    return found if found and found.proclitic in ("", "ال") else None
