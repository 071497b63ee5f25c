"""Cards and marked articles: escaped, right to left, telling why."""

from __future__ import annotations

import re
from html import unescape

import pytest
from many_events import record, toll

from newsevents.records import Events
from newsevents.views import show
from newsevents.views.cards import card
from newsevents.views.jupyter import MOST_CARDS
from newsevents.views.markup import Html, tag
from newsevents.views.spans import Marked, in_sentence, marked
from newsevents.views.words import figure

BAD = "<script>alert(1)</script>"


def words_of(html: str) -> list[str]:
    """The marked words of some HTML."""
    return [unescape(found) for found in re.findall(r"<mark[^>]*>(.*?)</mark>", html)]


def test_text_is_escaped_unless_it_is_markup():
    assert tag("p", BAD, tag("b", "x"), title='"') == (
        '<p title="&quot;">&lt;script&gt;alert(1)&lt;/script&gt;<b>x</b></p>'
    )


def test_empty_elements_have_no_end():
    assert tag("meta", charset="utf-8") == '<meta charset="utf-8">'


@pytest.mark.parametrize("field", ["title", "sentence", "status", "sub_event_type"])
def test_nothing_in_a_record_becomes_markup(field):
    assert "<script" not in card(record(**{field: BAD}))


def test_no_name_in_a_record_becomes_markup():
    location = {**record().location, "name": BAD, "canonical_en": BAD, "admin1": BAD}
    actor = {"name": BAD, "canonical_ar": None, "canonical_en": BAD, "role": BAD, "type": BAD}

    assert "<script" not in card(record(location=location, actors=(actor,)), why=True)


def test_the_sentence_is_right_to_left_with_its_words_marked(annotate):
    from newsevents.api import events_of

    text = "عاجل 😀\nقتل ثلاثة مدنيين في قصف مدفعي على مدينة إدلب يوم الجمعة."
    found = events_of(annotate(text, "2022-01-28"))[0]
    html = card(found)

    assert 'dir="rtl" lang="ar"><mark' in html
    assert {"قصف مدفعي", "إدلب", "يوم الجمعة"} <= set(words_of(html))


def test_evidence_outside_the_sentence_is_not_marked_in_it():
    entries = (
        {"slot": "event_type", "span": [100, 103], "text": "قصف", "rule": None},
        {"slot": "location", "span": [104, 108], "text": "إدلب", "rule": None},
        {"slot": "date", "span": [10, 13], "text": "أمس", "rule": None},
    )
    found = record(sentence="قصف إدلب", evidence=entries)

    assert [(m.start, m.end) for m in in_sentence(found)] == [(0, 3), (4, 8)]


def test_overlapping_marks_are_cut_and_all_text_stays():
    marks = [Marked(0, 8, "casualties", "all"), Marked(4, 8, "event_type", "part")]

    html = marked("قتل جندي هنا", marks)

    assert words_of(html) == ["قتل ", "جندي"]
    assert unescape(re.sub(r"<[^>]*>", "", html)) == "قتل جندي هنا"


def test_marks_beyond_the_text_are_left_out():
    assert marked("قتل", [Marked(0, 99, "date", "")]) == "قتل"


def test_an_article_shows_every_word_as_it_was_given():
    text = f"مقتل جنديين في إدلب أمس. {BAD} 😀\n\nوأصيب ثلاثة."

    html = show(text, "2022-01-28")
    body = html[html.index('class="ne-text"') :]

    assert isinstance(html, Html)
    assert unescape(re.sub(r"<[^>]*>", "", body[body.index(">") + 1 :])) == text
    assert "مقتل" in words_of(html)


def test_marks_tell_why_to_eyes_and_to_screen_readers():
    html = show("قتل جنديان في قصف مدفعي على مدينة إدلب أمس.")

    assert re.search(r'tabindex="0" data-why="[^"]*triggers/killing\.tsv:\d+" aria-description="', html)


def test_events_show_a_count_and_no_more_cards_than_can_be_read():
    html = Events([record()] * (MOST_CARDS + 5))._repr_html_()

    assert html.count("<article") == MOST_CARDS
    assert "5 more" in html


def test_no_events_say_so():
    assert "No events were found." in Events()._repr_html_()


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((3, 3, 3), "3"),
        ((3, 3, None), "at least 3"),
        ((None, 20, None), "about 20"),
        ((None, 20, 20), "up to 20"),
        ((2, 3, 5), "3 (2–5)"),
        ((5, None, 9), "5–9"),
        ((None, None, 27), "up to 27"),
        ((4, None, None), "at least 4"),
        ((None, None, None), "unknown"),
        ((0, 0, 0), "0"),
    ],
)
def test_figures_say_what_is_known(figures, told):
    assert figure("en", toll(*figures)) == told


def test_vague_figures_say_so():
    assert figure("en", toll(20, 20, None, vague=True)) == "20 or so"
