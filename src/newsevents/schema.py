"""The things that stages hand on: articles, rows, mentions, frames, events, records.

All are frozen, plain and free of spaCy, so that they can be made by hand in a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was given.

    ``text`` is the only field required. ``published`` resolves "أمس" and its kin; without it
    they stay unresolved. Offsets in records count code points of ``text``.
    """

    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    id: str | None = None

    def __len__(self) -> int:
        """Code points of the text; spaCy asks before it makes a Doc."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a lexicon table, and where it stands: ``triggers/killing.tsv:14``."""

    source: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str, default: str = "") -> str:
        """The cell of that column, or the default where the table has no such column."""
        return self.cells.get(column, default)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words doc[start:end] that name something, what they name, and the row that says so."""

    label: str
    start: int
    end: int
    value: object = None
    row: Row | None = None
    proclitic: str = ""
    slots: Mapping[str, Mention] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The row that decided, as ``file:line``; empty where no row did."""
        return self.row.source if self.row else ""

    def covers(self, index: int) -> bool:
        """Whether the token of that index lies in the mention."""
        return self.start <= index < self.end


@dataclass(frozen=True, slots=True)
class Amount:
    """A count as printed: bounds, best figure, and whether the words were vague.

    ``None`` is "not said". "at least 3" is Amount(3, 3, None); "about 20" Amount(None, 20, None);
    "tens" Amount(20, 20, None, vague=True). Source of the values: the guide's table of numbers.
    """

    low: int | None
    best: int | None
    high: int | None
    vague: bool = False

    @classmethod
    def exactly(cls, n: int) -> Amount:
        """A plain figure: all three bounds are n."""
        return cls(n, n, n)

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            _sum(self.low, other.low),
            _sum(self.best, other.best),
            _sum(self.high, other.high),
            self.vague or other.vague,
        )


def _sum(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b


@dataclass(frozen=True, slots=True)
class Day:
    """When: first and last day (both None where unknown), and how precisely that is known.

    ``precision`` is one of day, range, week, month, year, unknown. ``time_of_day`` is one of
    dawn, morning, noon, afternoon, evening, night, or a clock time "17:30", or None.
    """

    start: date | None
    end: date | None
    precision: str
    time_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the article of one kind, as token bounds.

    ``kind``: headline, dateline, byline, body, related (headlines of other stories), furniture.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article as token bounds, with the section it stands in.

    ``paragraph`` counts the lines of the article from 0; ``opens`` is true for the first sentence of one.
    """

    start: int
    end: int
    section: str
    paragraph: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the gazetteer: where it is and what it lies in."""

    id: str
    name: str
    name_en: str
    kind: str
    country: str
    parent: str | None
    lat: float | None
    lon: float | None
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Location:
    """A place mention after toponym resolution: the place chosen (or none) and why.

    ``name`` is as written, without clitics. ``kind`` is what the class word before it says
    (village, city …) or the gazetteer's kind. ``level`` counts from 0 (country) to 5 (quarter, facility).
    """

    name: str
    kind: str
    place: Place | None
    reason: str
    within: tuple[Place, ...] = ()
    relation: Relation | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """ "80 km west of القطرون": distance in kilometres, compass bearing, the place it counts from.

    "بين مجدول والقطرون" has the second place as ``other``.
    """

    distance_km: float | None
    bearing: str | None
    anchor: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A computed coordinate, and how many kilometres it may be off."""

    lat: float
    lon: float
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as mentioned: the table's id (None for open-ended names), name, type and home."""

    id: str | None
    name: str
    type: str
    country: str | None = None
    canonical_ar: str | None = None
    canonical_en: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """A group of people with its count: "ثلاثة جنود", "طفلان", "عشرات المدنيين", "8 آخرين".

    ``group`` is the id of the people table (civilians, soldiers, children …); ``type`` the victim type;
    ``subset`` is true after بينهم / معظمهم, ``definite`` for people already counted (الجنود الأربعة),
    ``others`` for آخرون, which take the kind of the group before them.
    """

    amount: Amount
    group: str
    type: str
    noun: str = ""
    subset: bool = False
    definite: bool = False
    others: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Assertion:
    """What context says of a trigger: did it happen, who says so.

    ``modality``: actual, denied, planned, threatened, hypothetical, generic, foiled, attempted,
    past (background), statistic, reaction. ``cue`` is the mention that decided.
    """

    modality: str
    cue: Mention | None = None
    source: Mention | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention in a role of a frame, the cue or rule that put it there, and how good that is."""

    role: str
    mention: Mention
    score: float
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Toll:
    """One casualty row: kind, amount, whose, and the words that say so.

    Tokens [start:end) reach from the harm word to the last victim; ``victim_start`` is the first victim's token,
    ``group`` the id of the people table.
    """

    kind: str
    amount: Amount
    start: int
    end: int
    victims: str
    victim_type: str
    side: str | None = None
    toll: str = "new"
    of_whom: tuple[tuple[str, int | None], ...] = ()
    rule: str = ""
    victim_start: int = -1
    group: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One happening as one stretch of text tells it: its triggers and their arguments. Equal to none but itself."""

    event_type: str
    triggers: tuple[Mention, ...]
    sentence: int
    start: int
    end: int
    arguments: tuple[Argument, ...] = ()
    tolls: tuple[Toll, ...] = ()
    modality: str = "actual"
    section: str = "body"
    source: Mention | None = None
    cue: str = ""

    def all(self, role: str) -> list[Argument]:
        """The arguments in that role, best first."""
        return sorted((a for a in self.arguments if a.role == role), key=_by_score)

    def first(self, role: str) -> Argument | None:
        """The best argument in that role, or None."""
        return min((a for a in self.arguments if a.role == role), key=_by_score, default=None)


def _by_score(argument: Argument) -> tuple[float, int]:
    return (-argument.score, argument.mention.start)


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """Frames about one happening, merged; the first frame is the one that tells most. Equal to none but itself."""

    frames: tuple[Frame, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discard:
    """A trigger that gave no event, and the reason."""

    trigger: Mention
    reason: str
    cue: Mention | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One event as RECORD: ``to_dict()`` gives exactly the JSON that the docs describe."""

    schema_version: str
    extractor_version: str
    event_id: str
    doc_id: str | None
    source_url: str | None
    publisher: str | None
    title: str | None
    published: str | None
    event_type: str
    sub_event_type: str
    plover: str | None
    weapon: str | None
    date: Mapping[str, object]
    location: Mapping[str, object]
    other_locations: tuple[Mapping[str, object], ...]
    actors: tuple[Mapping[str, object], ...]
    casualties: tuple[Mapping[str, object], ...]
    fatalities: Mapping[str, object]
    status: str
    background: bool
    attribution: Mapping[str, object] | None
    confidence: float
    evidence: tuple[Mapping[str, object], ...] = field(default=())
    section: str = "body"
    sentence: str = ""

    def to_dict(self) -> dict[str, object]:
        """The record as plain JSON values; the sentence is for people and is left out."""
        names = (name for name in self.__slots__ if name != "sentence")
        return {name: _plain(getattr(self, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
