"""Figures: what number words and digits add up to, before any word that bounds them."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from spacy.tokens import Doc

from ..layers import words
from ..schema import Amount, Mention
from .numberwords import ARTICLES, NumberWord, Text, joined, plain, read, word

_DIGITS = frozenset("0123456789")


def figures(doc: Doc) -> Iterator[Mention]:
    """The figures of the doc from left to right."""
    text, span, end = read(doc), words(doc).span, 0
    for at, form in enumerate(text.forms):
        if at < end or not (form in text.table or form[0] in _DIGITS or form in ARTICLES):
            continue
        first = word(text, at)
        found = figure(text, first) if first else None
        end = found.end if found else at + 1
        if first and found and _whole(found):
            value = Amount.exactly(round(found.value))
            yield Mention("number", *span(at, end), value, first.row, first.proclitic)


def figure(text: Text, first: NumberWord) -> NumberWord | None:
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
