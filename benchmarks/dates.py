#!/usr/bin/env python3
"""Dates against dateparser: speed and phrases resolved on the same articles, and right answers on our examples.

Prints a table. Both get the day of publication; each article is read by both, one after the other.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from time import process_time
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

import corpus
from newsevents.api import load
from newsevents.lexicons import read_tsv
from newsevents.schema import Article, Day

EXAMPLES = corpus.ROOT / "tests" / "examples" / "dates.tsv"
SEEN_FROM = date(2024, 10, 31)  # the day of publication of the examples
STAGES = ("sentences", "numbers", "dates")
RESOLVED, OPEN, NO_DATE = "resolved to a day", "left open", "figures that are no date"
_LIFETIME = 36_525  # days
_FULL = re.compile(r"\d+\s*[/-]\s*\d+\s*[/-]\s*\d+")


class Found(NamedTuple):
    """A phrase and the first day it is said to mean; None where it is not resolved."""

    text: str
    day: date | None


Reader = Callable[[Article], list[Found]]
Times = dict[str, list[float]]


def main() -> None:
    """Read the articles with both and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    wishes = parser.parse_args()
    articles = [each for each in corpus.ordinary(wishes.articles) if each.published]
    readers = {"newsevents": ours(load()), "dateparser": theirs()}
    times, phrases = measured(readers, articles)
    right = {name: sum(map(agrees(reader), examples())) for name, reader in readers.items()}
    sys.stdout.write("\n".join(table(times, phrases, right, len(articles))) + "\n")


def ours(nlp: Language) -> Reader:
    """The tokenizer and the stages up to dates."""

    def read(given: Article) -> list[Found]:
        doc: Doc = nlp.make_doc(given)  # type: ignore[arg-type]
        for stage in STAGES:
            doc = nlp.get_pipe(f"newsevents_{stage}")(doc)  # type: ignore[operator]
        days = [(mention, mention.value) for mention in doc._.dates]
        return [Found(doc[m.start : m.end].text, day.start) for m, day in days if isinstance(day, Day)]

    return read


def theirs() -> Reader:
    """dateparser's search, told the language, the day of publication and that news speaks of the past."""
    from dateparser.search import search_dates

    warnings.filterwarnings("ignore")

    def read(given: Article) -> list[Found]:
        settings = {"RELATIVE_BASE": datetime.combine(given.published, time()), "PREFER_DATES_FROM": "past"}  # type: ignore[arg-type]
        return [Found(text, day.date()) for text, day in search_dates(given.text, ["ar"], settings) or []]

    return read


def measured(readers: dict[str, Reader], articles: list[Article]) -> tuple[Times, dict[str, Counter[str]]]:
    """Seconds an article, and what became of the phrases; the first article warms both up."""
    times: Times = {name: [] for name in readers}
    phrases: dict[str, Counter[str]] = {name: Counter() for name in readers}
    for reader in readers.values():
        reader(articles[0])
    for given in articles:
        for name, reader in readers.items():
            begun = process_time()
            found = reader(given)
            times[name].append(process_time() - begun)
            phrases[name].update(what_became(each, given) for each in found)
    return times, phrases


def what_became(found: Found, given: Article) -> str:
    """ "resolved" to a day within a lifetime of the article, "no date" where it is a figure alone, or "open"."""
    if not any(letter.isalpha() for letter in found.text) and not _FULL.search(found.text):
        return NO_DATE
    near = found.day is not None and given.published and abs((found.day - given.published).days) <= _LIFETIME
    return RESOLVED if near else OPEN


def examples() -> list[tuple[str, list[date]]]:
    """The project's examples that mean known days: text, and the first day of each date in it."""
    rows = read_tsv(EXAMPLES, "dates.tsv")
    known = [row for row in rows if "[" in row["text"] and "?" not in row["expected"]]
    return [(row["text"].replace("[", "").replace("]", ""), first_days(row["expected"])) for row in known]


def first_days(expected: str) -> list[date]:
    """The first day of each date that an example expects."""
    return [date.fromisoformat(each.strip()[:10]) for each in expected.split("|")]


def agrees(reader: Reader) -> Callable[[tuple[str, list[date]]], bool]:
    """Whether the reader gives exactly the first days of an example."""
    return lambda example: [each.day for each in reader(Article(example[0] + " .", published=SEEN_FROM))] == example[1]


def table(times: Times, phrases: dict[str, Counter[str]], right: dict[str, int], articles: int) -> list[str]:
    """The result as lines of Markdown."""
    names = list(times)
    cost = {name: 1000 * statistics.fmean(times[name]) for name in names}
    rows = [("ms an article, mean", *(f"{cost[name]:.2f}" for name in names), f"{cost[names[1]] / cost[names[0]]:.1f}")]
    for label in (RESOLVED, OPEN, NO_DATE):
        rows.append((f"phrases: {label}", *(str(phrases[name][label]) for name in names), ratio(phrases, names, label)))
    counts = {name: Counter({"right": right[name]}) for name in names}
    all_right = f"right of the project's {len(examples())} examples"
    rows.append((all_right, *(str(right[name]) for name in names), ratio(counts, names, "right")))
    head = [f"{articles} articles", "", f"| | {' | '.join(names)} | ratio |", "| --- | ---: | ---: | ---: |"]
    return head + [f"| {' | '.join(row)} |" for row in rows]


def ratio(counts: dict[str, Counter[str]], names: list[str], label: str) -> str:
    """How many times as many the first has."""
    return f"{counts[names[0]][label] / max(counts[names[1]][label], 1):.2f}"


if __name__ == "__main__":
    main()
