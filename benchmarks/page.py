"""The page of results: targets, tables, the machine and the versions."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pieces
import processes
from pieces import Times, median

PACKAGES = "newsevents camel-tools spacy pandas numpy regex torch dateparser".split()

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that was measured."""

    whole: Times
    stages: Times
    lengths: list[tuple[int, float]]
    numbers: list[list[float]]
    tables: list[tuple[int, float, float]]
    workers: dict[int, float]
    starts: dict[str, processes.Run]


def page(found: Figures) -> str:
    """The page, as Markdown."""
    parts = [HEAD, targets(found), WHOLE, ratios(found.whole), STAGES, ratios(found.stages, found.whole[pieces.CAMEL])]
    parts += [STARTS, starts(found.starts), LENGTH, lengths(found.lengths), NUMBER, numbers(found.numbers)]
    parts += [TABLES, tables(found.tables), WORKERS, workers(found), MACHINE, machine()]
    return "\n\n".join(parts) + "\n"


def targets(found: Figures) -> str:
    """The table of targets, met or by how much missed."""
    times, runs = found.whole, found.starts
    whole = median(times[pieces.WHOLE]) / median(times[pieces.CAMEL])
    cold = runs[processes.EXTRACT][0] / runs[processes.IMPORT_SPACY][0]
    light = runs[processes.EXTRACT][0] / runs[processes.IMPORT_LIGHT][0]
    memory = runs[processes.WORKER][1]
    rows = [
        ("whole extraction ÷ camel-tools' tokenizer alone", "≤ 8", *judged(whole, 8)),
        ("2 workers ÷ 1 worker", "≥ 1.75", *judged(found.workers[1] / found.workers[2], 1.75, more=True)),
        ("cold `extract` of one article ÷ `import spacy`", "≤ 1.25", *judged(cold, 1.25)),
        ("the same, where torch is not installed", "≤ 1.25", *judged(light, 1.25)),
        ("peak memory of a worker ÷ spaCy and pandas", "≤ 1.3", *judged(memory / runs[processes.PANDAS][1], 1.3)),
        ("the same, where torch is not installed", "≤ 1.3", *judged(memory / runs[processes.PANDAS_LIGHT][1], 1.3)),
        ("cost of a word in the longest ÷ in a 1,000-word article", "≤ 1.3", *judged(slope(found.lengths), 1.3)),
        ("cost of a word in the last ÷ in the first articles of many", "≤ 1.1", *judged(drift(found.numbers), 1.1)),
    ]
    return table(("what", "target", "measured", ""), rows)


def judged(value: float, target: float, *, more: bool = False) -> tuple[str, str]:
    """The figure, and whether it meets the target or by how much it misses it."""
    met = value >= target if more else value <= target
    return f"{value:.2f}", "met" if met else f"missed by {abs(value / target - 1):.0%}"


def slope(lengths: list[tuple[int, float]]) -> float:
    """What a word costs in the longest article, over what it costs in one of 1,000 words."""
    cost = {words: seconds / words for words, seconds in lengths}
    return cost[max(cost)] / cost[1_000]


def drift(numbers: list[list[float]]) -> float:
    """What a word costs in the last steps, over what it costs in the first, by the medians of a third each."""
    costs = [row[3] for row in numbers]
    third = max(1, len(costs) // 3)
    return statistics.median(costs[-third:]) / statistics.median(costs[:third])


def ratios(times: Times, unit: list[float] | None = None) -> str:
    """Milliseconds an article, and the ratio to the tokenizer alone."""
    one = median(unit or times[pieces.CAMEL])
    rows = [(name, f"{median(each):.3f}", f"{median(each) / one:.2f}", len(each)) for name, each in times.items()]
    return table(("what", "ms an article", "ratio", "articles"), rows)


def starts(runs: dict[str, processes.Run]) -> str:
    """Seconds and memory of whole processes."""
    one = runs[processes.IMPORT_SPACY][0]
    rows = [
        (f"`{name}`", f"{seconds:.2f}", f"{seconds / one:.2f}", f"{memory:.0f}")
        for name, (seconds, memory) in runs.items()
    ]
    return table(("process", "seconds", "÷ import spacy", "peak MB"), rows)


def lengths(found: list[tuple[int, float]]) -> str:
    """Cost against the length of an article."""
    rows = [(f"{words:,}", f"{1000 * taken:.1f}", f"{1e6 * taken / words:.1f}") for words, taken in found]
    return table(("words", "ms", "µs a word"), rows)


def numbers(found: list[list[float]]) -> str:
    """Cost and memory against the number of articles."""
    rows = [
        (f"{done:,.0f}", f"{words:,.0f}", f"{events:,.0f}", f"{cost:.1f}", f"{memory:.0f}")
        for done, words, events, cost, memory in found
    ]
    return table(("articles", "words", "events", "ms a 1,000 words", "MB"), rows)


def tables(found: list[tuple[int, float, float]]) -> str:
    """Cost against the size of a user's gazetteer."""
    rows = [(f"{size:,}", f"{loaded:.2f}", f"{taken:.2f}") for size, loaded, taken in found]
    return table(("places added", "seconds to load", "ms an article"), rows)


def workers(found: Figures) -> str:
    """Articles a second with one and with two processes."""
    count = len(found.whole[pieces.WHOLE])
    return table(("workers", "articles a second"), [(n, f"{count / taken:.0f}") for n, taken in found.workers.items()])


def machine() -> str:
    """The machine and the versions, without a name or a path."""
    rows = [("CPU", f"{processor()}, {os.cpu_count()} cores"), ("system", platform.system())]
    rows += [("Python", platform.python_version()), *((name, installed(name)) for name in PACKAGES)]
    return table(("", ""), rows)


def processor() -> str:
    """The model of the CPU."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def installed(name: str) -> str:
    """The version of a package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown; figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in lines)


HEAD = """# Performance

Written by `make bench`, not by hand. Everything is measured in turns within one run, so the ratios hold on other
machines where the milliseconds do not."""
WHOLE = """## One article

News of 150 to 250 words; medians of processor time. The ratio is to camel-tools' word tokenizer alone."""
STAGES = "## Stages\n\nIn the order in which they run. The ratio is to the same tokenizer."
STARTS = """## Cold starts and memory

Whole processes, medians. `newsevents` leaves torch out of the processes that are its own (decisions/0001-torch.md)."""
LENGTH = "## Length of an article"
NUMBER = (
    "## Number of articles\n\nA month of newspapers in one process, articles of any length; memory is what is resident."
)
TABLES = "## Size of the tables\n\nA user's gazetteer on top of the project's own."
WORKERS = "## Workers"
MACHINE = "## Machine"
