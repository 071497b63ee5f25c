"""How a name is printed without what Arabic writes together with it."""

from __future__ import annotations

from spacy.tokens import Doc

from ..arabic import fold
from ..layers import QUOTES, text_of
from ..schema import Mention


def name_of(doc: Doc, mention: Mention) -> str:
    """The words of a mention without proclitic and quotes."""
    return clean(text_of(doc, mention.start, mention.end), mention.proclitic)


def clean(text: str, proclitic: str) -> str:
    """A printed name without its proclitic (للقطرون: القطرون), quotes and line ends.

    >>> clean("للقطرون", "لل")
    'القطرون'
    """
    rest = after(text, len(proclitic)) if proclitic and fold(text).startswith(proclitic) else text
    if proclitic.endswith("لل"):
        rest = "ال" + rest
    return " ".join("".join(c for c in rest if c not in QUOTES).split())


def after(text: str, count: int) -> str:
    """The text past its first letters, vowel signs and tatweel not counted."""
    at = 0
    while at < len(text) and count:
        count -= bool(fold(text[at]))
        at += 1
    while at < len(text) and not fold(text[at]):
        at += 1
    return text[at:]
