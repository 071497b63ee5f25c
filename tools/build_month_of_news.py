"""examples/a_month_of_news.jsonl: a month of short invented news, out of the tables in tools/month_of_news.

    python tools/build_month_of_news.py

The places and the sides are real, every incident is invented, and the same file comes out every time.
"""

from __future__ import annotations

import json
import random
import re
from datetime import date, timedelta
from pathlib import Path

from newsevents.lexicons import read_tsv
from newsevents.schema import Row

FOLDER = Path(__file__).with_name("month_of_news")
OUT = Path(__file__).parents[1] / "examples/a_month_of_news.jsonl"
FIRST, DAYS, ARTICLES = date(2023, 5, 1), 31, 360
WEEKDAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()
FEW = " واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" ")
TOLLS = {"killed": (1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 9, 12, 15), "wounded": (2, 3, 4, 5, 6, 8, 10, 11, 14, 20, 25)}
_SLOT = re.compile(r"\{(killed|wounded)(_of)?:(\w+)\}")


def main() -> None:
    """Write the file."""
    chance = random.Random(2023)
    lines = [json.dumps(article(n, chance), ensure_ascii=False) for n in range(ARTICLES)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} articles, {OUT.stat().st_size:,} bytes")


def table(name: str) -> tuple[Row, ...]:
    """A table of the folder."""
    return read_tsv(FOLDER / f"{name}.tsv", f"{name}.tsv")


def article(n: int, chance: random.Random) -> dict[str, str]:
    """One article; there is more news later in the month."""
    published = FIRST + timedelta(days=int(DAYS * (n / ARTICLES) ** 0.8))
    templates = table("templates")
    template = chance.choices(templates, [int(row["weight"]) for row in templates])[0]
    place, day = chance.choice(table("places")), chance.choice(table("days"))
    weekday = WEEKDAYS[(published - timedelta(days=int(day["ago"]))).weekday()]
    values = {**place.cells, "source": chance.choice(table("sources"))["source"]}
    values["day"] = day["day"].format(weekday=weekday)
    return {
        "id": f"month-{n:03}",
        "published": published.isoformat(),
        "publisher": "وكالة أنباء المثال",
        "title": template["title"].format(**values),
        "text": f"{values['place']} – {filled(template['text'], chance).format(**values)}",
    }


def filled(text: str, chance: random.Random) -> str:
    """The text with its counts of people; other slots stay."""
    return _SLOT.sub(lambda slot: counted(chance.choice(TOLLS[slot[1]]), slot[3], after_noun=bool(slot[2])), text)


def counted(n: int, people: str, *, after_noun: bool) -> str:
    """So many people, as Arabic counts them: جندي, جنديان, ثلاثة جنود, 12 جنديا."""
    noun = next(row for row in table("people") if row["id"] == people)
    if n <= 2:
        return noun["one"] if n == 1 else noun["two_of" if after_noun else "two"]
    return f"{FEW[n]} {noun['few']}" if n <= 10 else f"{n} {noun['many']}"


if __name__ == "__main__":
    main()
