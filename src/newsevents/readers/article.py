"""A row of fields to an Article, with everything that can be wrong said."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date

from ..arabic import letters
from ..errors import ArticleError
from ..schema import Article
from .columns import fields
from .item import Item, Wishes, failed
from .published import day_of

NOT_ARABIC = "گچپژٹڈڑےںہەێۆڕڵ"  # letters of Persian, Urdu and Sorani; ی and ک are typed in Arabic texts too
MOST_FOREIGN = 0.02  # of the letters; names from Kurdistan or Iran give a few
logger = logging.getLogger(__name__)


def item(row: Mapping[str, object], number: int | None, file: str, wishes: Wishes, default_id: str) -> Item:
    """The row as an item: its article, or what is wrong with it."""
    try:
        chosen = fields(tuple(row), wishes.columns, file)
    except ArticleError as error:
        return failed(file, number, str(error))
    values = {field: row[column] for field, column in chosen.items()}
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        said = "is empty" if text is None or isinstance(text, str) else f"holds {type(text).__name__}, not text"
        return failed(file, number, f"the column {chosen['text']!r} {said}; give the article's words or drop the row")
    where = file if number is None else f"{file}:{number}"
    return Item(file, number, article(values, text, where, wishes.published, default_id))


def article(values: Mapping[str, object], text: str, where: str, published: date | None, default_id: str) -> Article:
    """The article, with a date of publication only where one can be read."""
    if not letters(text):
        logger.warning("%s: no Arabic letters in the text; newsevents reads Arabic", where)
    elif sum(map(text.count, NOT_ARABIC)) > MOST_FOREIGN * letters(text):
        logger.warning("%s: looks Persian, Urdu or Kurdish; newsevents reads Arabic", where)
    return Article(
        text,
        title=plain(values.get("title")),
        published=published or day(values.get("published"), where),
        publisher=plain(values.get("publisher")),
        url=plain(values.get("url")),
        id=plain(values.get("id")) or default_id,
    )


def plain(value: object) -> str | None:
    """The cell as text; None where it is empty."""
    if value is None or value != value:  # noqa: PLR0124  (NaN differs from itself)
        return None
    return str(value).strip() or None


def day(value: object, where: str) -> date | None:
    """The day of publication; one that makes no sense is said and left out, so that "أمس" stays unresolved."""
    try:
        return day_of(value)
    except (ValueError, OverflowError, OSError) as error:
        logger.warning("%s: published: %s; left out; write it as 2022-01-28 or pass --published", where, error)
        return None
