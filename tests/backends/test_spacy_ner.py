"""The model in models/ behind the seam, and the stage that uses it."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
import spacy

from newsevents.api import STAGES
from newsevents.backends import embedding, spacy_ner
from newsevents.errors import NewseventsError
from newsevents.schema import Article, Mention, Sentence
from newsevents.stages import names_model

MODEL = "ar_news_ner"
LARGEST = 20_000_000


@pytest.fixture(scope="module")
def names():
    """The model as a function from sentences to tags."""
    return spacy_ner.names(MODEL)


@pytest.fixture(scope="module")
def learned():
    """The pipeline with the stage after triggers."""
    tokenizer = {"@tokenizers": "newsevents.Tokenizer.v1"}
    nlp = spacy.blank("ar", config={"nlp": {"tokenizer": tokenizer}})
    for stage in STAGES:
        nlp.add_pipe(f"newsevents_{stage}")
    nlp.add_pipe("newsevents_names", after="newsevents_triggers", config={"model": MODEL})
    return lambda text: nlp(nlp.make_doc(Article(text)))


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("قال الرئيس محمود عباس في القاهرة", "O O B-PER I-PER O B-LOC"),
        ("اجتمع مجلس الأمن في نيويورك", "O B-ORG I-ORG O B-LOC"),
        ("ارتفعت أسعار الخبز هذا الأسبوع", "O O O O O"),
    ],
)
def test_names_are_tagged(names, sentence, tags):
    """Plain names of each label, and a sentence without any."""
    assert names([sentence.split()]) == [tags.split()]


def test_there_is_one_tag_a_word(names):
    """Also for no sentence, an empty one, one of marks alone, and one of signs that folding drops."""
    sentences = [[], ["،", "«", "»"], ["\u0640", "\u200f", "12"], "في حلب".split()]

    assert [len(tags) for tags in names(sentences)] == [0, 3, 3, 2]
    assert names([]) == []


def test_the_model_is_small_and_has_its_papers():
    """Weights of at most 20 MB without pickle; scores and licence are told."""
    folder = spacy_ner.folder(MODEL)
    files = [path for path in folder.rglob("*") if path.is_file()]

    assert sum(path.stat().st_size for path in files) <= LARGEST
    assert not [path for path in files if path.suffix in (".pkl", ".pickle", ".pt")]
    assert {"config.cfg", "meta.json", "card.md"} <= {path.name for path in files}
    assert set(spacy_ner.precision(MODEL)) == {"PER", "LOC", "ORG"}


def test_a_model_that_is_none_is_named():
    """The error says which models there are."""
    with pytest.raises(NewseventsError, match=f"no model 'en_core': there is {MODEL}"):
        spacy_ner.names("en_core")


def test_a_pipeline_without_names_is_refused(tmp_path):
    """A folder that holds some other pipeline is no model of names."""
    spacy.blank("ar").to_disk(tmp_path)

    with pytest.raises(NewseventsError, match="has no component 'ner'"):
        spacy_ner.names(str(tmp_path))


def test_a_folder_that_spacy_cannot_read_is_refused(tmp_path):
    """A broken folder is an error of ours with the folder's name."""
    (tmp_path / "meta.json").write_text("{}")

    with pytest.raises(NewseventsError, match="is not a spaCy pipeline"):
        spacy_ner.names(str(tmp_path))


@pytest.mark.parametrize(
    ("word", "found"),
    [("وبالقطرون", ("وب", "القطرون")), ("للجيش", ("لل", "الجيش")), ("باب", ("", "باب")), ("وزير", ("", "وزير"))],
)
def test_stems_are_without_proclitics(word, found):
    """Proclitics come off where three letters or more are left."""
    assert embedding.stem_of(word) == found


@pytest.mark.parametrize(
    ("word", "kind"), [("2015", "d4"), ("القطرون", "ع7ال"), ("nato", "x4"), ("،", "،"), ("أ.ف", "mixed")]
)
def test_shapes_tell_the_kind_of_word(word, kind):
    """Digits, Arabic and Latin words, signs and mixtures."""
    assert embedding.shape(word) == kind


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("O B-LOC I-LOC B-PER", [("LOC", 1, 3), ("PER", 3, 4)]),
        ("I-LOC O I-PER I-PER", [("LOC", 0, 1), ("PER", 2, 4)]),
        ("B-ORG I-LOC", [("ORG", 0, 1), ("LOC", 1, 2)]),
        ("", []),
    ],
)
def test_tags_become_spans(tags, found):
    """Also tags that begin with I-, as taggers of single words give them."""
    assert list(names_model.spans(tags.split())) == found


@pytest.mark.parametrize(
    ("place", "person", "inside"), [((3, 4), (2, 4), True), ((2, 4), (2, 4), False), ((4, 5), (2, 4), False)]
)
def test_a_place_inside_a_person_is_no_place(place, person, inside):
    """Only where the person's name is longer: a name that is all place stays one."""
    found = names_model.in_person(Mention("location", *place), [Mention("PER", *person)])

    assert found is inside


def test_only_sentences_with_a_trigger_are_read(learned):
    """Names stand in the sentence of the killing, not in the other."""
    doc = learned("زار الرئيس محمود عباس القاهرة. وقتل ثلاثة جنود في هجوم قرب بغداد.")

    sentence = next(each for each in doc._.sentences if any(each.start <= t.start < each.end for t in doc._.triggers))
    assert isinstance(sentence, Sentence)
    assert all(sentence.start <= name.start < name.end <= sentence.end for name in doc._.names)


def test_tables_win_on_overlap(learned):
    """No place or actor is there twice."""
    doc = learned("قتل خمسة مدنيين في قصف على بغداد وحلب شنته القوات العراقية، بحسب محمد البصري.")

    for layer in (doc._.locations, doc._.actors):
        spans = [(m.start, m.end) for m in layer]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_the_stage_takes_no_torch():
    """The learned names run where torch cannot be imported."""
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from newsevents.backends import engine\n"
        f"print(engine('spacy_ner').names({MODEL!r})([['في', 'بغداد']]))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert ran.stdout.strip() == "[['O', 'B-LOC']]", ran.stderr
