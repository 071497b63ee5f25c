"""The report in a real browser: Debian's chromium and chromium-driver. Skipped, loudly, where they are absent."""

from __future__ import annotations

import json
import shutil
import time
import warnings
from itertools import pairwise
from pathlib import Path

import pytest
from many_events import many, record, toll

from newsevents.schema import Article

pytest.importorskip("altair")
pytest.importorskip("vl_convert")
webdriver = pytest.importorskip("selenium.webdriver")

TEXT = (
    "عاجل 😀 <script>window.pwned = true</script><img src=x onerror='window.pwned = true'>\n"
    "قتل ثلاثة مدنيين وأصيب خمسة آخرون، الجمعة 28 يناير 2022، في قصف مدفعي لقوات النظام على مدينة إدلب، "
    "بحسب الدفاع المدني.\n"
    "وفي مدينة بنغازي، اعتقلت قوات الأمن أربعة أشخاص أمس الخميس.\n"
)


@pytest.fixture(scope="module")
def browser():
    """Chromium without a window."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        note = "NO BROWSER, PAGES NOT TESTED: apt-get install chromium chromium-driver"
        warnings.warn(note, stacklevel=1)
        pytest.skip(note)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield chrome
    chrome.quit()


@pytest.fixture(scope="module")
def events(nlp):
    """Events of an article with an emoji and a script in it, as the pipeline reads them."""
    from datetime import date

    from newsevents.api import records

    return records(nlp, Article(TEXT, published=date(2022, 1, 28), id="a"))


@pytest.fixture
def show(browser, tmp_path):
    """Open a report and give the browser, once the charts are drawn."""
    from newsevents.views.report import report

    def shown(records, articles=(), *, width: int = 1280, dark: bool = False, **options):
        path = tmp_path / "report.html"
        path.write_text(report(records, articles, **options), encoding="utf-8")
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        browser.get_log("performance")
        browser.get_log("browser")
        return opened(browser, path)

    return shown


def opened(browser, path: Path):
    browser.get(path.as_uri())
    until = time.monotonic() + 20
    while not js(browser, "return document.documentElement.dataset.ready"):
        assert time.monotonic() < until, browser.get_log("browser")
        time.sleep(0.05)
    return browser


def js(browser, script: str, *values):
    return browser.execute_script(script, *values)


def texts(browser, selector: str) -> list[str]:
    return js(browser, "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector)


def press(browser, key: str) -> None:
    webdriver.ActionChains(browser).send_keys(key).perform()


def fill(browser, name: str, value: str) -> None:
    """Put a value in a field of the filters, and wait until it counts."""
    js(
        browser,
        "const field = document.getElementById('filters').elements[arguments[0]]; field.value = arguments[1];"
        "field.dispatchEvent(new Event('change', { bubbles: true }));",
        name,
        value,
    )


def test_it_asks_nothing_of_any_network_and_says_no_error(show, events):
    browser = show(events, [Article(TEXT, id="a")])

    log = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in log if m["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert browser.get_log("browser") == []


def test_scripts_in_an_article_do_nothing(show, events):
    bad = [record(title=TEXT, sentence=TEXT, location={**record().location, "canonical_en": TEXT}), *events]
    browser = show(bad, [Article(TEXT, title=TEXT, id="a")], title=TEXT)
    js(browser, "document.querySelector('#rows button').click()")

    assert js(browser, "return [window.pwned, document.images.length]") == [None, 0]


def test_all_charts_are_drawn(show):
    records, _ = many(50)
    browser = show(records)

    for name in ("map", "timeline", "tolls", "by_place"):
        assert js(browser, "return document.querySelectorAll(arguments[0]).length", f"#chart-{name} svg path") > 5
        assert len(js(browser, "return document.querySelector(arguments[0]).ariaLabel", f"#chart-{name}")) > 10


def test_figures_are_the_records(show):
    records, _ = many(200)
    browser = show(records)
    counted = [r for r in records if not r.background]
    killed = sum(r.fatalities["best"] or 0 for r in counted)

    figures = [t.replace(",", "") for t in texts(browser, "#figures dd > bdi")]
    assert figures[:2] == [str(len(counted)), str(killed)]


def test_choosing_an_event_marks_its_words_in_the_article(show, events):
    browser = show(events, [Article(TEXT, id="a")])
    for index in range(len(events)):
        js(browser, "document.querySelectorAll('#rows button')[arguments[0]].click()", index)
        ids = {e.event_id for e in events}
        for _ in range(50):  # a busy machine draws the event a little later
            name = js(browser, "return decodeURIComponent(location.hash.slice(1))")
            if name in ids:
                break
            time.sleep(0.1)
        event = next(e for e in events if e.event_id == name)
        marks = texts(browser, ".ne-text mark")

        assert texts(browser, ".ne-text") == [TEXT]
        assert marks
        told = [TEXT[e["span"][0] : e["span"][1]] for e in event.evidence if e["span"]]
        assert all(any(mark in words for words in told) for mark in marks)
        assert TEXT[slice(*event.evidence[0]["span"])] in marks
        press(browser, webdriver.Keys.ESCAPE)


def test_arabic_runs_from_right_to_left(show, events):
    browser = show(events, [Article(TEXT, id="a")])
    js(browser, "document.querySelector('#rows button').click()")
    boxes = js(
        browser,
        "return [...document.querySelectorAll('.ne-text mark')].map((m) => { const b = m.getBoundingClientRect();"
        "return [Math.round(b.top), b.right]; })",
    )

    assert js(browser, "return getComputedStyle(document.querySelector('.ne-text')).direction") == "rtl"
    same_line = [(a, b) for a, b in pairwise(boxes) if a[0] == b[0]]
    assert same_line
    assert all(first[1] > second[1] for first, second in same_line)


def test_letters_stay_joined_at_the_edge_of_a_mark(show):
    """The width of وإصابة is the same with and without a mark after its first letter."""
    browser = show([record()])
    widths = js(
        browser,
        "const w = (html) => { const e = document.createElement('span'); e.className = 'ne'; e.innerHTML = html;"
        "document.body.append(e); const x = e.getBoundingClientRect().width; e.remove(); return x; };"
        "return [w('بتصفية'), w('ب<mark>تصفية</mark>')]",
    )

    assert widths[0] == pytest.approx(widths[1], abs=0.1)


def test_filters_leave_what_is_asked_for(show):
    records, _ = many(120)
    browser = show(records)
    shown = [r for r in records if not r.background]

    fill(browser, "country", "LY")
    assert texts(browser, "#figures dd > bdi")[0] == str(sum(r.location["country"] == "LY" for r in shown))
    fill(browser, "query", next(r.event_id for r in shown if r.location["country"] == "LY"))
    assert texts(browser, "#figures dd > bdi")[0] == "1"
    js(browser, "document.getElementById('filters').reset()")
    time.sleep(0.2)
    assert texts(browser, "#figures dd > bdi")[0] == str(len(shown))
    js(browser, "document.querySelector('.chip input[value=Battles]').click()")
    assert texts(browser, "#figures dd > bdi")[0] == str(sum(r.event_type != "Battles" for r in shown))
    fill(browser, "since", "2022-07-01")
    late = [r for r in shown if r.event_type != "Battles" and r.date["start"] >= "2022-07-01"]
    assert texts(browser, "#figures dd > bdi")[0] == str(len(late))


def test_searching_does_not_mind_spelling(show):
    browser = show([record(event_id="x", location={**record().location, "name": "الأتارب", "canonical_ar": None})])

    fill(browser, "query", "الاتارب")
    assert texts(browser, "#figures dd > bdi")[0] == "1"


def test_rows_are_made_when_asked_for_and_sorted(show):
    records, _ = many(300)
    browser = show(records)

    assert js(browser, "return document.getElementById('rows').children.length") == 50
    js(browser, "document.getElementById('more').click()")
    assert js(browser, "return document.getElementById('rows').children.length") == 100
    js(browser, "document.querySelector('#column-killed button').click()")
    killed = [int(t) for t in texts(browser, "#rows td:nth-child(5)") if t]
    assert killed == sorted(killed, reverse=True)
    assert js(browser, "return document.getElementById('column-killed').ariaSort") == "descending"


def test_the_keyboard_is_enough(show, events):
    browser = show(events, [Article(TEXT, id="a")])
    js(browser, "document.querySelector('#rows button').focus()")
    press(browser, webdriver.Keys.ENTER)
    assert js(browser, "return document.getElementById('dialog').open")
    js(browser, "document.querySelector('.ne-text mark').focus()")
    told = js(browser, "return getComputedStyle(document.activeElement, '::after').content")
    assert "triggers/" in told
    press(browser, webdriver.Keys.ESCAPE)
    assert not js(browser, "return document.getElementById('dialog').open")
    assert js(browser, "return document.activeElement.closest('tr')?.dataset.index") == "0"


def test_what_has_no_article_shows_its_own_words(show, events):
    browser = show(events)
    js(browser, "document.querySelector('#rows button').click()")

    assert texts(browser, "#event blockquote mark")
    assert "The article's text is not part of this report" in texts(browser, "#event")[0]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(
    "figures",
    [(3, 3, 3), (3, 3, None), (None, 20, None), (2, 3, 5), (5, None, 9), (None, None, 27), (None, None, None)],
)
def test_the_page_says_figures_as_the_library_does(show, figures, lang):
    from newsevents.views.words import figure

    browser = show([record(casualties=(toll(*figures),))], lang=lang)
    js(browser, "document.querySelector('#rows button').click()")

    assert texts(browser, "#event dd b") == [figure(lang, toll(*figures))]


def test_the_arabic_page_is_right_to_left(show, events):
    browser = show(events, lang="ar")
    first, last = js(
        browser,
        "const left = [...document.querySelectorAll('.list th')].map((h) => h.getBoundingClientRect().left);"
        "return [left[0], left.at(-1)]",
    )

    assert first > last
    assert texts(browser, "h1") == ["أحداث النزاع"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_is_wider_than_a_phone(show, events, lang):
    browser = show(events, [Article(TEXT, id="a")], width=390, lang=lang)
    js(browser, "document.querySelector('#rows button').click()")

    assert js(browser, "return document.documentElement.scrollWidth") <= 390
    assert js(browser, "const d = document.getElementById('dialog'); return d.scrollWidth - d.clientWidth") <= 0


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(show, events, dark):
    """At least 7 : 1 for the page (WCAG AAA), 4.5 : 1 for soft text (AA)."""
    browser = show(events, dark=dark)
    for selector, least in (("body", 7), (".quiet", 4.5), (".list td", 7), (".list td button", 4.5)):
        assert js(browser, _CONTRAST, selector) >= least


_CONTRAST = """
const one = (x) => (x / 255 <= .03928 ? x / 255 / 12.92 : ((x / 255 + .055) / 1.055) ** 2.4);
const light = (c) => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(one);
  return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
const ink = light(getComputedStyle(document.querySelector(arguments[0])).color);
const paper = light(getComputedStyle(document.body).backgroundColor);
return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
"""


@pytest.mark.parametrize("n", [10, 1_000, 10_000])
def test_it_can_be_used_within_two_seconds(show, n):
    records, articles = many(n)
    times = []
    for _ in range(3):
        browser = show(records, articles)
        times.append(js(browser, "return performance.getEntriesByName('interactive')[0].startTime"))

    assert min(times) < 2_000
