"""Where the pipeline puts events, against gold: matched events whose place or country differs, with their sentences.

    python tools/list_place_errors.py dev modern [--right]

Prints one block a difference (gold place, place found, the sentence of the trigger) and the shares at the end.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from newsevents.evaluate import LEAST
from newsevents.score_table import read_events
from newsevents.similarity import events_alike, pairs, same_place
from scores import SETS, predictions

Event = dict[str, Any]
_AROUND = 160


def main() -> None:
    """Print the differences of each set and its shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("set", nargs="+", choices=list(SETS))
    parser.add_argument("--right", action="store_true", help="also print the events whose place is right")
    options = parser.parse_args()
    for name in options.set:
        counts = Counter[str]()
        for document, gold, found in matched(name):
            wrong = verdict(gold, found, counts)
            if wrong or options.right:
                print(told(name, document, gold, found, wrong), end="\n\n")
        print(summary(name, counts), end="\n\n")


def matched(name: str) -> Iterator[tuple[str, Event, Event]]:
    """The gold events that count and the events found for them."""
    found = predictions(name)
    for document, wanted in read_events(SETS[name] / "gold").items():
        given = found.get(document, [])
        for one, other, alike in pairs(wanted, given, events_alike):
            if alike >= LEAST and not wanted[one].get("optional"):
                yield document, wanted[one], given[other]


def verdict(gold: Event, found: Event, counts: Counter[str]) -> str:
    """Count one pair; what is wrong with its place, or nothing."""
    wanted, given = gold.get("location") or {}, found.get("location") or {}
    placed = bool(wanted.get("name"))
    right = same_place(wanted, given) if placed else not given.get("name")
    counts["events"] += 1
    counts["place right"] += right
    counts["hits"] += placed and right
    counts["placed"] += placed
    counts["given"] += bool(given.get("name"))
    counts["countries"] += bool(wanted.get("country"))
    same = not wanted.get("country") or wanted["country"] == given.get("country")
    counts["country right"] += bool(wanted.get("country")) and same
    return " ".join(what for what, ok in (("place", right), ("country", same)) if not ok)


def told(name: str, document: str, gold: Event, found: Event, wrong: str) -> str:
    """One difference with the words around the trigger."""
    wanted, given = gold.get("location") or {}, found.get("location") or {}
    lines = [
        f"{document} [{wrong or 'right'}] {gold['sub_event_type']}",
        f"  gold  {wanted.get('name')} {wanted.get('within')} {wanted.get('country')}",
        f"  found {given.get('name')} {given.get('within')} {given.get('country')} {given.get('gazetteer_id')}",
    ]
    return "\n".join([*lines, f"  {sentence(texts(name)[document], found)}"])


def texts(name: str) -> dict[str, str]:
    """The articles of a set, as they stand in its file."""
    with (SETS[name] / "articles.jsonl").open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def sentence(text: str, found: Event) -> str:
    """The words around an event's trigger."""
    start, end = next((e["span"] for e in found["evidence"] if e["slot"] == "event_type"), (0, 0))
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + 2 * _AROUND]
    return f"…{before}[[{text[start:end]}]]{after}…".replace("\n", " / ")


def summary(name: str, counts: Counter[str]) -> str:
    """Shares over the matched events."""
    f1 = 2 * counts["hits"] / max(counts["placed"] + counts["given"], 1)
    place, country = counts["place right"] / counts["events"], counts["country right"] / max(counts["countries"], 1)
    return (
        f"{name}: {counts['events']} matched events, place F1 {f1:.3f}, right {place:.3f}, country right {country:.3f}"
    )


if __name__ == "__main__":
    main()
