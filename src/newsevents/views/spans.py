"""Words marked in a text: overlapping spans cut into segments, each in the hands of the span that says most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..schema import Record
from .markup import Html, joined, tag

# The first of these wins where spans overlap.
ORDER = ("event_type", "trigger", "date", "location", "actor", "weapon", "casualties", "people", "source", "number")


@dataclass(frozen=True, slots=True)
class Marked:
    """Code points start:end of a text, what they are (a kind of ORDER), and what to tell about them."""

    start: int
    end: int
    kind: str
    why: str


def marked(text: str, marks: Iterable[Marked]) -> Html:
    """The text with its marks, each reached by the keyboard and telling why."""
    return joined(segment(text[start:end], mark) for start, end, mark in segments(len(text), list(marks)))


def segments(length: int, marks: Sequence[Marked]) -> Iterator[tuple[int, int, Marked | None]]:
    """The text cut at every end of a mark: start, end and the mark that owns the piece, in order."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= length]
    bounds = sorted({0, length, *(m.start for m in inside), *(m.end for m in inside)})
    pieces: list[tuple[int, int, Marked | None]] = []
    for start, end in pairwise(bounds):
        owner = min((m for m in inside if m.start <= start and end <= m.end), key=rank, default=None)
        if pieces and pieces[-1][2] is owner:
            start = pieces.pop()[0]
        pieces.append((start, end, owner))
    return iter(pieces)


def rank(mark: Marked) -> tuple[int, int]:
    """Which mark owns a piece: first by kind, then the shortest."""
    return ORDER.index(mark.kind) if mark.kind in ORDER else len(ORDER), mark.end - mark.start


def segment(text: str, mark: Marked | None) -> str:
    """One piece of the text."""
    if mark is None:
        return text
    return tag("mark", text, class_=f"ne-{mark.kind}", tabindex="0", data_why=mark.why, aria_description=mark.why)


def kind_of(slot: str) -> str:
    """The kind of mark for a slot of a record's evidence: actors.target is an actor."""
    head = slot.partition(".")[0]
    return "actor" if head == "actors" else head


def in_sentence(record: Record) -> list[Marked]:
    """The record's evidence as marks in its own sentence, whose place in the article the evidence itself tells."""
    found = [(entry["span"], str(entry["text"]), entry) for entry in record.evidence]
    spans = [(span, text, entry) for span, text, entry in found if isinstance(span, (list, tuple)) and text]
    votes = Counter(span[0] - at for span, text, _ in spans for at in occurrences(record.sentence, text))
    if not votes:
        return []
    offset = votes.most_common(1)[0][0]
    return [
        Marked(span[0] - offset, span[1] - offset, kind_of(str(entry["slot"])), reason(entry))
        for span, text, entry in spans
        if record.sentence[max(span[0] - offset, 0) : max(span[1] - offset, 0)] == text
    ]


def reason(entry: Mapping[str, object]) -> str:
    """What a mark of a record's evidence tells: the slot and the row that decided."""
    return f"{entry['slot']} ← {entry['rule'] or '–'}"


def occurrences(sentence: str, text: str) -> Iterator[int]:
    """Where the words stand in the sentence."""
    at = sentence.find(text)
    while at >= 0:
        yield at
        at = sentence.find(text, at + 1)
