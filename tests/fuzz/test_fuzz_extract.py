"""Anything may be given to extract: no exception, records in order, evidence that quotes the text.

``make test`` tries 300 texts, ``make fuzz`` 20,000: half of them arbitrary Unicode, half articles that were cut,
shuffled, doubled and sprinkled with what does not belong there.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsevents import api
from newsevents.schema import Article
from newsevents.stages.tokens import whole_characters

EXAMPLES = int(os.environ.get("FUZZ", "300")) // 2
ARTICLES = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[1] / "articles" / "articles.jsonl").read_text("utf-8").splitlines()
]
STRANGE = (
    *("\r\n", "\n\n", "\u202b", "\u200f", "\0", "\ud83d", "😀", "ـ", "ً", "٣", "1/2/", "(", "«", "،،،", "%", "\ufeff"),
    *("99999999999999999999", "٠" * 30, "يوم ", "32 يناير 2022", "مقتل ", "أكثر من ", "على يد ", "\u2028", "e", "ﷺ"),
)
ALPHABET = st.characters() | st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإةىئؤ 0123456789٠١٢٣٤٥٦٧٨٩.،:؛-\n")
DAYS = st.none() | st.dates(date(1950, 1, 1), date(2099, 12, 31))
TRY = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An article, changed in a few places."""
    words = draw(st.sampled_from(ARTICLES)).split(" ")
    begin = draw(st.integers(0, len(words) - 1))
    words = words[begin : begin + draw(st.integers(1, 120))]
    for _ in range(draw(st.integers(0, 8))):
        at, other = (draw(st.integers(0, len(words) - 1)) for _ in range(2))
        change = draw(st.sampled_from(["drop", "swap", "double", "put", "cut"]))
        if change == "drop":
            words[at] = ""
        elif change == "swap":
            words[at], words[other] = words[other], words[at]
        elif change == "double":
            words[at:at] = words[min(at, other) : max(at, other)][:40]
        elif change == "put":
            words[at] += draw(st.sampled_from(STRANGE))
        else:
            words[at] = words[at][: draw(st.integers(0, 4))]
    return " ".join(words)


def spans(value: object) -> list[tuple[list[int], str | None]]:
    """Every span in a record, with the words that stand beside it."""
    if isinstance(value, list):
        return [found for item in value for found in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [(value["span"], value.get("text"))] if value.get("span") is not None else []
    return own + [found for item in value.values() for found in spans(item)]


def check(text: str, published: date | None) -> None:
    """Extract, and hold the records against what docs/records.md promises."""
    if not text.strip():
        return
    whole = whole_characters(text)  # half a surrogate pair, which no JSON holds, is quoted as U+FFFD
    for record in api.extract(Article(text, published=published, id="a")).to_records():
        json.dumps(record, allow_nan=False)
        assert record["event_type"], record
        assert 0 <= record["confidence"] <= 1
        check_day(record["date"])
        for row in [*record["casualties"], record["fatalities"]]:
            check_figures(row)
        for (start, end), words in spans(record):
            assert 0 <= start < end <= len(text)
            assert words is None or whole[start:end] == words, (start, end, words)


def check_day(day: dict[str, str | None]) -> None:
    """Both ends are ISO dates in their order, or unknown."""
    ends = [date.fromisoformat(day[name]) for name in ("start", "end") if day[name] is not None]
    assert ends == sorted(ends)


def check_figures(row: dict[str, object]) -> None:
    """The known figures are whole, not negative, and in their order."""
    figures = [row[name] for name in ("low", "best", "high") if row[name] is not None]
    assert all(isinstance(figure, int) and figure >= 0 for figure in figures)
    assert figures == sorted(figures), row


@TRY
@given(st.text(ALPHABET, min_size=1, max_size=400), DAYS)
def test_any_text_is_read(text: str, published: date | None) -> None:
    check(text, published)


@TRY
@given(mutated(), DAYS)
def test_any_article_is_read(text: str, published: date | None) -> None:
    check(text, published)
