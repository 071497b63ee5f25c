"""The articles that are measured: news from ../shared where it is there, else the project's own, again and again."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

from newsevents.readers import read
from newsevents.readers.published import day_of
from newsevents.schema import Article

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared" / "data" / "news"
GAZETTEER = ROOT.parent / "shared" / "data" / "gazetteer" / "wof-geonames-arabic.tsv.gz"
SHORTEST, LONGEST = 150, 250  # words of an article of ordinary length


def ordinary(count: int) -> list[Article]:
    """Articles of 150 to 250 words; of the project's own, which are shorter, all."""
    fitting = (a for a in chain(reports(), radio(), papers()) if SHORTEST <= len(a.text.split()) <= LONGEST)
    return list(islice(chain(fitting, cycle(own())), count))


def many(count: int) -> Iterator[Article]:
    """As many articles of a month of newspapers, of any length."""
    return islice(chain(papers(), cycle(own())), count)


def own() -> list[Article]:
    """The articles of examples/."""
    found = [item.article for item in read([str(ROOT / "examples" / "*.txt")]) if item.article]
    return found or [Article("قتل ثلاثة أشخاص في قصف على حلب يوم الجمعة.")]


def reports() -> Iterator[Article]:
    """Articles whose lead reports casualties."""
    return lines("casualty-lead.jsonl.gz")


def radio() -> Iterator[Article]:
    """All the articles of a radio station."""
    return lines("ant-corpus.jsonl.gz")


def lines(name: str) -> Iterator[Article]:
    """The articles of a file of JSON lines; none where there is no such file."""
    if (NEWS / name).is_file():
        with gzip.open(NEWS / name, "rt", encoding="utf-8") as file:
            yield from (each for each in (article(json.loads(line)) for line in file) if each.text.strip())


def papers() -> Iterator[Article]:
    """A month of newspapers; none where they are not there."""
    for path in sorted((NEWS / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield from (article(each) for each in json.loads(archive.read(name)) if each.get("content", "").strip())


def article(fields: dict[str, str]) -> Article:
    """An article from the fields of a corpus."""
    text = next((fields[name] for name in ("body", "text", "content") if fields.get(name)), "")
    given = fields.get("date") or fields.get("date_extracted") or fields.get("time")
    return Article(text, title=fields.get("title"), published=day(given), id=fields.get("url"))


def day(given: str | None) -> object:
    """The day of publication, None where it cannot be read."""
    try:
        return day_of(given)
    except ValueError:
        return None
