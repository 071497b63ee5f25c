"""Records made by hand, so that tests of formats need no pipeline."""

from __future__ import annotations

from newsevents.schema import Record

TEXT = "قتل ثلاثة جنود وأصيب مدنيان في هجوم شنه تنظيم داعش على القطرون يوم الأربعاء."
PLACE = {
    "name": "القطرون", "canonical_ar": "القطرون", "canonical_en": "Qatrun", "span": [58, 65], "within": [],
    "country": "LY", "admin1": "Murzuq", "lat": 24.93, "lon": 14.65, "geo_precision": 1, "gazetteer": "newsevents",
    "gazetteer_id": "ly-qatrun", "relation": None,
}  # fmt: skip
DAY = {
    "start": "2022-01-26", "end": "2022-01-26", "precision": "day", "time_of_day": None, "text": "يوم الأربعاء",
    "span": [66, 78],
}  # fmt: skip


def actor(name: str, english: str, role: str, kind: str) -> dict[str, object]:
    """An actor."""
    return {
        "name": name, "canonical_ar": name, "canonical_en": english, "id": english.lower().replace(" ", "-"),
        "role": role, "type": kind, "country": "LY", "span": [0, 3],
    }  # fmt: skip


def toll(kind: str, low: int | None, best: int | None, high: int | None, **changes: object) -> dict[str, object]:
    """A casualty row."""
    row = {
        "kind": kind, "low": low, "best": best, "high": high, "vague": False, "toll": "new", "victims": "جنود",
        "victim_type": "state_forces", "side": None, "of_whom": [], "text": "ثلاثة جنود", "span": [4, 14],
    }  # fmt: skip
    return {**row, **changes}


FIELDS: dict[str, object] = {
    "schema_version": "1",
    "extractor_version": "0.1.0",
    "event_id": "a:00000001",
    "doc_id": "a",
    "source_url": None,
    "publisher": "بوابة الوسط",
    "title": "هجوم في القطرون",
    "published": "2022-01-28",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "plover": "ASSAULT:firearms",
    "weapon": None,
    "date": DAY,
    "location": PLACE,
    "other_locations": (),
    "actors": (
        actor("تنظيم داعش", "Islamic State", "perpetrator", "rebel"),
        actor("الجيش الليبي", "Libyan Army", "target", "state_forces"),
    ),
    "casualties": (toll("killed", 3, 3, 3), toll("wounded", 2, 2, 2, victim_type="civilians")),
    "fatalities": {"low": 3, "best": 3, "high": 3},
    "status": "asserted",
    "background": False,
    "attribution": None,
    "confidence": 0.86,
    "evidence": ({"slot": "event_type", "span": [0, 3], "text": "قتل", "rule": "triggers/killing.tsv:3"},),
    "sentence": TEXT,
}


def made(**changes: object) -> Record:
    """A record, with some fields changed."""
    return Record(**{**FIELDS, **changes})  # type: ignore[arg-type]
