"""How alike a gold and a predicted event are: names, places, dates, actors, casualties.

Gold and predicted things are paired one to one so that the sum of similarities is largest, as CEAF does
(Luo 2005, "On coreference resolution performance metrics").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

Fields = Mapping[str, Any]
Similarity = Callable[[Fields, Fields], float]

NEAR_KM = 15.0
WEIGHTS = {"type": 0.20, "subtype": 0.05, "date": 0.20, "place": 0.25, "actors": 0.15, "casualties": 0.15}
GENERIC = frozenset(
    "قوات تنظيم جماعه حركه ميليشيا مليشيا كتيبه لواء جيش عناصر مسلحون مسلحين مدنيون مدنيين محافظه مدينه بلده قريه "
    "منطقه حي ريف مخيم ولايه مديريه جبل من في على".split()
)
_ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")
_SPELLING = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": None})
_EARTH_KM = 6371.0


def pairs(gold: Sequence[Fields], predicted: Sequence[Fields], alike: Similarity) -> list[tuple[int, int, float]]:
    """The best one-to-one pairing, as (gold index, predicted index, similarity), without pairs of similarity 0."""
    if not gold or not predicted:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.array([[alike(g, p) for p in predicted] for g in gold], dtype=float)
    rows, columns = linear_sum_assignment(-table)
    return [(int(i), int(j), float(table[i, j])) for i, j in zip(rows, columns, strict=True) if table[i, j] > 0]


def events_alike(gold: Fields, found: Fields) -> float:
    """0 to 1: the weighted sum of what agrees."""
    place = same_place(gold["location"], found.get("location")) if placed(gold) else not placed(found)
    return (
        WEIGHTS["type"] * type_right(gold, found)
        + WEIGHTS["subtype"] * subtype_right(gold, found)
        + WEIGHTS["date"] * same_date(gold.get("date"), found.get("date"))
        + WEIGHTS["place"] * place
        + WEIGHTS["actors"] * lists_alike(gold, found, "actors", actors_alike)
        + WEIGHTS["casualties"] * lists_alike(gold, found, "casualties", casualties_alike)
    )


def type_right(gold: Fields, found: Fields) -> bool:
    """Whether the event type is the gold's, or one that is as good."""
    return found.get("event_type") in {gold["event_type"], *(kind for kind, _ in gold.get("event_accept") or [])}


def subtype_right(gold: Fields, found: Fields) -> bool:
    """Whether the sub-event type is the gold's, or one that is as good."""
    wanted = {gold.get("sub_event_type"), *(kind for _, kind in gold.get("event_accept") or [])}
    return found.get("sub_event_type") in wanted


def value_right(gold: Fields, found: Fields, key: str) -> bool:
    """Whether a value is the gold's, or one that is as good."""
    return found.get(key) in {gold.get(key), *(gold.get(f"{key}_accept") or [])}


def lists_alike(gold: Fields, found: Fields, key: str, alike: Similarity) -> float:
    """F1 over the pairs of two lists."""
    wanted, given = gold.get(key) or [], found.get(key) or []
    if not wanted and not given:
        return 1.0
    hit = sum(score for _, _, score in pairs(wanted, given, alike))
    return f1(hit, len(wanted) - hit, len(given) - hit)


def f1(hit: float, miss: float, alarm: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hit / (2 * hit + miss + alarm) if hit else 0.0


def actors_alike(gold: Fields, found: Fields) -> float:
    """1 for the same name."""
    return float(same_name(gold, found))


def casualties_alike(gold: Fields, found: Fields) -> float:
    """1 for the same kind and figure, a little for the kind alone."""
    if gold.get("kind") != found.get("kind"):
        return 0.0
    return 1.0 if gold.get("best") == found.get("best") else 0.3


def same_place(gold: Fields | None, found: Fields | None) -> bool:
    """The same name, or points no more than 15 km apart."""
    if not gold or not found:
        return False
    return same_name(gold, found) or kilometres(gold, found) <= NEAR_KM


def placed(event: Fields) -> bool:
    """Whether the event has a place with a name."""
    return bool((event.get("location") or {}).get("name"))


def kilometres(a: Fields, b: Fields) -> float:
    """The great circle between two points; infinite where one has none."""
    if any(point.get(axis) is None for point in (a, b) for axis in ("lat", "lon")):
        return float("inf")
    lat1, lon1, lat2, lon2 = (radians(float(point[axis])) for point in (a, b) for axis in ("lat", "lon"))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(chord))


def same_date(gold: Fields | None, found: Fields | None) -> float:
    """1 for the same days; 0.5 where the spans touch or begin a day apart; else 0."""
    if not gold or not found:
        return 0.0
    start, other = day(gold.get("start")), day(found.get("start"))
    if start is None or other is None:
        return float(start is other)
    end, other_end = day(gold.get("end")) or start, day(found.get("end")) or other
    if (start, end) == (other, other_end):
        return 1.0
    return 0.5 if (other <= end and start <= other_end) or abs((start - other).days) <= 1 else 0.0


def dated(event: Fields) -> bool:
    """Whether the event has a first day."""
    return day((event.get("date") or {}).get("start")) is not None


def day(text: str | None) -> date | None:
    """The day of an ISO date; None where it is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def same_name(gold: Fields, found: Fields) -> bool:
    """Whether any name of the one and any of the other are equal once folded, or share what is not generic."""
    wanted = [gold.get("name"), *(gold.get("accept") or [])]
    given = [found.get("name"), found.get("canonical_ar"), *(found.get("aliases") or [])]
    return any(stems_match(stems(g), stems(p)) for g in wanted if g for p in given if p)


def stems_match(wanted: frozenset[str], given: frozenset[str]) -> bool:
    """Equal; or sharing half of all the words, or all the words of one, with one of them not generic."""
    shared = wanted & given
    if wanted == given:
        return True
    if not shared - GENERIC:
        return False
    return len(shared) / len(wanted | given) >= 0.5 or shared in (wanted, given)


@lru_cache(maxsize=1 << 16)
def stems(text: str) -> frozenset[str]:
    """The folded words of a name without their articles."""
    return frozenset(stem(word) for word in folded(text).split())


def stem(word: str) -> str:
    """The word without its article, where three letters stay."""
    cut = next((a for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= 3), "")
    return word.removeprefix(cut)


def folded(text: str) -> str:
    """Spelling variants folded; diacritics, quotes and punctuation dropped."""
    text = unicodedata.normalize("NFKC", text).translate(_SPELLING)
    text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    return " ".join(re.sub(r"[^\w\s]", " ", text).split()).casefold()
