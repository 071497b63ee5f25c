"""Figures: what number words and digits add up to, before any word that bounds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..patterns import BLOCK, expand
from ..schema import Amount, Mention, Row

_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "ولل", "فال", "كال")
_AND = ("و", "وال")
_ARTICLES = frozenset({"ال", "وال", "بال", "لل", "ولل", "فال", "كال"})
_DIGITS = frozenset("0123456789")
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


def figures(doc: Doc) -> Iterator[Mention]:
    """The figures of the doc from left to right."""
    text, span = read(doc), words(doc).span
    at, table = 0, text.table
    while at < len(text.forms):
        form = text.forms[at]
        first = word(text, at) if form in table or form in _ARTICLES or form[0] in _DIGITS else None
        found = figure(text, at, first) if first else None
        if found and first and _whole(found):
            value = Amount.exactly(round(found.value))
            yield Mention("number", *span(at, found.end), value, first.row, first.proclitic)
            at = found.end
        else:
            at = max(at + 1, found.end if found else 0, first.end if first and first.kind == "digits" else 0)


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
    if form in _ARTICLES and at + 1 < len(text.forms):
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


def figure(text: Text, at: int, first: NumberWord) -> NumberWord | None:
    """The longest number that begins with this word: millions, then thousands, then the rest, each after و."""
    total, limit, part = 0.0, inf, scaled(text, first)
    end = first.end
    while part and part.value < limit:
        total, end, limit = total + part.value, part.end, _scale(part)
        following = joined(text, end) if limit > 1 else None
        part = scaled(text, following) if following else None
    return NumberWord(total, "figure", first.proclitic, end, first.row) if limit < inf else None


def _scale(part: NumberWord) -> float:
    return float(part.kind)


def scaled(text: Text, first: NumberWord) -> NumberWord | None:
    """A number below a thousand with its scale, or a scale alone; the kind of the result is the scale's value."""
    if first.kind in ("scale", "dual", "construct"):
        twice = first.kind == "dual" or (first.kind == "construct" and not joined(text, first.end))
        return with_half(text, NumberWord(first.value * (2 if twice else 1), str(first.value), "", first.end))
    group = first if first.kind == "half" else below_thousand(text, first)
    scale = plain(text, group.end) if group else None
    if group and scale and scale.kind in ("scale", "plural", "construct"):
        return with_half(text, NumberWord(group.value * scale.value, str(scale.value), "", scale.end))
    return NumberWord(group.value, "1", "", group.end) if group and group.kind != "half" else None


def with_half(text: Text, part: NumberWord) -> NumberWord:
    """مليون ونصف المليون: half a scale more."""
    half = joined(text, part.end)
    if not half or half.kind != "half":
        return part
    again = plain(text, half.end)
    end = again.end if again and again.value == _scale(part) else half.end
    return NumberWord(part.value + half.value * _scale(part), part.kind, "", end)


def below_thousand(text: Text, first: NumberWord) -> NumberWord | None:
    """Hundreds, then tens and units after و."""
    hundreds, after = first, plain(text, first.end)
    if first.kind == "unit" and first.value > 2 and after and after.kind == "hundred" and after.value == 100:
        hundreds = NumberWord(first.value * 100, "hundred", "", after.end)
    if hundreds.kind != "hundred":
        return below_hundred(text, first)
    rest = joined(text, hundreds.end)
    tail = below_hundred(text, rest) if rest else None
    if tail and tail.value < 100 and _whole(tail):
        return NumberWord(hundreds.value + tail.value, "hundred", "", tail.end)
    return hundreds


def below_hundred(text: Text, first: NumberWord) -> NumberWord | None:
    """Digits, a ten, or a unit with its عشر or its ten after و."""
    if first.kind in ("digits", "teen", "ten"):
        return first
    if first.kind not in ("unit", "part"):
        return None
    tail = plain(text, first.end)
    if tail and tail.kind == "teen":
        return NumberWord(first.value + tail.value, "teen", "", tail.end)
    ten = joined(text, first.end)
    if ten and ten.kind == "ten":
        return NumberWord(first.value + ten.value, "ten", "", ten.end)
    return first if first.kind == "unit" else None


def _whole(found: NumberWord) -> bool:
    return found.value == round(found.value)
