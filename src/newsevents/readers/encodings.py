"""Bytes to text: UTF-8, UTF-16, cp1256, ISO-8859-6; what was guessed is said."""

from __future__ import annotations

import codecs
import io
import logging
import re

logger = logging.getLogger(__name__)

SAMPLE = 1 << 16
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OLD = ["cp1256", "iso8859_6", "utf_16_le", "utf_16_be"]
_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s{0,9}=[\s\"']{0,9}([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_DECLARED = ("cp1256", "iso8859-6", "cp720", "cp864", "mac-arabic")
_DAMAGE = 100  # one bad byte in so many is damage; more is another encoding


def encoding_of(sample: bytes, name: str, declared: str | None = None) -> str:
    """The encoding of a file by its first bytes, and by what a page declares; a guess is said, with the file's name."""
    for mark, encoding in _MARKS.items():
        if sample.startswith(mark):
            return encoding
    guess = wide(sample)
    if guess is None and nearly_utf8(sample):
        return "utf-8"
    guess = guess or declared or guessed(sample)
    if guess is None:
        logger.warning("%s: the encoding cannot be told; read as UTF-8; save the file as UTF-8", name)
        return "utf-8"
    logger.warning("%s: not UTF-8; read as %s", name, guess)
    return guess


def nearly_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a cut last letter and at most one bad byte in a hundred."""
    bad = codecs.decode(sample[: len(sample) - 3], "utf-8", "replace").count("�")
    return bad * _DAMAGE <= len(sample)


def wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is 0 or 6, the pages of ASCII and Arabic."""
    even, odd = (sum(b in (0, 6) for b in sample[k::2]) * 2 / max(1, len(sample)) for k in (0, 1))
    if max(even, odd) < 0.9 or min(even, odd) > 0.5:
        return None
    return "utf_16_le" if odd > even else "utf_16_be"


def guessed(sample: bytes) -> str | None:
    """The likeliest of the old Arabic encodings, or None."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OLD).best()
    return best.encoding if best else None


def declared(page: bytes) -> str | None:
    """The old Arabic encoding that a page names in its head (windows-1256); None where it names none."""
    named = _CHARSET.search(page[:SAMPLE])
    try:
        name = codecs.lookup(named[1].decode()).name if named else None
    except LookupError:
        return None
    return name if name in _DECLARED else None


def text_of(data: bytes, name: str, *, page: bool = False) -> str:
    """A whole file as text; bytes that are no letters become U+FFFD, and that is said."""
    encoding = encoding_of(data[:SAMPLE], name, declared(data) if page else None)
    text = data.decode(encoding, "replace")
    if "�" in text and b"\xef\xbf\xbd" not in data:
        logger.warning("%s: %d letters cannot be read as %s; shown as �", name, text.count("�"), encoding)
    return text


def text_stream(stream: io.BufferedReader, name: str, newline: str | None = "\n") -> io.TextIOWrapper:
    """A stream of bytes as text lines, its encoding told from the first of them."""
    encoding = encoding_of(stream.peek(SAMPLE)[:SAMPLE], name)
    return io.TextIOWrapper(stream, encoding, errors="replace", newline=newline)
