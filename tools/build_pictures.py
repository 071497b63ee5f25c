"""docs/images/: the report of a month and one article explained, as a browser shows them.

make pictures        # needs Debian's chromium and chromium-driver
"""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium import webdriver

import newsevents as ne
from newsevents.api import processed
from newsevents.readers import read
from newsevents.schema import Article
from newsevents.views.article import page_of
from newsevents.views.report import report

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/images"
WIDTH = 1280
# The charts; the first lines of an article and its first event.
HEIGHTS = {"report": 1040, "explain": 700}


def main() -> None:
    """Take the pictures."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        sys.exit("no browser: apt-get install chromium chromium-driver")
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, page in {"report": month(), "explain": explained()}.items():
            path = Path(folder) / f"{name}.html"
            path.write_text(page, encoding="utf-8")
            take(path, OUT / f"{name}.png", HEIGHTS[name], chromium, driver)


def month() -> str:
    """The report of the month of news."""
    articles = articles_of("a_month_of_news.jsonl")
    return report(ne.extract_many(articles), articles, title="May 2023 (invented news)")


def explained() -> str:
    """One article with the reasons."""
    return page_of([processed(replace(article, published=date(2023, 11, 12))) for article in articles_of("afis.txt")])


def articles_of(name: str) -> list[Article]:
    """The articles of an example."""
    return [item.article for item in read([str(ROOT / "examples" / name)]) if item.article]


def take(page: Path, picture: Path, height: int, chromium: str, driver: str) -> None:
    """Show the page and take its picture."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    size = {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.as_uri())
    time.sleep(3)
    browser.save_screenshot(str(picture))
    browser.quit()
    print(f"{picture.name}: {picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
