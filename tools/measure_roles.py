"""Who did it and to whom, on judged sentences with marked spans (arabic_event_gsr), beside UniversalPetrarch.

    python tools/measure_roles.py ../shared/data/events/gsr-assault-spans-dev.jsonl.gz [--errors 20]

A sentence has a source (or target) where at least half of its judges marked one. A span found is right where it and
a marked one share at least half of the words of both together, or where it is the head of a marked one (its words
stand at the marked span's beginning). Sources are the perpetrators of the sentence's frames; targets their target
actors and the victims of their casualties. Words are compared folded, without articles and proclitics.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsevents.api import processed
from newsevents.arabic import fold
from newsevents.schema import Article, Event, Party
from newsevents.stages.casting import own_cast
from newsevents.stages.partyfields import crowd

ENOUGH = 0.5
NAMELESS = ("others", "casualties", "bodies")
CLITICS = ("وال", "بال", "فال", "لل", "ال")
PETRARCH = {"ASSAULT": "3 of 198", "PROTEST": "4 of 299"}


def main() -> None:
    """Print precision, recall and F1 of sources and targets in each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for file in options.files:
        report(file, list(sentences(file)), options.errors)


def sentences(path: Path) -> Iterator[dict[str, Any]]:
    """The judged sentences of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def report(file: Path, rows: list[dict[str, Any]], errors: int) -> None:
    """The figures of one file, and the sentences it gets wrong."""
    counts: Counter[str] = Counter()
    for row in rows:
        found, marked = told(row["text"]), {side: spans(row, side) for side in ("source", "target")}
        wrong = [side for side in marked if not count(counts, side, marked[side], found[side], len(row["spans"]))]
        if wrong and errors:
            errors -= 1
            print(row["text"], *(f"\n  {s}: marked {marked[s]} found {found[s]}" for s in wrong))
    for side in ("source", "target"):
        print(f"{file.name} {side}: P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*figures(counts, side)))
    print(f"  UniversalPetrarch, exact sources in its published run: {PETRARCH[rows[0]['event_type']]} sentences")


def spans(row: Mapping[str, Any], side: str) -> list[str]:
    """What the judges marked, one string a judge that marked something."""
    return [" ".join(each[f"{side}_actor"]) for each in row["spans"] if each[f"{side}_actor"]]


def told(text: str) -> dict[str, list[str]]:
    """The sources and targets of the sentence's frames; whether a frame is worth a record asks for a whole article."""
    doc = processed(Article(text + " ."))
    frames, events = doc._.frames, [Event((frame,)) for frame in doc._.frames]
    cast = [argument for event in events for argument in own_cast(event)]
    actors = [(a.role, a.mention.value.name) for a in cast if isinstance(a.mention.value, Party)]
    actors += [("perpetrator", each["name"]) for event in events for each in crowd(doc, event) if each["name"] in text]
    victims = [toll.victims for frame in frames for toll in frame.tolls if toll.group not in NAMELESS]
    return {
        "source": unique(name for role, name in actors if role == "perpetrator"),
        "target": unique([*(name for role, name in actors if role == "target"), *victims]),
    }


def unique(names: Iterable[str]) -> list[str]:
    """Names in order, each once."""
    return list(dict.fromkeys(names))


def count(counts: Counter[str], side: str, marked: list[str], found: list[str], judges: int) -> bool:
    """Add a sentence's hits; whether nothing is missed or wrong in it."""
    right = [name for name in found if any(alike(name, each) for each in marked)]
    wanted = 2 * len(marked) >= judges and bool(marked)
    counts[f"{side} given"] += len(found)
    counts[f"{side} right"] += len(right)
    counts[f"{side} wanted"] += wanted
    counts[f"{side} reached"] += wanted and bool(right)
    return len(right) == len(found) and (bool(right) or not wanted)


def alike(found: str, marked: str) -> bool:
    """Whether a span found is a marked one."""
    a, b = stems(found), stems(marked)
    return bool(a) and (b[: len(a)] == a or len({*a} & {*b}) >= ENOUGH * len({*a} | {*b}))


def stems(text: str) -> list[str]:
    """The folded words without article, punctuation and figures."""
    return [bare(word) for word in fold(text).split() if word.isalpha()]


def bare(word: str) -> str:
    """A word without its article and proclitic."""
    return next((word[len(c) :] for c in CLITICS if word.startswith(c) and len(word) > len(c) + 2), word)


def figures(counts: Mapping[str, int], side: str) -> tuple[float, float, float]:
    """Precision of the spans found, recall of the sentences that have one, F1."""
    precision = counts[f"{side} right"] / max(1, counts[f"{side} given"])
    recall = counts[f"{side} reached"] / max(1, counts[f"{side} wanted"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
