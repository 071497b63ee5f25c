"""What one article costs: the whole, each stage, and the pieces it is built from, interleaved article by article."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable

import spacy
from camel_tools.tokenizers.word import simple_word_tokenize
from spacy.language import Language

from newsevents.api import STAGES, events_of, load, records
from newsevents.errors import NewseventsError
from newsevents.schema import Article

CAMEL, SPACY, WHOLE = "camel-tools simple_word_tokenize", 'spaCy blank("ar")', "newsevents, whole extraction"
MODEL, DATEPARSER = "newsevents with the learned model", "dateparser.search_dates"
WARM = 100  # articles read before anything is measured
SLOW = 20  # of how many articles one is given to what takes long

Times = dict[str, list[float]]


def whole(articles: list[Article]) -> Times:
    """Seconds an article for the whole extraction and for what it is compared with."""
    nlp, blank = load(), spacy.blank("ar")
    read: dict[str, Callable[[Article], object]] = {
        CAMEL: lambda article: simple_word_tokenize(article.text),
        SPACY: lambda article: blank(article.text),
        WHOLE: lambda article: records(nlp, article),
    }
    slow = {name: reader for name, reader in ((MODEL, with_model()), (DATEPARSER, dateparser())) if reader}
    for article in articles[:WARM]:
        for reader in read.values():
            reader(article)
    for reader in slow.values():
        reader(articles[0])
    times: Times = defaultdict(list)
    for number, article in enumerate(articles):
        for name, reader in (read if number % SLOW else read | slow).items():
            times[name].append(seconds(reader, article))
    return times


def stages(articles: list[Article]) -> Times:
    """Seconds an article for each stage of the pipeline."""
    nlp, times = load(), defaultdict(list)
    for article in articles:
        begun = time.process_time()
        doc = nlp.make_doc(article)  # type: ignore[arg-type]
        times["structure, tokens"].append(time.process_time() - begun)
        for name, stage in nlp.pipeline:
            times[name.removeprefix("newsevents_")].append(seconds(stage, doc))
        times["records"].append(seconds(events_of, doc))
    return times


def seconds(reader: Callable[..., object], given: object) -> float:
    """Seconds of this process's time that it takes, once: what else the machine does is not counted."""
    begun = time.process_time()
    reader(given)
    return time.process_time() - begun


def with_model() -> Callable[[Article], object] | None:
    """The extraction with the learned model of names, where it is installed."""
    try:
        nlp = pipeline()
        from newsevents.stages import names_model  # noqa: F401  (registers the factory)

        nlp.add_pipe("newsevents_names", after="newsevents_triggers")
    except (ImportError, ValueError, NewseventsError):
        return None
    return lambda article: records(nlp, article)


def pipeline() -> Language:
    """A pipeline of its own, so that a stage can be added."""
    nlp = spacy.blank("ar", config={"nlp": {"tokenizer": {"@tokenizers": "newsevents.Tokenizer.v1"}}})
    for stage in STAGES:
        nlp.add_pipe(f"newsevents_{stage}")
    return nlp


def dateparser() -> Callable[[Article], object] | None:
    """dateparser's search for dates, where it is installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    return lambda article: search_dates(article.text, languages=["ar"])


def median(values: Iterable[float]) -> float:
    """Milliseconds, of seconds."""
    return 1000 * statistics.median(values)
