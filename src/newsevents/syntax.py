"""The written syntax of patterns, read into the words, slots and gaps that it stands for.

=========================== ==========================================================================================
قصف مدفعي                   words, in order; spelling differences ignored; و ف ب ل ك may be attached to the first
(قصف|قصفت)                  one of; an alternative may have several words
(مدفعي|صاروخي)?             one of, or nothing
{number}  {people:killed}   something an earlier stage found; after ":" the role it fills
..3                         up to three words of anything, within the sentence
=========================== ==========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from math import prod

from .arabic import fold
from .errors import LexiconError

_ITEM = re.compile(r"\(([^()]+)\)(\?)?|\{([a-z_]+)(?::([a-z_]+))?\}|\.\.(\d+)|([^\s(){}]+)")
_SIMPLE = re.compile(r"\s*[^\s(){}.]+(?:\s+[^\s(){}.]+)*\s*")  # nothing but words, as most rows are
_MOST_VARIANTS = 20_000

Item = str | tuple[str, str] | int
"""A word; a slot as (label, role); or a gap of so many words."""
Choices = tuple[tuple[tuple[Item, ...], ...], ...]
"""A pattern as written: one tuple of alternatives after another, each a sequence of items, empty for "or nothing"."""


def expand(pattern: str, where: str = "") -> Iterator[tuple[Item, ...]]:
    """All the sequences of words, slots and gaps that a written pattern stands for."""
    for parts in product(*choices(pattern, where)):
        items = tuple(item for part in parts for item in part)
        if items:
            yield items


def choices(pattern: str, where: str = "") -> Choices:
    """The pattern, read; raises LexiconError with file and line where it cannot be, or stands for too much."""
    if _SIMPLE.fullmatch(pattern):
        return tuple(((fold(word),),) for word in pattern.split())
    found = tuple(_choices(pattern, where))
    total = prod(map(len, found))
    if total > _MOST_VARIANTS:
        raise LexiconError(f"{where}: the pattern stands for {total} phrases; split it into rows: {pattern}")
    return found


def openings(pattern: Choices) -> Iterator[tuple[Item | None, Choices]]:
    """The items that a pattern may begin with, each with what is to follow; None where it may end here."""
    if not pattern:
        yield None, ()
        return
    options, after = pattern[0], pattern[1:]
    for option in options:
        if option:
            yield option[0], ((option[1:],), *after) if option[1:] else after
        else:
            yield from openings(after)


def _choices(pattern: str, where: str) -> Iterator[tuple[tuple[Item, ...], ...]]:
    end = 0
    for found in _ITEM.finditer(pattern):
        if pattern[end : found.start()].strip():
            break
        end = found.end()
        yield _choice(found)
    if pattern[end:].strip() or not pattern.strip():
        remedy = "write words, (a|b), (a|b)?, {slot}, ..3"
        raise LexiconError(f"{where}: cannot read the pattern from {pattern[end:]!r}: {remedy}")


def _choice(found: re.Match[str]) -> tuple[tuple[Item, ...], ...]:
    options, maybe, label, role, gap, word = found.groups()
    if word:
        return ((fold(word),),)
    if gap:
        return ((int(gap),),)
    if label:
        return (((label, role or label),),)
    several = tuple(tuple(map(fold, option.split())) for option in options.split("|"))
    return (*several, ()) if maybe else several
