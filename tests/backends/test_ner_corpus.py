"""How tools/ner_corpus.py reads the corpora: words split as ours, nested names made flat."""

from __future__ import annotations

import gzip
import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "ner_corpus.py"


@pytest.fixture(scope="module")
def tool():
    """The tool as a module; it is no part of the package."""
    if not TOOL.is_file():
        pytest.skip("the tools are not beside the tests")
    spec = importlib.util.spec_from_file_location("ner_corpus", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(دمشق B-LOC", [("(", []), ("دمشق", ["B-LOC"])]),
        ("دمشق) B-LOC", [("دمشق", ["B-LOC"]), (")", ["I-LOC"])]),
        ("ف16 B-ORG", [("ف", ["B-ORG"]), ("16", ["I-ORG"])]),
        ("قال O", [("قال", [])]),
    ],
)
def test_words_are_split_as_ours(tool, line, found):
    """Only the first word of letters begins a name."""
    assert list(tool.parts(line.split())) == found


def test_nested_names_give_the_longest(tool, tmp_path):
    """بلدية نابلس is one organisation; occupations and nationalities are no names; GPE is a place."""
    path = tmp_path / "corpus.txt.gz"
    lines = "زار O|رئيس B-OCC|بلدية I-OCC B-ORG|نابلس I-OCC I-ORG B-GPE|سامي B-PERS|القدس B-GPE||$#$ O||وحده O"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(lines.replace("|", "\n"))

    first, *_, last = map(tool.document, tool.sentences(path))

    assert [(e.text, e.label_) for e in first.ents] == [("بلديه نابلس", "ORG"), ("سامي", "PER"), ("القدس", "LOC")]
    assert [token.text for token in last] == ["وحده"]


def test_two_names_side_by_side_stay_two(tool):
    """A B- tag begins a name also where one of the same label goes before."""
    lines = [("سوريا", ["B-LOC"]), ("لبنان", ["B-LOC"]), ("الحر", ["I-LOC"])]

    assert list(tool.names(lines)) == [(0, 1, "LOC"), (1, 3, "LOC")]


def test_marks_at_the_end_are_no_part_of_a_name(tool):
    """The bracket written together with دمشق) stays outside."""
    assert list(tool.names([*tool.parts(["دمشق)", "B-LOC"]), ("في", [])])) == [(0, 1, "LOC")]
