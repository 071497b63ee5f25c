"""Choose the weights of stages/likeness.py on development articles: coordinate search over frames read once.

    python tools/tune_merge.py ../shared/eval/dev ../shared/eval/modern

Prints the weights before and after with the mean of event and fill F1 per set. Each set is also scored with weights
that were chosen without it, so that a gain that does not carry over is seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from newsevents.api import events_of, load
from newsevents.evaluate import evaluate
from newsevents.schema import Article
from newsevents.stages import likeness, merge

_STEPS = (-0.2, -0.1, 0.1, 0.2)
_ROUNDS = 2


def read(folder: Path) -> tuple[list[Doc], dict[str, list[dict[str, object]]]]:
    """The articles of a set up to their frames, and the gold events by document."""
    nlp = load()
    docs = []
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        article = Article(
            row["text"], title=row.get("title"), published=day, publisher=row.get("publisher"), id=row["id"]
        )
        with nlp.select_pipes(disable=["newsevents_merge"]):
            docs.append(nlp(nlp.make_doc(article)))  # type: ignore[arg-type]
    gold = {
        path.stem: json.loads(path.read_text("utf-8"))["events"] for path in sorted((folder / "gold").glob("*.json"))
    }
    return docs, gold


def score(docs: Sequence[Doc], gold: dict[str, list[dict[str, object]]]) -> float:
    """The mean of event F1 and fill F1 with the weights as they are."""
    predicted: dict[str, list[dict[str, object]]] = {}
    for doc in docs:
        kept = doc._.discards
        merge.merge(doc)
        predicted[doc._.article.id] = [record.to_dict() for record in events_of(doc)]
        doc._.discards = kept
    counts = evaluate(gold, predicted).all
    return (f1(counts["event"]) + f1(counts["fill"])) / 2


def f1(count: Mapping[str, int]) -> float:
    """F1 from hits, misses and false alarms."""
    hit = count["hit"]
    return 2 * hit / (2 * hit + count["miss"] + count["alarm"]) if hit else 0.0


def search(sets: Sequence[tuple[list[Doc], dict[str, list[dict[str, object]]]]]) -> dict[str, float]:
    """Weights that raise the mean score over the sets, one coordinate after the other."""
    best = sum(score(*each) for each in sets)
    for name in list(likeness.WEIGHTS) * _ROUNDS:
        start = likeness.WEIGHTS[name]
        for step in _STEPS:
            likeness.WEIGHTS[name] = round(start + step, 2)
            now = sum(score(*each) for each in sets)
            if now > best + 0.0005:
                best, start = now, likeness.WEIGHTS[name]
            likeness.WEIGHTS[name] = start
    return dict(likeness.WEIGHTS)


def main() -> None:
    """Search on all sets, then leave each one out in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path, help="folders with articles.jsonl and gold/")
    sets = [read(folder) for folder in parser.parse_args().sets]
    before = dict(likeness.WEIGHTS)
    print("before", before, [round(score(*each), 4) for each in sets])
    for index, held_out in enumerate(sets):
        if len(sets) > 1:
            likeness.WEIGHTS.update(before)
            search([each for n, each in enumerate(sets) if n != index])
            print("held out", index, round(score(*held_out), 4))
    likeness.WEIGHTS.update(before)
    print("after", search(sets), [round(score(*each), 4) for each in sets])


if __name__ == "__main__":
    main()
