#!/usr/bin/env python3
"""Speed: articles a second over the articles of examples/, read again and again, in one process."""

from __future__ import annotations

import time
from pathlib import Path

from newsevents.light import torch_left_out
from newsevents.readers import read
from newsevents.runs import run

EXAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 5


def main() -> None:
    """Print the time to load and the articles a second."""
    articles = [item.article for item in read([str(EXAMPLES / "*.txt")]) if item.article]
    start = time.perf_counter()
    with torch_left_out():
        list(run(articles[:1]))
    loaded = time.perf_counter()
    events = sum(len(found) for _ in range(ROUNDS) for found in run(articles))
    seconds = time.perf_counter() - loaded
    count = ROUNDS * len(articles)
    print(f"loading {loaded - start:.2f} s; {count} articles, {events} events, {count / seconds:.0f} articles/s")


if __name__ == "__main__":
    main()
