"""What each line of the article is: headline, byline, dateline, body, related headlines, furniture.

Works on the raw lines, before the tokenizer; the shapes of lines are here, the phrases in data/structure/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from ..arabic import fold, letters
from ..lexicons import Lexicons
from ..patterns import BLOCK, Match, Patterns
from ..schema import Row

_WORD = regex.compile(r"\w+")
_LINE = regex.compile(r"[^\n]*\n?")
_BULLET = regex.compile(r"\s*[-•●▪*·–—]\s+\S")
_DASH = regex.compile(r"\s[-–—ـ]{1,3}\s|[-–—]{1,2}\s|\s[-–—]|\s?:\s")
_YEAR = regex.compile(r"\b(?:19|20)\d\d\b")
_SHARE = regex.compile(r"(?i)pic\.twitter|https?://|www\.|#\w+\s+#\w+")
_SHORTEST_HEADLINE = 4
_LONGEST_BYLINE = 14
_LONGEST_RELATED = 30
_LONGEST_DATELINE = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters [start:end) of one kind."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, its characters [start:end), and what a table says of it."""

    text: str
    start: int
    end: int
    row: Row | None = None

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))


def structure(text: str, lexicons: Lexicons, titled: bool = False) -> list[Stretch]:
    """The article's stretches in order; together they are the whole text."""
    lines = list(read_lines(text, lexicons))
    kinds = classify(lines, titled)
    found = [stretch for line, kind in zip(lines, kinds, strict=True) for stretch in divide(line, kind, lexicons)]
    return list(joined(found))


def read_lines(text: str, lexicons: Lexicons) -> Iterator[Line]:
    """The lines, each with the row of boilerplate.tsv that it begins with, if any."""
    table = lexicons.patterns("structure/boilerplate.tsv")
    for match in _LINE.finditer(text):
        if match.group():
            found = table.matches(_folded(match.group()[:200]), 0)
            row = next((each.row for each in found if _applies(each, match.group())), None)
            yield Line(match.group(), match.start(), match.end(), row)


def _applies(found: Match, text: str) -> bool:
    """Rows marked "alone" count only where the line says little more than the phrase."""
    row, words = found.row, len(_WORD.findall(text))
    return row["where"] not in ("alone", "next") or words <= found.end + 2


@lru_cache(maxsize=512)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text)) or ("",)


def classify(lines: list[Line], titled: bool) -> list[str]:
    """The kind of each line."""
    kinds = [by_table(line) for line in lines]
    after_furniture(lines, kinds)
    head(lines, kinds, titled)
    related(lines, kinds)
    return kinds


def by_table(line: Line) -> str:
    """What boilerplate.tsv says, or body."""
    if line.row:
        return line.row["kind"]
    return "furniture" if _SHARE.search(line.text) and letters(line.text) < 60 else "body"


def after_furniture(lines: list[Line], kinds: list[str]) -> None:
    """Headlines under "عناوين ذات صلة" and its like are of other stories, up to the next line of prose."""
    for index, line in enumerate(lines):
        if not line.row or line.row["where"] not in ("rest", "next"):
            continue
        most = len(lines) if line.row["where"] == "rest" else 1
        for below in [i for i in range(index + 1, len(lines)) if lines[i].text.strip()][:most]:
            if is_prose(lines[below]):
                break
            kinds[below] = "furniture"


def is_prose(line: Line) -> bool:
    """A long line, or one that ends with a full stop: more than a headline."""
    return line.length > _LONGEST_RELATED or (line.length > 8 and line.text.rstrip().endswith((".", "»", "”")))


