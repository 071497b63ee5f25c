"""The front door: load(), extract(), extract_many(), explain(); and the order of the stages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .errors import ArticleError
from .layers import layer
from .records import Events
from .schema import Article, Mention

if TYPE_CHECKING:
    import pandas as pd

STAGES = (
    "sentences",
    "numbers",
    "dates",
    "places",
    "toponyms",
    "actors",
    "people",
    "weapons",
    "triggers",
    "context",
    "frames",
    "merge",
)


def load(*, lexicons: Iterable[str | Path] = (), countries: Iterable[str] = (), model: str | None = None) -> Language:
    """The pipeline as a spaCy Language; ``doc._.events`` holds what it finds.

    ``lexicons`` are folders with tables of your own; ``countries`` are ISO 3166 alpha-2 codes the news is about,
    which settle names that exist in several; ``model`` is a learned model of names ("ar_news_ner"), see docs/model.md.
    Raises LexiconError where a table is wrong.
    """
    return _loaded(tuple(map(str, lexicons)), tuple(sorted(country.upper() for country in countries)), model)


@cache
def _loaded(lexicons: tuple[str, ...], countries: tuple[str, ...], model: str | None) -> Language:
    tokenizer = {"@tokenizers": "newsevents.Tokenizer.v1", "lexicons": list(lexicons), "countries": list(countries)}
    nlp = spacy.blank("ar", config={"nlp": {"tokenizer": tokenizer}})
    for stage in STAGES:
        nlp.add_pipe(f"newsevents_{stage}")
    if model:
        nlp.add_pipe("newsevents_names", after="newsevents_triggers", config={"model": model})
    return nlp


def extract(
    text: str | Article,
    published: str | date | None = None,
    *,
    title: str | None = None,
    lexicons: Iterable[str | Path] = (),
    countries: Iterable[str] = (),
) -> Events:
    """The conflict events of one article.

    ``published`` is an ISO date ("2022-01-28") or a date: without it, and without a dateline in the text, "أمس" stays
    unresolved. Offsets in the records count code points of ``text``. Raises ArticleError for an empty text or a date
    that is none.
    """
    article = text if isinstance(text, Article) else Article(text, title, as_date(published))
    return records(load(lexicons=lexicons, countries=countries), article)


def extract_many(
    articles: pd.DataFrame | Iterable[str | Article],
    *,
    workers: int = 1,
    lexicons: Iterable[str | Path] = (),
    countries: Iterable[str] = (),
) -> Events:
    """The events of many articles, in their order.

    ``articles`` is a DataFrame with a column ``text`` (and, where there, title, published, publisher, url, id), or
    any iterable of texts or Articles. ``workers`` is the number of processes.
    """
    from .runs import run

    folders = tuple(map(str, lexicons))
    found = list(run(as_articles(articles), workers=workers, lexicons=folders, countries=tuple(countries)))
    return Events((r for events in found for r in events), (d for events in found for d in events.discards))


def explain(
    text: str | Article,
    published: str | date | None = None,
    *,
    lexicons: Iterable[str | Path] = (),
    countries: Iterable[str] = (),
) -> str:
    """Every value of every event with its words and the row that decided; and why there is no event."""
    from .account import explained

    article = text if isinstance(text, Article) else Article(text, published=as_date(published))
    return explained(processed(article, lexicons=lexicons, countries=countries))


def dates(text: str, published: str | date | None = None) -> list[dict[str, object]]:
    """The dates a text names: words, span, first and last day, precision, time of day, the row that decided, and the
    day of publication it counted from. Without that day a relative phrase has no days; today's clock is never read."""
    from .account import date_rows

    return date_rows(processed(Article(text, published=as_date(published))))


def casualties(text: str, published: str | date | None = None) -> list[dict[str, object]]:
    """The casualty rows of a text, sentence by sentence, before events are merged: the fields of a record's casualties.
    Accidents and crimes count too; what was denied, planned or a total over a period does not."""
    from .account import casualty_rows

    return casualty_rows(processed(Article(text, published=as_date(published))))


def actors(text: str, published: str | date | None = None) -> list[dict[str, object]]:
    """The actors a text names: name, id, type, country, span and the row that decided."""
    from .account import actor_rows

    return actor_rows(processed(Article(text, published=as_date(published))))


def processed(article: Article, *, lexicons: Iterable[str | Path] = (), countries: Iterable[str] = ()) -> Doc:
    """The article with all its layers."""
    if not article.text.strip():
        raise ArticleError("the article has no text; give the words of the article as text")
    nlp = load(lexicons=lexicons, countries=countries)
    return nlp(nlp.make_doc(article))  # type: ignore[arg-type]


def records(nlp: Language, article: Article) -> Events:
    """The events of one article, read by this pipeline. Raises ArticleError where it has no text."""
    if not article.text.strip():
        raise ArticleError(f"article {article.id or '(no id)'} has no text; give the words of the article as text")
    return events_of(nlp(nlp.make_doc(article)))  # type: ignore[arg-type]


def events_of(doc: Doc) -> Events:
    """The events of a processed article, as records."""
    from .stages.records import record

    return Events((record(doc, event) for event in doc._.events), doc._.discards)


def as_date(given: str | date | None) -> date | None:
    """A date from an ISO string; raises ArticleError where it is none."""
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given.strip()[:10])
    except ValueError as error:
        raise ArticleError(f"published {given!r} is no date; write it as 2022-01-28") from error


def as_articles(articles: pd.DataFrame | Iterable[str | Article]) -> Iterable[Article]:
    """Articles from a DataFrame's rows or from texts."""
    if hasattr(articles, "to_dict"):
        from .readers import from_frame

        return from_frame(cast("pd.DataFrame", articles))
    return (a if isinstance(a, Article) else Article(a) for a in articles)


def mentions(doc: Doc, name: str) -> list[Mention]:
    """A layer of a processed article, by name."""
    return layer(doc, name)
