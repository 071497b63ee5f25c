"""The one matcher."""

from __future__ import annotations

import pytest

from newsevents.errors import LexiconError
from newsevents.patterns import Patterns, expand
from newsevents.schema import Mention, Row


def rows(*patterns: str) -> list[Row]:
    return [Row(f"test.tsv:{n}", {"pattern": p}) for n, p in enumerate(patterns, 2)]


def found(patterns: Patterns, text: str, **slots: dict[int, Mention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in patterns.find(text.split(), slots)]


def test_words_match_in_order() -> None:
    assert found(Patterns(rows("قصف مدفعي")), "وقع قصف مدفعي عنيف") == [(1, 3)]


def test_the_longest_match_wins() -> None:
    assert found(Patterns(rows("قصف", "قصف مدفعي")), "قصف مدفعي") == [(0, 2)]


def test_a_proclitic_is_read_and_told() -> None:
    match = Patterns(rows("حلب")).find(["بحلب"])[0]

    assert match.proclitic == "ب"


def test_a_word_as_written_is_preferred_to_a_split_one() -> None:
    match = Patterns(rows("وادي", "ادي")).find(["وادي"])[0]

    assert match.proclitic == ""


@pytest.mark.parametrize("text", ["قصف", "قصفت", "قصف مدفعي", "قصفت صاروخي"])
def test_alternatives_and_options(text: str) -> None:
    assert found(Patterns(rows("(قصف|قصفت) (مدفعي|صاروخي)?")), text) == [(0, len(text.split()))]


def test_an_alternative_may_have_several_words() -> None:
    assert found(Patterns(rows("(الدولة الإسلامية|داعش)")), "الدوله الاسلاميه") == [(0, 2)]


def test_a_slot_takes_the_mention_of_an_earlier_stage() -> None:
    number = Mention("number", 1, 3)

    match = Patterns(rows("مقتل {number:killed}")).find("مقتل نحو 20".split(), {"number": {1: number}})[0]

    assert (match.end, match.slots["killed"]) == (3, number)


def test_a_gap_skips_words_within_the_sentence() -> None:
    patterns = Patterns(rows("لقي ..3 مصرعهم"))

    assert found(patterns, "لقي ثلاثة جنود مصرعهم") == [(0, 4)]
    assert found(patterns, "لقي الترحيب . وقال مصرعهم") == []


def test_a_later_row_with_the_same_words_wins() -> None:
    match = Patterns(rows("قصف", "قصف")).find(["قصف"])[0]

    assert match.row.source == "test.tsv:3"


def test_find_all_gives_homonyms() -> None:
    assert len(Patterns(rows("طرابلس", "طرابلس")).find_all(["طرابلس"])[0]) == 2


@pytest.mark.parametrize("pattern", ["", "(قصف", "قصف)", "{عدد}", "قصف (", "((أ|ب)|ج)"])
def test_an_unreadable_pattern_is_refused_with_its_line(pattern: str) -> None:
    with pytest.raises(LexiconError, match=r"test\.tsv:2"):
        Patterns(rows(pattern))


def test_a_pattern_that_explodes_is_refused() -> None:
    with pytest.raises(LexiconError, match="split it"):
        list(expand(" ".join(["(أ|ب|ج|د|ه|و|ز|ح|ط|ي)"] * 6), "x.tsv:1"))
