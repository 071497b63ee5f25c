#!/usr/bin/env python3
"""Cold starts and peak memory: whole processes, from the outside.

Run as a process of its own, as small as can be: a process counts the memory of the one that started it as its own.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from newsevents.json_lines import line
from newsevents.schema import Article

ROUNDS = 5
NO_TORCH = "import sys; sys.modules['torch'] = None; "
IMPORT_SPACY, IMPORT_LIGHT = 'python -c "import spacy"', 'python -c "import spacy", torch left out'
PANDAS, PANDAS_LIGHT = 'python -c "import spacy, pandas"', 'python -c "import spacy, pandas", torch left out'
EXTRACT, WORKER = "newsevents extract, one article", "newsevents extract, all articles, one worker"

Run = tuple[float, float]
"""Seconds and peak megabytes of a process."""


def starts(articles: list[Article]) -> dict[str, Run]:
    """Medians over interleaved runs of each command."""
    with tempfile.TemporaryDirectory() as folder:
        one, every = Path(folder, "one.jsonl"), Path(folder, "every.jsonl")
        write(one, articles[:1])
        write(every, articles)
        command = [sys.executable, __file__, str(one), str(every)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return {name: (seconds, memory) for name, (seconds, memory) in json.loads(done.stdout).items()}


def main() -> None:
    """Run each command several times in turns, and the long one once; medians to standard output."""
    one, every = sys.argv[1:]
    commands = {
        "python -c pass": ["-c", "pass"],
        IMPORT_SPACY: ["-c", "import spacy"],
        IMPORT_LIGHT: ["-c", NO_TORCH + "import spacy"],
        PANDAS: ["-c", "import spacy, pandas"],
        PANDAS_LIGHT: ["-c", NO_TORCH + "import spacy, pandas"],
        'python -c "import newsevents"': ["-c", "import newsevents"],
        "newsevents --help": ["-m", "newsevents", "--help"],
        EXTRACT: ["-m", "newsevents", "extract", one, "-o", f"{one}.out.jsonl"],
    }
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, arguments in commands.items():
            runs[name].append(run(arguments))
    runs[WORKER] = [run(["-m", "newsevents", "extract", every, "-o", f"{every}.out.jsonl"])]
    print(json.dumps({name: middle(each) for name, each in runs.items()}))


def run(arguments: list[str]) -> Run:
    """Seconds and peak memory of a Python process; raises where it fails."""
    begun = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([sys.executable, *arguments], **quiet)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with status {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def middle(runs: list[Run]) -> Run:
    """The medians of both figures."""
    return statistics.median(seconds for seconds, _ in runs), statistics.median(memory for _, memory in runs)


def write(path: Path, articles: Iterable[Article]) -> None:
    """The articles as JSON lines."""
    with path.open("wb") as file:
        for number, article in enumerate(articles):
            published = article.published.isoformat() if article.published else None
            fields = {"id": str(number), "text": article.text, "title": article.title, "published": published}
            file.write(line(fields))


if __name__ == "__main__":
    main()
