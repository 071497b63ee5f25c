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
    """The words that figures are read from: folded forms, and how each was printed."""

    forms: list[str]
    printed: list[str]
    glued: frozenset[int]
    table: dict[str, NumberWord]


def read(doc: Doc) -> Text:
    """The doc's words with what figures need to know of them."""
    found, texts, starts = words(doc), doc.user_data["token_texts"], doc.user_data["token_starts"]
    tokens = found.token
    glued = frozenset(
        i
        for i in range(len(tokens) - 1)
        if tokens[i + 1] == tokens[i] + 1 and starts[tokens[i]] + len(texts[tokens[i]]) == starts[tokens[i + 1]]
    )
    return Text(found.forms, [texts[token] for token in tokens], glued, number_words(lexicons(doc)))


@lru_cache(maxsize=16)
def number_words(tables: Lexicons) -> dict[str, NumberWord]:
    """Every form that number_words.tsv stands for, with whatever may be attached to it."""
    found: dict[str, NumberWord] = {}
    for row in tables.rows("number_words.tsv"):
        exact = tuple(row["pattern"].strip("()").split("|")) if row["exact"] else ()
        for items in expand(row["pattern"], row.source):
            for proclitic in _PROCLITICS:
                form = proclitic + str(items[0])
                if row["kind"] == BLOCK:
                    found.pop(form, None)
                else:
                    found.setdefault(form, NumberWord(float(row["value"]), row["kind"], proclitic, 0, row, exact))
    return found


def word(text: Text, at: int) -> NumberWord | None:
    """The number word or digits at this word."""
    if at >= len(text.forms):
        return None
    form = text.forms[at]
    known = text.table.get(form)
    if known:
        printed = text.printed[at]
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
    return len(forms[at + 1]) if at - 1 in text.glued and at in text.glued else 0


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
