"""Figures of whole runs for docs/reliability.md: counts in every format, peak memory of small and large inputs.

python tools/measure_runs.py formats NEWS.jsonl.gz
python tools/measure_runs.py memory FOLDER 1000 30000
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from newsevents.journal import beside
from newsevents.readers import read

FORMATS = ("jsonl", "csv", "parquet", "geojson", "acled")


def extract(source: Path, out: Path, to: str) -> tuple[str, float, float]:
    """Run the command with two workers: its summary, seconds, and megabytes of its largest process."""
    began = time.monotonic()
    process = subprocess.Popen(command(source, out, to), stderr=subprocess.PIPE, text=True)
    said = process.stderr.read() if process.stderr else ""
    _, _, used = os.wait4(process.pid, 0)
    return said.splitlines()[-1], time.monotonic() - began, used.ru_maxrss / 1024


def command(source: Path, out: Path, to: str) -> list[str]:
    """The command with two workers."""
    run = [sys.executable, "-m", "newsevents", "extract", str(source), "-o", str(out)]
    return [*run, "--to", to, "--workers", "2"]


def rows(out: Path, to: str) -> int:
    """The rows of an output, counted by the tool that its users have."""
    if to == "parquet":
        return len(pd.read_parquet(out))
    if to == "jsonl":
        return len(pd.read_json(out, lines=True))
    return len(json.loads(out.read_bytes())["features"]) if to == "geojson" else len(pd.read_csv(out))


def formats(source: Path, folder: Path) -> None:
    """The same input to each format."""
    for to in FORMATS:
        out = folder / f"out.{to}"
        said, seconds, peak = extract(source, out, to)
        print(f"{to:<8} {rows(out, to):>6} rows  {seconds:6.1f} s  {peak:5.0f} MB  {said}", flush=True)


def memory(source: Path, folder: Path, sizes: list[int]) -> None:
    """One run over the largest number of articles: the peak of each process when so many were done."""
    part = folder / "in.jsonl"
    with part.open("w", encoding="utf-8") as file:
        file.writelines(islice(lines(source), max(sizes)))
    out, began = folder / "out.jsonl", time.monotonic()
    process, told = subprocess.Popen(command(part, out, "jsonl")), [0]
    for size in sorted(sizes):
        while process.poll() is None and done(out) < size:
            told = peaks(process.pid)
            time.sleep(0.5)
        print(f"{size:>6} articles  {time.monotonic() - began:6.1f} s  peaks in MB {told}", flush=True)
    process.wait()


def done(out: Path) -> int:
    """The articles that the checkpoint of a run counts."""
    path = beside(out, "checkpoint")
    return int(json.loads(path.read_bytes())["items"]) if path.exists() else 0


def peaks(pid: int) -> list[int]:
    """The most memory that a process and each of its children has had so far."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    found = [re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{p}/status").read_text()) for p in (pid, *children)]
    return [int(match[1]) // 1024 for match in found if match]


def lines(source: Path) -> Iterator[str]:
    """The articles as JSON Lines."""
    for number, item in enumerate(read([str(source)])):
        if item.article:
            day = item.article.published
            row = {"id": str(number), "text": item.article.text, "published": day.isoformat() if day else None}
            yield json.dumps(row) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        if sys.argv[1] == "formats":
            formats(Path(sys.argv[2]), Path(name))
        else:
            memory(Path(sys.argv[2]), Path(name), list(map(int, sys.argv[3:])))
