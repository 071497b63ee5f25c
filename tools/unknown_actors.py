"""Which of the actors that news names most no table knows.

    python tools/unknown_actors.py ../shared/data/actors/candidates.tsv [--first 300]

The list holds a count and a phrase a line, the most frequent first. Only phrases that an armed or a security force
heads are asked for: those of CIVIL (ministries of services, boards, traffic) name no side of a conflict. A name whose
bearer depends on the country (المقاومة) is known where a row has it for any country.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import newsevents as ne
from newsevents.arabic import fold
from newsevents.lexicons import Lexicons
from newsevents.stages.parties import party_patterns

HEADS = frozenset(
    "قوات القوات قوة القوة جيش الجيش تنظيم التنظيم جماعة الجماعة الجماعات ميليشيا ميليشيات مليشيا مليشيات الميليشيات "
    "المليشيات المليشيا كتيبة كتائب الكتيبة لواء اللواء ألوية سرايا فصائل الفصائل فصيل جبهة الجبهة المقاومة الحشد "
    "التحالف الشرطة شرطة الحرس حرس الدرك طيران الطيران مقاتلات عناصر مقاتلي وحدات الوحدات جهاز خلية خلايا أنصار "
    "البيشمركة الاحتلال حركة حزب مخابرات المخابرات الاستخبارات مسلحي مسلحو عصابات تنظيمات المجموعات مجموعات".split()
)
CIVIL = frozenset(
    "النهضة نداء تونس مشروع الشعب المؤتمر الاتحاد العدالة سيريزا العمال المحافظين الوفد الأصالة المدني المرور الرياح "
    "النقل الملاحة السير التجارة سكنية والادخار الكهرباء الملاحة البيع النمو العمل الطيران الشرائية المبيعات الاستيراد "
    "البلدية الجمهوري الديمقراطي الوطني العمالي التقدم الحرية الاستقلال الكتلة الفريق المنتخب لاعبي".split()
)


def main() -> None:
    """Print the phrases in which no actor is found, and how many were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--first", type=int, default=300)
    options = parser.parse_args()
    asked = list(islice(armed(options.file), options.first))
    unknown = [phrase for phrase in asked if not known(phrase)]
    print(*unknown, f"{len(asked)} asked, {len(unknown)} unknown", sep="\n")


def known(phrase: str) -> bool:
    """Whether an actor is found in the phrase, or a row names it for some country."""
    words = [fold(word) for word in phrase.split()]
    return bool(party_patterns(Lexicons()).find(words) or ne.actors(f"هاجمت {phrase} أمس القرية."))


def armed(path: Path) -> Iterator[str]:
    """The phrases that an armed or a security force heads."""
    for line in path.read_text("utf-8").splitlines():
        phrase = line.partition("\t")[2]
        words = phrase.split()
        if words and words[0] in HEADS and not (words[0] in ("حزب", "حركة", "وحدات") and CIVIL & {*words}):
            yield phrase


if __name__ == "__main__":
    main()
