"""What all annotation tools share: a text, spans with labels and notes, links from a trigger to its arguments.

    label of a span   a trigger has its event's id in event_types.tsv (air_strike); an argument is a date, location,
                      actor, or the kind of a casualty (killed, wounded ...)
    role of a link    date, location, perpetrator, target, associate, actor, casualty
    notes of a span   what its words do not tell: "start=2022-01-26; end=2022-01-26", "low=3; best=3; high=5"

Offsets count code points of the text as it was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import ArticleError
from ..lexicons import Lexicons

ACTORS = ("perpetrator", "target", "associate", "actor")
CASUALTIES = ("killed", "wounded", "detained", "abducted", "missing", "displaced", "joint")
ARGUMENTS = ("date", "location", "actor", *CASUALTIES)
ROLES = ("date", "location", *ACTORS, "casualty")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the text under a label; ``id`` is unique in its task."""

    id: str
    label: str
    start: int
    end: int
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """From a trigger to an argument of its event, by their ids."""

    trigger: str
    argument: str
    role: str


@dataclass(frozen=True, slots=True)
class Task:
    """One article as annotators see it."""

    id: str
    text: str
    published: str | None = None
    spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()

    def words(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]


def types() -> dict[str, tuple[str, str]]:
    """The event type and sub-event type of each trigger label."""
    rows = Lexicons().rows("event_types.tsv")
    return {row["id"]: (row["event_type"], row["sub_event_type"]) for row in rows if row["event_type"]}


def labels() -> tuple[str, ...]:
    """Every label there is, triggers first."""
    return (*types(), *ARGUMENTS)


def noted(notes: Mapping[str, str]) -> str:
    """Notes as one line, as tools show them."""
    return "; ".join(f"{key}={value}" for key, value in notes.items())


def notes_of(line: str) -> dict[str, str]:
    """The notes of such a line; words that are none are passed over."""
    pairs = (part.partition("=") for part in line.split(";"))
    return {key.strip(): value.strip() for key, sign, value in pairs if sign}


def settled(text: str, start: int, end: int, words: str | None, where: str) -> tuple[int, int]:
    """Offsets in code points. Where the words that the tool tells do not stand there, its offsets are tried as UTF-16.

    Older versions of tools that run in browsers count a letter beyond U+FFFF, such as an emoji, as two. Raises
    ArticleError where neither fits.
    """
    units = text[:end].encode("utf-16-le", "surrogatepass")
    narrow = tuple(len(units[: 2 * n].decode("utf-16-le", "replace")) for n in (start, end))
    for first, last in ((start, end), narrow):
        if 0 <= first < last <= len(text) and words in (None, text[first:last]):
            return first, last
    remedy = "was the text changed? import the file that the tool exported, with the text as it was given"
    raise ArticleError(f"{where}: the span {start}-{end} does not hold the words {words!r}; {remedy}")
