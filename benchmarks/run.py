#!/usr/bin/env python3
"""Measure speed and memory against the pieces that newsevents is built from, and write docs/performance.md.

Everything is a ratio of figures from one run, taken in turns, so that a slower or busier machine changes little.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import corpus
import growth
import pieces
import processes
from page import Figures, page

PAGE = corpus.ROOT / "docs" / "performance.md"


def main() -> None:
    """Measure, part by part, and write the page."""
    wishes = options()
    articles = corpus.ordinary(wishes.articles)
    say(f"{len(articles)} articles: the whole, and its pieces")
    whole = pieces.whole(articles)
    say("stages")
    stages = pieces.stages(articles[: len(articles) // 4])
    say("length")
    lengths = growth.lengths(articles[:200])
    say("workers")
    workers = growth.workers(articles)
    say("tables")
    tables = growth.tables(articles[:300])
    say("cold starts and memory")
    starts = processes.starts(articles)
    say(f"{wishes.many} articles in a row")
    numbers = many(wishes.many)
    wishes.out.write_text(page(Figures(whole, stages, lengths, numbers, tables, workers, starts)), encoding="utf-8")
    say(f"written: {wishes.out}")


def options() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000, help="of ordinary length, for ratios")
    parser.add_argument("--many", type=int, default=30_000, help="of any length, for growth")
    parser.add_argument("-o", "--out", type=Path, default=PAGE)
    return parser.parse_args()


def many(count: int) -> list[list[float]]:
    """Figures of reading many articles in a process of its own."""
    command = [sys.executable, str(Path(__file__).with_name("many.py")), str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(row) for row in done.stdout.splitlines()]


def say(words: str) -> None:
    """What is going on, on standard error."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
