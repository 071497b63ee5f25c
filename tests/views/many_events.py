"""Records made by hand, and many made by a generator, with the articles they were read from."""

from __future__ import annotations

import random
from typing import Any

from newsevents.schema import Article, Record

PLACES = [
    ("إدلب", "Idlib", "SY", 35.93, 36.63),
    ("بنغازي", "Benghazi", "LY", 32.1, 20.07),
    ("الخرطوم", "Khartoum", "SD", 15.6, 32.5),
    ("صنعاء", "Sanaa", "YE", 15.35, 44.2),
    ("الموصل", "Mosul", "IQ", 36.34, 43.13),
]
TYPES = [
    ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Violence against civilians", "Attack"),
    ("Protests", "Peaceful protest"),
]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def record(**changes: Any) -> Record:
    """A record with every field, changed where asked."""
    fields: dict[str, Any] = {
        "schema_version": "1",
        "extractor_version": "0.1.0",
        "event_id": "a:1",
        "doc_id": "a",
        "source_url": None,
        "publisher": None,
        "title": None,
        "published": "2023-05-05",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "plover": None,
        "weapon": None,
        "date": {
            "start": "2023-05-04",
            "end": "2023-05-04",
            "precision": "day",
            "time_of_day": None,
            "text": None,
            "span": None,
        },
        "location": place(PLACES[0]),
        "other_locations": (),
        "actors": (),
        "casualties": (),
        "fatalities": {"low": None, "best": None, "high": None},
        "status": "asserted",
        "background": False,
        "attribution": None,
        "confidence": 0.8,
        "evidence": (),
    }
    return Record(**{**fields, **changes})


def place(row: tuple[str, str, str, float, float], precision: int = 1) -> dict[str, Any]:
    """A location as records have it."""
    name, english, country, lat, lon = row
    point = {"country": country, "lat": lat, "lon": lon, "geo_precision": precision}
    return {
        "name": name,
        "canonical_ar": name,
        "canonical_en": english,
        "within": [],
        "admin1": None,
        "relation": None,
        **point,
    }


def toll(
    low: int | None, best: int | None, high: int | None, *, kind: str = "killed", vague: bool = False
) -> dict[str, Any]:
    """A casualty row as records have it."""
    figures = {"low": low, "best": best, "high": high, "vague": vague}
    whose = {"victims": "مدنيين", "victim_type": "civilians", "side": None, "of_whom": [], "text": None, "span": None}
    return {"kind": kind, "toll": "new", **figures, **whose}


def many(n: int, seed: int = 1) -> tuple[list[Record], list[Article]]:
    """So many events, two an article of 1,000 random letters, which no packing makes small."""
    chance = random.Random(seed)
    texts = {f"d{i // 2}": "" for i in range(n)}
    records = []
    for i in range(n):
        doc = f"d{i // 2}"
        base = len(texts[doc])
        sentence = f"قتل {i} مدنيين في هجوم مسلح قرب {PLACES[i % 5][0]}. "
        filler = " ".join("".join(chance.choices(LETTERS, k=5)) for _ in range(85))
        texts[doc] += sentence + filler + ".\n"
        start = base + sentence.index("هجوم")
        killed = chance.choice([None, 0, 1, 2, 3, 5, 8, 20])
        kind, sub = chance.choice(TYPES)
        day = f"2022-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        jitter = (PLACES[i % 5][3] + chance.uniform(-2, 2), PLACES[i % 5][4] + chance.uniform(-2, 2))
        where = (f"{PLACES[i % 5][0]} {i % 400}", f"{PLACES[i % 5][1]} {i % 400}", PLACES[i % 5][2], *jitter)
        evidence = [
            {"slot": "event_type", "span": [start, start + 9], "text": "هجوم مسلح", "rule": "triggers/assault.tsv:9"}
        ]
        records.append(
            record(
                event_id=f"{doc}:{i:08x}",
                doc_id=doc,
                event_type=kind,
                sub_event_type=sub,
                date={"start": day, "end": day, "precision": "day", "time_of_day": None, "text": None, "span": None},
                location=place(where, chance.choice([1, 1, 2, 3])),
                casualties=() if killed is None else (toll(killed, killed, killed),),
                fatalities={"low": killed, "best": killed, "high": killed},
                background=chance.random() < 0.1,
                evidence=tuple(evidence),
            )
        )
    return records, [Article(text, title=f"خبر {doc}", id=doc) for doc, text in texts.items()]
