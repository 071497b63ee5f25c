"""How time and memory grow: with the length of an article, the number of articles, the tables and the workers."""

from __future__ import annotations

import csv
import gzip
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from corpus import GAZETTEER, many
from newsevents.api import extract_many, load, records
from newsevents.schema import Article
from pieces import seconds

LENGTHS = (100, 300, 1_000, 3_000, 10_000, 30_000, 50_000)
SIZES = (0, 1_000, 10_000, 60_000)
STEP = 3_000
ROUNDS = 3
LONG, TOO_LONG = 1.0, 5.0  # seconds for one article: measured once; the last one measured
_COLUMNS = "pattern id name name_en kind parent lat lon rank needs".split()


def lengths(articles: list[Article]) -> list[tuple[int, float]]:
    """(words, seconds) for one article of each length, made of lines of other articles."""
    words = [word for article in articles for word in (*article.text.split(" "), "\n")]
    words = words * (max(LENGTHS) // len(words) + 1)
    nlp, found = load(), []
    for length in LENGTHS:
        text = " ".join(words[:length])
        article = Article(text)
        taken = seconds(partial(records, nlp), article)
        rounds = ROUNDS if taken < LONG else 0
        found.append((length, min([taken, *(seconds(partial(records, nlp), article) for _ in range(rounds))])))
        if taken > TOO_LONG:
            break
    return found


def numbers(count: int) -> Iterator[tuple[int, int, int, float, float]]:
    """(articles, words and events so far; milliseconds per 1,000 words of the last; resident memory in MB)."""
    nlp, done, events, words = load(), 0, 0, 0
    for some in batched_articles(count):
        begun = time.process_time()
        events += sum(len(records(nlp, article)) for article in some)
        taken = time.process_time() - begun
        length = sum(len(article.text.split()) for article in some)
        done, words = done + len(some), words + length
        yield done, words, events, 1e6 * taken / length, resident()


def batched_articles(count: int) -> Iterator[list[Article]]:
    """The articles, some at a time."""
    source = many(count)
    while some := list(islice(source, STEP)):
        yield some


def resident() -> float:
    """The memory of this process now, in MB; 0 where the system does not tell."""
    path = Path("/proc/self/statm")
    return int(path.read_text().split()[1]) * 4096 / 1e6 if path.is_file() else 0.0


def tables(articles: list[Article]) -> list[tuple[int, float, float]]:
    """(places added, seconds to load them, median milliseconds an article) for user gazetteers of growing size."""
    found = []
    for size in SIZES if GAZETTEER.is_file() else SIZES[:1]:
        with tempfile.TemporaryDirectory() as folder:
            write_places(Path(folder), size)
            begun = time.process_time()
            nlp = load(lexicons=[folder])
            records(nlp, articles[0])
            loaded = time.process_time() - begun
            times = [seconds(partial(records, nlp), article) for article in articles]
            found.append((size, loaded, 1000 * statistics.median(times)))
    return found


def write_places(folder: Path, size: int) -> None:
    """A user's gazetteer of so many places."""
    (folder / "places").mkdir()
    with (folder / "places" / "more.tsv").open("w", encoding="utf-8") as file:
        print(*_COLUMNS, sep="\t", file=file)
        for number, row in enumerate(islice(places(), size)):
            name = row["ar"].split("|")[0]
            cells = (
                name,
                f"more-{number}",
                name,
                row["en"],
                "town",
                row["cc"].lower(),
                row["lat"],
                row["lon"],
                "1",
                "",
            )
            print(*cells, sep="\t", file=file)


def places() -> Iterator[dict[str, str]]:
    """The rows of the large gazetteer whose names are plain words."""
    with gzip.open(GAZETTEER, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        yield from (row for row in rows if row["ar"] and not set(row["ar"]) & set("(){}.\t"))


def workers(articles: list[Article]) -> dict[int, float]:
    """Median seconds for all the articles with 1 and with 2 processes, interleaved; starting them is left out."""
    times: dict[int, list[float]] = {1: [], 2: []}
    few = articles[:16]
    for _ in range(ROUNDS):
        for number, taken in times.items():
            short = clock(number, few)
            taken.append(clock(number, articles) - short)
    return {number: statistics.median(taken) for number, taken in times.items()}


def clock(number: int, articles: list[Article]) -> float:
    """Seconds on the clock for the articles with so many processes."""
    begun = time.perf_counter()
    extract_many(articles, workers=number)
    return time.perf_counter() - begun
