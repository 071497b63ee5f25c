"""Fit the weights of stages/confidence.py on gold articles and print the reliability table.

    python tools/calibrate.py ../shared/eval/dev ../shared/eval/modern tests/articles

An event is right where it has a partner in the gold and the right type. The table and the mean calibration error are
of five-fold cross-validation by article: no event is judged by weights that have seen its article.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from newsevents.api import events_of, load
from newsevents.evaluate import LEAST
from newsevents.schema import Article
from newsevents.similarity import events_alike, pairs, type_right
from newsevents.stages import worth
from newsevents.stages.confidence import facts

_STRENGTH = 0.5
_BINS = np.linspace(0, 1, 11)


def examples(folder: Path) -> tuple[list[list[float]], list[bool], list[str], list[str]]:
    """For every event found in a set: its facts, whether it is right, its article; and the names of the facts."""
    nlp, rows, right, groups, names = load(), [], [], [], []
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["published"]) if row.get("published") else None
        doc = nlp(nlp.make_doc(Article(row["text"], title=row.get("title"), published=day, id=row["id"])))  # type: ignore[arg-type]
        gold = json.loads((folder / "gold" / f"{row['id']}.json").read_text("utf-8"))["events"]
        found = [record.to_dict() for record in events_of(doc)]
        partner = {j: i for i, j, alike in pairs(gold, found, events_alike) if alike >= LEAST}
        for index, event in enumerate(doc._.events):
            known = facts(event)
            names = list(known)
            rows.append([float(known[name]) for name in names])
            right.append(index in partner and type_right(gold[partner[index]], found[index]))
            groups.append(row["id"])
    return rows, right, groups, names


def cross_validated(x: np.ndarray, y: np.ndarray, groups: Sequence[str]) -> np.ndarray:
    """Each event's probability from weights fitted without its article."""
    guess = np.zeros(len(y))
    for seen, unseen in GroupKFold(5).split(x, y, groups):
        guess[unseen] = LogisticRegression(C=_STRENGTH).fit(x[seen], y[seen]).predict_proba(x[unseen])[:, 1]
    return guess


def table(guess: np.ndarray, y: np.ndarray) -> float:
    """Print stated against found shares by tenths; return the mean calibration error, weighted by events."""
    error = 0.0
    print(f"{'stated':>12} {'events':>7} {'mean':>6} {'right':>6}")
    for low, high in pairwise(_BINS):
        inside = (guess >= low) & ((guess < high) | (high == 1))
        if inside.any():
            stated, found = guess[inside].mean(), y[inside].mean()
            error += inside.sum() * abs(stated - found) / len(y)
            print(f"{low:>5.1f}..{high:.1f}  {inside.sum():>7} {stated:>6.2f} {found:>6.2f}")
    return float(error)


def main() -> None:
    """Fit on all sets given, and print weights, table and error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path, help="folders with articles.jsonl and gold/")
    worth.LEAST_SURE = 0.0  # the unsure must be seen too
    parts = [examples(folder) for folder in parser.parse_args().sets]
    x = np.array([row for part in parts for row in part[0]])
    y = np.array([right for part in parts for right in part[1]])
    groups = [group for part in parts for group in part[2]]
    print(
        f"mean calibration error {table(cross_validated(x, y, groups), y):.3f}"
        f" over {len(y)} events, {y.mean():.2f} of them right"
    )
    fitted = LogisticRegression(C=_STRENGTH).fit(x, y)
    print("_BIAS =", round(float(fitted.intercept_[0]), 2))
    print("_WEIGHTS =", {name: round(float(w), 2) for name, w in zip(parts[0][3], fitted.coef_[0], strict=True)})


if __name__ == "__main__":
    main()
