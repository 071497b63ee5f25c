"""What views say, in English or Arabic: the words of the interface, and values of records as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from ..errors import NewseventsError
from ..lexicons import DATA, read_tsv

Lang = Literal["en", "ar"]
LANGUAGES: tuple[Lang, ...] = ("en", "ar")
# Unicode's marks around a value of its own direction: without them Arabic turns 2022-01-28 into 28-01-2022.
_ISOLATE, _END = "\u2068", "\u2069"
COMMA = {"en": ", ", "ar": "، "}
SEMICOLON = {"en": "; ", "ar": "؛ "}
DIRECTION: Mapping[str, str] = {"en": "ltr", "ar": "rtl"}


@cache
def words(lang: str) -> dict[str, str]:
    """The interface in one language, by id; sub-types of events come from event_types.tsv.

    Raises NewseventsError for a language that has no column.
    """
    if lang not in LANGUAGES:
        raise NewseventsError(f"no interface in {lang!r}; choose one of {', '.join(LANGUAGES)}")
    found = {row["id"]: row[lang] for row in read_tsv(Path(__file__).with_name("words.tsv"), "views/words.tsv")}
    for row in read_tsv(DATA / "event_types.tsv", "event_types.tsv"):
        if row["sub_event_type"]:
            found[row["sub_event_type"]] = row["arabic"] if lang == "ar" else row["sub_event_type"]
    return found


def say(lang: str, name: str, *values: object) -> str:
    """A phrase with its values in place; a value of a record that has no phrase stands for itself."""
    if lang == "ar":
        values = tuple(f"{_ISOLATE}{value}{_END}" for value in values)
    return words(lang).get(name, name.replace("_", " ")).format(*values)


def name_of(lang: str, fields: Mapping[str, object]) -> str:
    """A place or an actor by its name in that language, else as the article writes it; empty where it has none."""
    return str(fields.get(f"canonical_{lang}") or fields.get("name") or "")


def figure(lang: str, toll: Mapping[str, object]) -> str:
    """ "3", "2 to 5", "at least 3", "about 20", "up to 27", "20 or so", "unknown"."""
    low, best, high = toll["low"], toll["best"], toll["high"]
    if low == best == high:
        return say(lang, "unknown") if best is None else str(best)
    if low is not None and high is not None:
        return f"{low}–{high}" if best is None else f"{best} ({low}–{high})"
    if best is None:
        return say(lang, "figure_up_to", high) if low is None else say(lang, "figure_at_least", low)
    return say(lang, "figure_vague", best) if toll.get("vague") else bounded(lang, low, best, high)


def bounded(lang: str, low: object, best: object, high: object) -> str:
    """A figure with one bound or none."""
    if low is None and high is None:
        return say(lang, "figure_about", best)
    return say(lang, "figure_at_least" if high is None else "figure_up_to", best)
