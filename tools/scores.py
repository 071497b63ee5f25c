"""Scores of the whole pipeline on the gold sets, for the floors and for docs/evaluation.md."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from newsevents.errors import ArticleError
from newsevents.evaluate import Result, evaluate
from newsevents.readers import read
from newsevents.runs import run
from newsevents.score_table import read_events

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "score_floors.json"
SETS = {
    "articles": ROOT / "tests" / "articles",
    "modern": ROOT.parent / "shared" / "eval" / "modern",
    "dev": ROOT.parent / "shared" / "eval" / "dev",
}


def there(name: str) -> bool:
    """Whether a gold set is on this machine; only the project's own always is."""
    return (SETS[name] / "articles.jsonl").is_file() and any((SETS[name] / "gold").glob("*.json"))


@cache
def measured(name: str) -> Result:
    """The scores on a gold set."""
    return evaluate(read_events(SETS[name] / "gold"), predictions(name))


@cache
def predictions(name: str) -> dict[str, list[dict[str, Any]]]:
    """The records that the pipeline finds in each article of a gold set."""
    items = list(read([str(SETS[name] / "articles.jsonl")]))
    broken = [str(item.error) for item in items if item.error]
    if broken:
        raise ArticleError("; ".join(broken))
    found = zip(items, run(item.article for item in items), strict=True)
    return {item.article.id: events.to_records() for item, events in found}


def fingerprint(name: str) -> str:
    """A hash of the gold files: floors mean something only on the gold that they were measured on."""
    digest = hashlib.sha256()
    for path in sorted((SETS[name] / "gold").glob("*.json")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
