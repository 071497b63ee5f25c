"""Columns: which one is the text, the title, the date; found by name, guessed and said, or given."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..errors import ArticleError
from .item import FIELDS

logger = logging.getLogger(__name__)

NEAR = {
    "text": "body content article article_text full_text fulltext articlebody article_body story news main_text"
    " maintext raw_text clean_text description النص نص الخبر المحتوى المتن",
    "title": "headline heading head article_title subject العنوان عنوان",
    "published": "date publication_date published_at publish_date pubdate pub_date publishedat date_published"
    " date_publish date_extracted datetime time timestamp التاريخ تاريخ تاريخ_النشر",
    "publisher": "source outlet newspaper media site site_name sitename hostname domain agency المصدر الناشر",
    "url": "link source_url article_url web_url uri الرابط رابط",
    "id": "doc_id docid article_id articleid uuid guid _id المعرف",
}


def fields(columns: Iterable[str], given: Mapping[str, str], where: str) -> dict[str, str]:
    """The column of each field. Raises ArticleError where there is none for the text, or a given one is missing."""
    return dict(_fields(tuple(columns), tuple(given.items()), where))


@lru_cache(maxsize=256)
def _fields(columns: tuple[str, ...], given: tuple[tuple[str, str], ...], where: str) -> tuple[tuple[str, str], ...]:
    wanted = dict(given)
    for field, name in wanted.items():
        if name not in columns:
            raise ArticleError(f"no column {name!r} for {field}; the columns are {', '.join(columns)}")
    found = {field: column for field in FIELDS if (column := wanted.get(field) or column_of(field, columns, where))}
    if "text" not in found:
        raise ArticleError(f"no column for the text; name one of {', '.join(columns)} with --text-column")
    return tuple(found.items())


def column_of(field: str, columns: tuple[str, ...], where: str) -> str | None:
    """The column that has the field's name, or one of its near names; a guess is said."""
    plain = {column.strip().casefold().replace(" ", "_").replace("-", "_"): column for column in reversed(columns)}
    if field in plain:
        return plain[field]
    near = next((plain[name] for name in NEAR[field].split() if name in plain), None)
    if near:
        logger.info("%s: %s is read from column %r", where, field, near)
    return near
