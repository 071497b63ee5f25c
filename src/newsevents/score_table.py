"""Scores on paper: gold and predicted events read from files; results as a table, as JSON, as words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from .errors import ArticleError
from .evaluate import SLOTS, Difference, Result
from .similarity import Fields, f1

ROWS = (*SLOTS, "fill", "exact")


def read_events(path: Path) -> dict[str, list[Fields]]:
    """Events by document: from a folder of <id>.json, or from .jsonl with an event or a document a line.

    Raises ArticleError for a file that is neither, naming file and line.
    """
    found: dict[str, list[Fields]] = defaultdict(list)
    for where, text in texts(path):
        try:
            data = json.loads(text)
            document, events = (data["id"], data["events"]) if "events" in data else (data["doc_id"], [data])
        except (ValueError, KeyError, TypeError) as error:
            remedy = 'write {"id": ..., "events": [...]}, or what newsevents extract --to jsonl writes'
            raise ArticleError(f"{where}: no events ({error}); {remedy}") from error
        found[str(document)].extend(events)
    return dict(found)


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Each JSON text, and where it stands."""
    if path.is_dir():
        for file in sorted(path.glob("*.json")):
            yield str(file), file.read_text("utf-8")
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"{path}:{number}", line


def rows(result: Result) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and counts of each slot."""
    return {slot: row(result, slot) for slot in ROWS}


def row(result: Result, slot: str) -> dict[str, float]:
    """The figures of one slot, to four places."""
    hit, miss, alarm = (result.all[slot][side] for side in ("hit", "miss", "alarm"))
    matched = (result.paired[slot][side] for side in ("hit", "miss", "alarm"))
    return {
        "P": round(hit / (hit + alarm), 4) if hit else 0.0,
        "R": round(hit / (hit + miss), 4) if hit else 0.0,
        "F1": round(f1(hit, miss, alarm), 4),
        "matched_F1": round(f1(*matched), 4),
        "hit": hit,
        "miss": miss,
        "alarm": alarm,
    }


def as_json(result: Result) -> str:
    """The figures as one JSON object."""
    return json.dumps({"documents": result.documents, "slots": rows(result)})


def as_table(result: Result) -> str:
    """The figures as a table for people."""
    lines = [f"{result.documents} documents", f"{'slot':<14}{'P':>8}{'R':>8}{'F1':>8}{'hit':>7}{'miss':>7}{'alarm':>7}"]
    for slot, at in rows(result).items():
        figures = "".join(f"{at[key]:>8.3f}" for key in ("P", "R", "F1"))
        lines.append(f"{slot:<14}{figures}" + "".join(f"{at[key]:>7}" for key in ("hit", "miss", "alarm")))
    return "\n".join(lines)


def told(difference: Difference) -> str:
    """A difference in three lines."""
    return f"{difference.document} {difference.kind}\n  gold {brief(difference.gold)}\n  pred {brief(difference.found)}"


def brief(event: Fields | None) -> str:
    """An event in one line."""
    if event is None:
        return "-"
    day, place = event.get("date") or {}, event.get("location") or {}
    actors = "; ".join(f"{a.get('name')} [{a.get('role')}]" for a in event.get("actors") or [])
    casualties = "; ".join(f"{c.get('kind')} {c.get('best')}" for c in event.get("casualties") or [])
    span = f"{day.get('start')}..{day.get('end')}"
    return " | ".join((str(event.get("sub_event_type")), span, str(place.get("name")), actors, casualties))
