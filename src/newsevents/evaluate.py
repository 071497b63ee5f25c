"""Scores: precision, recall and F1 of extracted events, slot by slot, against gold events. See docs/evaluation.md.

Each slot filler is a hit, a miss or a false alarm; all fillers of an event without a partner are misses or false
alarms. Gold rows marked optional count neither way. ``exact`` is the share of events right in type, date, place and
killed all at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .similarity import (
    Fields,
    Similarity,
    actors_alike,
    casualties_alike,
    dated,
    events_alike,
    pairs,
    placed,
    same_date,
    same_place,
    subtype_right,
    type_right,
    value_right,
)

LEAST = 0.35  # a pair of events less alike than this is no pair
SLOTS = ("event", "type", "subtype", "date", "place", "actor", "actor+role", "casualty", "casualty+who", "killed")
FILLERS = ("type", "subtype", "date", "place", "actor+role", "casualty+who")
Events = Mapping[str, Sequence[Fields]]
Counts = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """An event that is not right: missed, a false alarm, or one that differs from its gold."""

    document: str
    kind: str
    gold: Fields | None
    found: Fields | None


@dataclass(slots=True)
class Result:
    """Counts of hits, misses and false alarms by slot: over all events, and over the paired ones alone."""

    documents: int = 0
    all: Counts = field(default_factory=lambda: defaultdict(Counter))
    paired: Counts = field(default_factory=lambda: defaultdict(Counter))
    differences: list[Difference] = field(default_factory=list)


def evaluate(gold: Events, predicted: Events) -> Result:
    """Score the predicted events of every gold document. Documents that gold does not have are passed over."""
    result = Result(len(gold))
    for document, wanted in gold.items():
        score_document(result, document, wanted, predicted.get(document, []))
    for counts in (result.all, result.paired):
        counts["fill"] = Counter()
        for slot in FILLERS:
            counts["fill"].update(counts[slot])
    return result


def score_document(result: Result, document: str, wanted: Sequence[Fields], given: Sequence[Fields]) -> None:
    """Add the counts of one document."""
    couples = [(i, j) for i, j, alike in pairs(wanted, given, events_alike) if alike >= LEAST]
    for i, j in couples:
        if not wanted[i].get("optional"):
            score_pair(result, document, wanted[i], given[j])
    for i, gold in enumerate(wanted):
        if i not in {i for i, _ in couples} and not gold.get("optional"):
            score_alone(result, Difference(document, "missed", gold, None), gold, "miss")
    for j, found in enumerate(given):
        if j not in {j for _, j in couples}:
            score_alone(result, Difference(document, "false alarm", None, found), found, "alarm")


def score_alone(result: Result, difference: Difference, event: Fields, side: str) -> None:
    """Every filler of an event without a partner counts on its side."""
    casualties = event.get("casualties") or []
    fillers = {
        **dict.fromkeys(("event", "type", "exact"), 1),
        "subtype": int(bool(event.get("sub_event_type"))),
        "date": int(dated(event)),
        "place": int(placed(event)),
        **dict.fromkeys(("actor", "actor+role"), len(event.get("actors") or [])),
        **dict.fromkeys(("casualty", "casualty+who"), len(casualties)),
        "killed": sum(row.get("kind") == "killed" for row in casualties),
    }
    for slot, count in fillers.items():
        result.all[slot][side] += count
    result.differences.append(difference)


def score_pair(result: Result, document: str, gold: Fields, found: Fields) -> None:
    """Count each filler of a pair, and whether the event is right as a whole."""
    rows = counted(gold, found, "casualties", casualties_alike)
    day_right = same_date(gold.get("date"), found.get("date")) == 1.0
    place_right = same_place(gold.get("location"), found.get("location")) if placed(gold) else not placed(found)
    figures_right = killed(gold.get("casualties") or []) == killed(rows)
    exact = type_right(gold, found) and day_right and place_right and figures_right
    counts = {
        "event": Counter(hit=1),
        "exact": one(True, True, exact),
        "type": one(True, bool(found.get("event_type")), type_right(gold, found)),
        "subtype": one(bool(gold.get("sub_event_type")), bool(found.get("sub_event_type")), subtype_right(gold, found)),
        "date": one(dated(gold), dated(found), day_right),
        "place": one(placed(gold), placed(found), place_right),
        **actor_counts(gold, found),
        **casualty_counts(gold.get("casualties") or [], rows),
    }
    for slot, count in counts.items():
        result.all[slot].update(count)
        result.paired[slot].update(count)
    if not exact:
        result.differences.append(Difference(document, "differs", gold, found))


def one(wanted: bool, given: bool, right: bool) -> Counter[str]:
    """The counts of a slot that holds one value."""
    return Counter(hit=1) if wanted and given and right else Counter(miss=int(wanted), alarm=int(given))


def actor_counts(gold: Fields, found: Fields) -> Counts:
    """Actors by name, and by name and role."""
    wanted, given = gold.get("actors") or [], counted(gold, found, "actors", actors_alike)
    couples = pairs(wanted, given, actors_alike)
    roles = sum(value_right(wanted[i], given[j], "role") for i, j, _ in couples)
    return {"actor": many(len(couples), wanted, given), "actor+role": many(roles, wanted, given)}


def casualty_counts(wanted: Sequence[Fields], given: Sequence[Fields]) -> Counts:
    """Casualty rows by kind and figure, with their victims, and the killed alone."""
    right = [(wanted[i], given[j]) for i, j, alike in pairs(wanted, given, casualties_alike) if alike >= 1.0]
    whose = sum(value_right(g, p, "victim_type") for g, p in right)
    dead = sum(g.get("kind") == "killed" for g, _ in right)
    lost, told = ([row for row in rows if row.get("kind") == "killed"] for rows in (wanted, given))
    return {
        "casualty": many(len(right), wanted, given),
        "casualty+who": many(whose, wanted, given),
        "killed": many(dead, lost, told),
    }


def many(hit: int, wanted: Sequence[Fields], given: Sequence[Fields]) -> Counter[str]:
    """The counts of a slot that holds a list."""
    return Counter(hit=hit, miss=len(wanted) - hit, alarm=len(given) - hit)


def counted(gold: Fields, found: Fields, key: str, alike: Similarity) -> list[Fields]:
    """The predicted rows, without those that match no gold row but an optional one."""
    given: list[Fields] = list(found.get(key) or [])
    taken = {j for _, j, score in pairs(gold.get(key) or [], given, alike) if score >= 1.0}
    spare = [j for j in range(len(given)) if j not in taken]
    optional = pairs(gold.get(f"{key}_optional") or [], [given[j] for j in spare], alike)
    dropped = {spare[j] for _, j, score in optional if score >= 1.0}
    return [row for j, row in enumerate(given) if j not in dropped]


def killed(rows: Iterable[Fields]) -> tuple[int, bool] | None:
    """The dead added up, and whether none of the rows counts them; None where no row tells of any."""
    best = [row.get("best") for row in rows if row.get("kind") == "killed"]
    figures = [figure for figure in best if figure is not None]
    return (sum(figures), not figures) if best else None
