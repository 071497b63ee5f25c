"""What can go wrong, by name.

NewseventsError
├── LexiconError    a table in data/ or in a user's folder cannot be read
├── ArticleError    an article has no text, or a field that makes no sense
└── MissingExtra    something asked for needs a package that is not installed
"""


class NewseventsError(Exception):
    """Any error that this library raises on purpose."""


class LexiconError(NewseventsError):
    """A lexicon table is wrong; the message names file, line and remedy."""


class ArticleError(NewseventsError):
    """An article cannot be read; the message names it, its file and row, and the remedy."""


class MissingExtra(NewseventsError):
    """An optional package or download is missing; the message is the command that brings it."""
