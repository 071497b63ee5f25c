"""What tests share: the pipeline, an article read by it, and sentences with marked words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsevents.api import load
from newsevents.schema import Article

SHARED = Path(__file__).parents[2] / "shared"
_MARK = re.compile(r"\[([^\[\]]*)\]")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline with our own tables."""
    return load()


@pytest.fixture(scope="session")
def annotate(nlp: Language) -> Callable[..., Doc]:
    """Read a text and give its Doc with every layer."""

    def read(text: str, published: str | None = None, title: str | None = None) -> Doc:
        day = date.fromisoformat(published) if published else None
        return nlp(nlp.make_doc(Article(text, title=title, published=day)))

    return read


def read_marked(text: str) -> tuple[str, list[str]]:
    """The text without its [marks], and the marked words in order.

    Raises ValueError where brackets do not balance: an example that marks nothing tests nothing.
    """
    if text.count("[") != text.count("]") or len(_MARK.findall(text)) != text.count("["):
        raise ValueError(f"unbalanced brackets: {text}")
    return _MARK.sub(r"\1", text), _MARK.findall(text)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation data beside the project; the test skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project")
    return SHARED
