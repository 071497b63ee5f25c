"""The report as a file: safe, self-contained, small."""

from __future__ import annotations

import json
import re
import sys
from base64 import b64decode
from gzip import decompress
from html import unescape

import pytest
from many_events import many, record

from newsevents.errors import MissingExtra
from newsevents.schema import Article

BAD = "</script><script>window.pwned = true</script>"


@pytest.fixture(scope="module")
def report():
    """The function, or a skip where its packages are missing."""
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    from newsevents.views.report import report

    return report


def payload(page: str) -> dict:
    """What the page's script reads."""
    packed = re.search(r'<script type="application/gzip" id="data">([A-Za-z0-9+/=]*)</script>', page)
    assert packed
    return json.loads(decompress(b64decode(packed[1])))


def test_no_word_of_an_article_or_a_title_is_markup(report):
    page = report([record(title=BAD, sentence=BAD)], [Article(BAD, title=BAD, id="a")], title=BAD)

    assert "window.pwned" not in page.replace("&lt;/script&gt;&lt;script&gt;window.pwned", "")
    assert payload(page)["articles"]["a"]["text"] == BAD


def test_nothing_is_asked_of_any_network(report):
    page = report([record()])

    markup = re.sub(r"(<script[^>]*>).*?</script>", r"\1", page, flags=re.S)

    assert not re.findall(r"<(?:link|img|iframe|script)[^>]*(?:src|href)=", markup)
    assert "default-src 'none'" in unescape(markup)


def test_articles_that_no_event_came_from_are_left_out(report):
    page = report([record()], [Article("x", id="a"), Article("y", id="b")])

    assert list(payload(page)["articles"]) == ["a"]


def test_the_same_records_give_the_same_page(report):
    assert report([record()]) == report([record()])


def test_a_report_of_nothing_is_a_page(report):
    assert payload(report([]))["events"] == []


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_has_the_direction_of_its_language(report, lang, direction):
    assert f'<html lang="{lang}" dir="{direction}">' in report([record()], lang=lang)


def test_half_a_surrogate_pair_does_no_harm(report):
    assert payload(report([record()], [Article("a\ud800b", id="a")]))["articles"]["a"]["text"] == "a?b"


def test_ten_thousand_events_with_their_articles_stay_under_15_megabytes(report):
    records, articles = many(10_000)

    assert len(report(records, articles).encode()) < 15_000_000


def test_without_vl_convert_the_command_to_run_is_named(monkeypatch):
    from newsevents.views.report import vega

    vega.cache_clear()
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    with pytest.raises(MissingExtra, match=r"pip install 'newsevents\[viz\]'"):
        vega()
