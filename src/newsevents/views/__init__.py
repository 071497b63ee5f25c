"""Views: what people look at. Cards and articles in notebooks, charts, and the report's page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..schema import Article
    from .markup import Html


def show(article: str | Article | Doc, published: str | date | None = None, *, lang: str = "en") -> Html:
    """An article as notebooks show it: right to left, its layers in colour, each word saying why.

    ``article`` is a text, an Article, or a Doc that the pipeline has read. ``lang`` is the language of the key: "en" or
    "ar". Raises ArticleError for an empty text.
    """
    from spacy.tokens import Doc

    from ..api import as_date, processed
    from ..schema import Article
    from .article import show as shown

    if isinstance(article, str):
        article = Article(article, published=as_date(published))
    return shown(article if isinstance(article, Doc) else processed(article), lang)
