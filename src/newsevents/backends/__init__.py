"""The only door for heavy packages: engines are imported when asked for, and say what to install where they cannot be.

backends.engine("spacy_ner").names("ar_news_ner")   # the model in models/, only thinc
backends.engine("camel").names()                    # camel_tools.ner, needs torch
backends.engine("camel").forms()                    # camel-tools' morphology
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Protocol

from ..errors import MissingExtra, NewseventsError

_REMEDIES = {
    "spacy_ner": "pip install newsevents",
    "camel": "pip install camel-tools torch transformers",
    "spark": "pip install 'newsevents[spark]'",
}


class Names(Protocol):
    """Names in sentences of words: one BIO tag a word, of PER, LOC, ORG (B-PER, I-PER, O)."""

    def __call__(self, sentences: list[list[str]]) -> list[list[str]]: ...


class Forms(Protocol):
    """The dictionary forms that a word may be of; empty where nothing is known."""

    def __call__(self, word: str) -> set[str]: ...


def engine(name: str) -> ModuleType:
    """The engine of that name, imported now and not before.

    Raises NewseventsError for a name that is none, and MissingExtra where a package is missing.
    """
    if name not in _REMEDIES:
        raise NewseventsError(f"there is no engine {name!r}; there are {', '.join(_REMEDIES)}")
    try:
        return import_module(f".{name}", __name__)
    except ImportError as error:
        raise MissingExtra(f"{name!r} needs more packages ({error}): {_REMEDIES[name]}") from error
