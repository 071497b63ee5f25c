"""Articles that share an id: their events can no longer be told apart by it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from .item import Item

MOST = 1_000_000  # ids remembered, some 60 MB; of longer runs only the first million are compared
logger = logging.getLogger(__name__)


def unlike(items: Iterable[Item]) -> Iterator[Item]:
    """The same items; an id that an earlier article had is said."""
    seen: set[int] = set()
    for item in items:
        if item.article and item.article.id:
            mark = hash(item.article.id)
            if mark in seen:
                remedy = "give each article its own, or name the column with --id-column"
                logger.warning("%s: an earlier article has the id %r too; %s", item.where, item.article.id, remedy)
            elif len(seen) < MOST:
                seen.add(mark)
        yield item