def head(lines: list[Line], kinds: list[str], titled: bool) -> None:
    """The title line, and the byline or dateline lines under it."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    title = next((i for i in filled[:6] if is_title(lines[i], kinds[i], titled, filled)), None)
    if title is not None and any(lines[i].length > _LONGEST_BYLINE for i in filled if i < title):
        title = None
    if title is None:
        start = 0
    else:
        kinds[title] = "headline"
        kinds[:title] = ["furniture"] * title
        start = title + 1
    for i in [i for i in filled if i >= start][:4]:
        kind = heading(lines[i]) if kinds[i] == "body" and i != filled[-1] else ""
        if not kind:
            break
        kinds[i] = kind


def heading(line: Line) -> str:
    """Whether a short line under the title is a dateline or a byline; empty where it is neither."""
    if line.length > _LONGEST_BYLINE or line.text.rstrip().endswith((".", ":")):
        return ""
    if _YEAR.search(line.text) or (_DASH.search(line.text) and line.length <= _LONGEST_BYLINE // 2):
        return "dateline"
    return "byline" if line.length <= _LONGEST_BYLINE // 2 else ""


def is_title(line: Line, kind: str, titled: bool, filled: list[int]) -> bool:
    """The first line of the right length with no full stop, where the article has more lines than one."""
    if titled:
        return True
    short = _SHORTEST_HEADLINE <= line.length <= _LONGEST_RELATED
    dated = bool(_YEAR.search(line.text)) and line.length <= _LONGEST_BYLINE and bool(_DASH.search(line.text))
    return kind == "body" and len(filled) > 1 and short and not dated and not line.text.rstrip().endswith(".")


def related(lines: list[Line], kinds: list[str]) -> None:
    """Two or more bulleted lines without full stops are headlines of other stories."""
    run: list[int] = []
    for index, line in enumerate([*lines, Line("end", 0, 0)]):
        if index < len(lines) and kinds[index] == "body" and is_bullet(line):
            run.append(index)
        elif line.text.strip():
            for i in run if len(run) > 1 else ():
                kinds[i] = "related"
            run = []


def is_bullet(line: Line) -> bool:
    """A short line that begins with a dash or dot and ends without a full stop."""
    return bool(_BULLET.match(line.text)) and line.length <= _LONGEST_RELATED and not line.text.rstrip().endswith(".")


def divide(line: Line, kind: str, lexicons: Lexicons) -> Iterator[Stretch]:
    """The line as one stretch, or as dateline and body where it begins with "بغداد - ..."."""
    end = dateline_end(line.text, lexicons) if kind == "body" else 0
    if end:
        yield Stretch("dateline", line.start, line.start + end)
    yield Stretch(kind, line.start + end, line.end)


def dateline_end(text: str, lexicons: Lexicons) -> int:
    """Where the dateline at the start of a line ends; 0 where there is none.

    "القاهرة - رويترز:", "غزة 1-11-2024 وفا-", "الخرطوم 13 أغسطس 2023 (شينخوا) --": a few words without a verb,
    of which one is an agency, a date or the line's first word and a dash follows.
    """
    table = lexicons.patterns("structure/datelines.tsv")
    for dash in _DASH.finditer(text[:_LONGEST_DATELINE]):
        words = _folded(text[: dash.start()])
        known = table.find(words)
        if len(words) > 8 or any(match.row["kind"] == BLOCK for match in known):
            return 0
        if (
            known
            or _YEAR.search(text[: dash.start()])
            or is_place(words, lexicons)
            or _opens_with(text[dash.end() :], table)
        ):
            return _last_dash(text, dash.end(), table)
    return 0


def is_place(words: tuple[str, ...], lexicons: Lexicons) -> bool:
    """Whether a word or two name a place of the gazetteer: "بغداد -"."""
    found = lexicons.patterns("places/").match(words, 0) if len(words) <= 3 else None
    return found is not None and found.end == len(words)


def _opens_with(text: str, table: Patterns) -> bool:
    """Whether an agency or a paper stands next: «الشرق الأوسط»."""
    found = table.match(_folded(text[:40]), 0)
    return found is not None and found.row["kind"] != BLOCK


def _last_dash(text: str, end: int, table: Patterns) -> int:
    """Past a second part of the dateline: "القاهرة - رويترز - "."""
    more = _DASH.search(text, end, end + 25)
    if more and table.find(_folded(text[end : more.start()])):
        return more.end()
    return end


def joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one kind as one stretch; headlines and related lines stay apart."""
    last: Stretch | None = None
    for stretch in stretches:
        if last and last.kind == stretch.kind and stretch.kind in ("body", "furniture", "byline"):
            last = Stretch(last.kind, last.start, stretch.end)
        else:
            if last:
                yield last
            last = stretch
    if last:
        yield last
