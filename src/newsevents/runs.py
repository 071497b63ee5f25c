"""Many articles: in this process or in several, in the order of the input, one bad article never stopping the rest."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING

from .errors import ArticleError, NewseventsError
from .light import torch_left_out
from .readers.item import Item
from .schema import Article

if TYPE_CHECKING:
    from .records import Events

    Found = tuple[Events | None, Exception | None]

BATCH = 8
_AHEAD = 4  # batches under way for each worker, so that none waits


@dataclass(frozen=True, slots=True)
class Tables:
    """Which words the workers read with: folders of one's own, and countries the news is about."""

    lexicons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: its events, or the error that kept it from having any."""

    item: Item
    events: Events | None
    error: Exception | None = None


def run(
    articles: Iterable[Article], *, workers: int = 1, lexicons: tuple[str, ...] = (), countries: tuple[str, ...] = ()
) -> Iterator[Events]:
    """The events of each article, in order. Raises the first error."""
    items = (Item(article.id or "article", article=article) for article in articles)
    for outcome in outcomes(items, workers=workers, tables=Tables(lexicons, countries)):
        if outcome.error:
            raise outcome.error
        if outcome.events is not None:
            yield outcome.events


def outcomes(
    items: Iterable[Item], *, workers: int = 1, tables: Tables | None = None, ours: bool = False
) -> Iterator[Outcome]:
    """What becomes of each item, in order, and the same for any number of workers.

    Items without an article pass through. Articles go to the workers as text and come back as records, a few batches
    ahead of what is asked for, so that memory does not grow with the input. ``ours`` says that nobody else uses the
    pipeline of this process. Raises NewseventsError where a worker dies.
    """
    tables = tables or Tables()
    if workers <= 1:
        yield from (outcome(item, tables, ours=ours) for item in items)
        return
    with ProcessPoolExecutor(workers, initializer=warm, initargs=(tables,)) as pool:
        try:
            yield from in_order(pool, items, tables, workers * _AHEAD)
        except BrokenProcessPool as error:
            remedy = "it may have run out of memory; run again with --resume and fewer --workers"
            raise NewseventsError(f"a worker process was ended from outside; {remedy}") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def in_order(pool: ProcessPoolExecutor, items: Iterable[Item], tables: Tables, ahead: int) -> Iterator[Outcome]:
    """Batches through the pool, first in first out."""
    pending: deque[tuple[list[Item], Future[list[Found]]]] = deque()
    for batch in batches(items):
        pending.append((batch, pool.submit(found_in, batch, tables)))
        if len(pending) >= ahead:
            yield from joined(*pending.popleft())
    while pending:
        yield from joined(*pending.popleft())


def joined(batch: list[Item], found: Future[list[Found]]) -> Iterator[Outcome]:
    """What a worker found, with the items it was found in: their texts need not come back."""
    yield from (Outcome(item, *each) for item, each in zip(batch, found.result(), strict=True))


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, some at a time."""
    source = iter(items)
    while batch := list(islice(source, BATCH)):
        yield batch


def found_in(items: list[Item], tables: Tables) -> list[Found]:
    """What a worker does with a batch."""
    done = (outcome(item, tables, ours=True) for item in items)
    return [(each.events, each.error) for each in done]


def outcome(item: Item, tables: Tables, *, ours: bool = False) -> Outcome:
    """What becomes of one item. A fault of ours in one article is that article's error: the run goes on."""
    if item.article is None:
        return Outcome(item, None, item.error)
    try:
        return Outcome(item, (forgetful if ours else extractor)(tables)(item.article))
    except ArticleError as error:
        return Outcome(item, None, error)
    except NewseventsError:
        raise
    except Exception as error:  # a long run must not end with one article
        remedy = "this is a fault of newsevents, please report the article"
        return Outcome(item, None, ArticleError(f"{item.where}: {type(error).__name__}: {error}; {remedy}"))


@cache
def extractor(tables: Tables) -> Callable[[Article], Events]:
    """The pipeline of this process, loaded when first asked for."""
    from . import api

    nlp = api.load(lexicons=tables.lexicons, countries=tables.countries, model=tables.model)
    return lambda article: api.records(nlp, article)


@cache
def forgetful(tables: Tables) -> Callable[[Article], Events]:
    """The same, and the words of an article are forgotten after it: spaCy would keep every word it ever met.

    For processes of ours alone: a doc that somebody still reads would lose its words.
    """
    from . import api

    nlp, read = api.load(lexicons=tables.lexicons, countries=tables.countries, model=tables.model), extractor(tables)

    def reader(article: Article) -> Events:
        with nlp.memory_zone():
            return read(article)

    return reader


def warm(tables: Tables) -> None:
    """Load the pipeline in a worker, a process of ours: it wants no torch, and Ctrl-C is its parent's to take."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()
    with torch_left_out():
        forgetful(tables)


def end_with_parent() -> None:
    """End this worker when its parent is gone: one that was killed cannot tell its workers to stop."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
