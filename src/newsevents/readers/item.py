"""What readers yield: an article, or the reason why there is none, and where it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..errors import ArticleError
from ..schema import Article

FIELDS = ("text", "title", "published", "publisher", "url", "id")


@dataclass(frozen=True, slots=True)
class Item:
    """One place of the input: an article, or the error that says why it has none.

    ``file`` is the name as given ("news.zip/a.txt" inside an archive, "-" for standard input); ``row`` counts from 1
    as an editor or a spreadsheet does, and is None where the file is one article.
    """

    file: str
    row: int | None = None
    article: Article | None = None
    error: ArticleError | None = None

    @property
    def where(self) -> str:
        """``news.csv:12``, or the file alone."""
        return self.file if self.row is None else f"{self.file}:{self.row}"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says about the files: a column for a field, a date for every article."""

    columns: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None


def failed(file: str, row: int | None, message: str) -> Item:
    """An item without an article; the message says what is wrong; after "; " what to do."""
    where = file if row is None else f"{file}:{row}"
    return Item(file, row, error=ArticleError(f"{where}: {message}"))
