"""Read Arabic news, write structured conflict-event records.

    >>> import newsevents as ne
    >>> events = ne.extract(text, published="2022-01-28")     # doctest: +SKIP
    >>> events.to_frame()                                      # doctest: +SKIP

Nothing heavy is imported until a public name is first used.
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())

_HOME = {
    "load": "api",
    "extract": "api",
    "extract_many": "api",
    "explain": "api",
    "dates": "api",
    "casualties": "api",
    "actors": "api",
    "Events": "records",
    "Article": "schema",
    "Record": "schema",
    "NewseventsError": "errors",
    "ArticleError": "errors",
    "LexiconError": "errors",
    "MissingExtra": "errors",
}

__all__ = [
    "Article",
    "ArticleError",
    "Events",
    "LexiconError",
    "MissingExtra",
    "NewseventsError",
    "Record",
    "__version__",
    "actors",
    "casualties",
    "dates",
    "explain",
    "extract",
    "extract_many",
    "load",
]

if TYPE_CHECKING:
    from .api import actors, casualties, dates, explain, extract, extract_many, load
    from .errors import ArticleError, LexiconError, MissingExtra, NewseventsError
    from .records import Events
    from .schema import Article, Record


def __getattr__(name: str) -> object:
    """Import the home of a public name when it is first asked for."""
    if name in _HOME:
        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
