"""Web pages: the article without menus and advertisements, by trafilatura; title, date and publisher from the page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from ..errors import MissingExtra
from .article import item
from .encodings import text_of
from .item import Item, Wishes, failed
from .txt import LONGEST, stem

NAMES = {"text": "text", "title": "title", "published": "date", "publisher": "sitename", "url": "url"}


def read(stream: BufferedReader, file: str, wishes: Wishes) -> Iterator[Item]:
    """The one article of the page; its id is the file's name. Raises MissingExtra without trafilatura."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        yield failed(file, None, f"over {LONGEST >> 20} MB in one page; is it a page?")
        return
    page = extracted(text_of(data, file, page=True))
    if not page.get("text"):
        yield failed(file, None, "no article found in the page; save its text as .txt")
        return
    yield item(page, None, file, Wishes(published=wishes.published), stem(file))


def extracted(page: str) -> dict[str, object]:
    """The fields that the page gives."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtra("HTML needs more packages; pip install 'newsevents[html]'") from error
    found = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    return {field: getattr(found, name, None) for field, name in NAMES.items()}
