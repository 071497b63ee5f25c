"""People who are counted: amounts, victim types, subsets, and the words that are no people."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import read_marked
from newsevents.lexicons import Lexicons
from newsevents.patterns import BLOCK
from newsevents.schema import Amount, People
from newsevents.stages.peoplewords import cues_of

TABLES = Lexicons()
NOUNS = [row for row in TABLES.rows("people.tsv") if row["number"] != BLOCK]
BLOCKED = [row for row in TABLES.rows("people.tsv") if row["number"] == BLOCK]
CUES = TABLES.rows("people_cues.tsv")
MARKED = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "examples" / "people.tsv").read_text(encoding="utf-8").split("\n")[1:]
    if line and not line.startswith("#")
]


def people(annotate, text: str) -> list[People]:
    return [mention.value for mention in annotate(text)._.people]


def words(doc) -> list[str]:
    return [doc[m.start : m.end].text.removeprefix(m.proclitic) for m in doc._.people]


def amounts(annotate, text: str) -> list[int | None]:
    return [each.amount.best for each in people(annotate, text)]


def source(row) -> str:
    return row.source


@pytest.mark.parametrize("row", NOUNS, ids=source)
def test_noun_is_found_in_its_example(row, annotate) -> None:
    text, marked = read_marked(row["example"])

    assert words(annotate(text)) == marked


@pytest.mark.parametrize("row", BLOCKED, ids=source)
def test_blocked_words_are_no_people(row, annotate) -> None:
    assert words(annotate(row["example"])) == []


@pytest.mark.parametrize("row", CUES, ids=source)
def test_cue_is_found_in_its_example(row, annotate) -> None:
    text, marked = read_marked(row["example"])
    doc = annotate(text)
    found = cues_of(TABLES)[row["means"]].find(doc._.words.forms)

    assert marked[0] in [doc[slice(*doc._.words.span(m.start, m.end))].text.removeprefix(m.proclitic) for m in found]


@pytest.mark.parametrize("cells", MARKED, ids=lambda cells: cells[0])
def test_marked_example(cells, annotate, request) -> None:
    marked_text, expected, _, todo = cells
    if todo:
        request.applymarker(pytest.mark.xfail(reason=todo, strict=True))
    text, marked = read_marked(marked_text)
    doc = annotate(text)

    assert words(doc) == marked
    assert " ".join(map(shown, (m.value for m in doc._.people))) == expected


def shown(found: People) -> str:
    """ "3 civilians/civilians": amount, group and type, with ~ for vague and marks for subset, definite, others."""
    amount = found.amount
    if amount.low == amount.best == amount.high:
        number = str(amount.best)
    elif amount.best is None and amount.low is not None:
        number = f"{amount.low}..{amount.high}"
    else:
        number = f"{'>' if amount.high is None and amount.low else ''}{amount.best or ''}"
    marks = "".join(mark for mark, holds in (("⊂", found.subset), ("*", found.definite)) if holds)
    return f"{number}{'~' if amount.vague else ''}{marks}:{found.group}/{found.type}"


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("مقتل جنديين اثنين في كمين.", [2]),
        ("مقتل مدنيين اثنين بقصف على القرية.", [2]),
        ("مقتل مدنيين كانا في منزلهما.", [2]),
        ("إصابة عاملَين إفريقيَين بقذيفة.", [2]),
        ("قتل ضابط وأربعة جنود في الهجوم.", [1, 4]),
        ("استشهد رجل وزوجته وطفلاهما في القصف.", [1, 1, 2]),
    ],
)
def test_amounts_by_form(text, best, annotate) -> None:
    assert amounts(annotate, text) == best


def test_ambiguous_plural_is_two_or_more(annotate) -> None:
    (found,) = people(annotate, "مقتل مدنيين بقصف على القرية.")

    assert found.amount == Amount(2, 2, None, vague=True)
    assert not found.counted


def test_floor_behind_the_noun(annotate) -> None:
    (found,) = people(annotate, "قتل ثلاثة مدنيين على الأقل في القصف.")

    assert found.amount == Amount(3, 3, None)


def test_definite_noun_with_number_counts_nobody_new(annotate) -> None:
    (found,) = people(annotate, "نقل الجنود الأربعة إلى المستشفى العسكري.")

    assert found.definite
    assert found.counted


@pytest.mark.parametrize(
    "text",
    [
        "ضبطت القوة 3 مركبات و5 بنادق و40 كيلوغراما من المتفجرات.",
        "استمرت المعركة 44 ساعة على مساحة 12 كيلومترا.",
        "طلب الخاطفون فدية قدرها 5 آلاف دينار بعد 24 ساعة.",
        "دمرت الغارات أربعة منازل و16 آلية للكتيبة 459 في شارع 60.",
        "قال الدفاع المدني في مؤتمر صحفي إن نسبة الدمار بلغت 27%.",
        "نفق 20 رأسا من الأغنام في المنطقة.",
    ],
)
def test_other_numbers_are_no_people(text, annotate) -> None:
    assert [each for each in people(annotate, text) if each.counted] == []
