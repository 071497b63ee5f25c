"""camel-tools behind the seam: a small morphology database and a tiny random tagger, both made here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from newsevents.backends import camel, engine
from newsevents.errors import MissingExtra, NewseventsError

MORPHOLOGY = """\
###DEFINES###
DEFINE pos pos:noun pos:verb pos:prep
DEFINE diac diac:*open*
DEFINE lex lex:*open*
DEFINE bw bw:*open*
DEFINE gloss gloss:*open*
DEFINE pos_lex_logprob pos_lex_logprob:*open*
###DEFAULTS###
DEFAULT pos:noun diac:* lex:* bw:* gloss:*
DEFAULT pos:verb diac:* lex:* bw:* gloss:*
###ORDER###
ORDER diac lex bw gloss pos
###TOKENIZATIONS###
TOKENIZATION diac
###STEMBACKOFF###
STEMBACKOFF PROP Nprop
###PREFIXES###
\tPref-0\tdiac: bw:
و\tPref-Wa\tdiac:وَ bw:wa/CONJ
###SUFFIXES###
\tSuff-0\tdiac: bw:
وا\tSuff-PV\tdiac:ُوا bw:uwA/PVSUFF
###STEMS###
قتل\tPV\tdiac:قَتَل bw:qatal/PV gloss:kill pos:verb lex:قَتَل-u_1 pos_lex_logprob:-3.0
قتل\tPV\tdiac:قُتِل bw:qutil/PV gloss:be_killed pos:verb lex:قُتِل-u_1 pos_lex_logprob:-4.0
قريه\tN\tdiac:قَرْيَة bw:qaryap/NOUN gloss:village pos:noun lex:قَرْيَة_1 pos_lex_logprob:-2.0
###TABLE AB###
Pref-0 PV
Pref-Wa PV
Pref-0 N
Pref-Wa N
###TABLE BC###
PV Suff-0
PV Suff-PV
N Suff-0
###TABLE AC###
Pref-0 Suff-0
Pref-0 Suff-PV
Pref-Wa Suff-0
Pref-Wa Suff-PV
"""
DATASETS = {
    "MorphologyDB": ("calima-msa-r13", "morphology"),
    "NamedEntityRecognition": ("arabert", "ner"),
    "DisambigMLE": ("calima-msa-r13", "mle"),
}
WORDS = "قتل جندي في بلدة تراغن على يد مسلحين".split()


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """camel-tools as on its first import, with a data folder that is empty and a network that is out of reach."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")
    for name in [name for name in sys.modules if name.startswith("camel_tools.") and touches_data(name)]:
        monkeypatch.delitem(sys.modules, name)
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("camel_tools.") and touches_data(name)]:
        sys.modules.pop(name)


@pytest.fixture
def data(bare):
    """The data folder with a catalogue of three sets and nothing in them."""
    sets = {c: {"default": n, "datasets": {n: {"path": path}}} for c, (n, path) in DATASETS.items()}
    (bare / "catalogue.json").write_text(json.dumps({"version": "1.6", "packages": {}, "components": sets}))
    for _, path in DATASETS.values():
        (bare / "data" / path).mkdir(parents=True)
    return bare / "data"


@pytest.fixture
def database(data):
    """The folder with the morphology database in place."""
    path = data / "morphology" / "morphology.db"
    path.write_text(MORPHOLOGY, encoding="utf-8")
    return path


def touches_data(name: str) -> bool:
    """Whether a module of camel-tools reads the catalogue."""
    return name.split(".")[1] in ("data", "morphology", "disambig", "ner")


def write_tagger(folder: Path, labels: list[str]) -> Path:
    """A BERT tagger of a few thousand random weights that knows the letters of WORDS."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    letters = sorted(set("".join(WORDS)))
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false, "tokenizer_class": "BertTokenizer"}')
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(pieces), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        id2label=dict(enumerate(labels)), label2id={label: i for i, label in enumerate(labels)},
    )  # fmt: skip
    transformers.BertForTokenClassification(config).save_pretrained(folder)
    return folder


def test_forms_come_from_the_database(database):
    """A word has the lemmas of all its analyses, folded; an unknown word has none."""
    forms = camel.forms(database)

    assert forms("وقتلوا") == {"قتل"}
    assert forms("قرية") == {"قريه"}
    assert forms("تراغن") == set()


def test_forms_find_what_camel_data_installed(database):
    """Without a path, the database of camel-tools' own data folder is read."""
    assert camel.forms()("قتل") == {"قتل"}


def test_lemmas_are_the_likeliest(database):
    """Words are read by the probabilities of the database; what it does not know is None."""
    assert camel.lemmas(database)(["قتل", "تراغن"]) == ["قتل", None]


def test_lemmas_find_what_camel_data_installed(database):
    """Without a path, camel-tools' word model is read together with its database."""
    model = {"قتل": {"lex": "قُتِل-u_1", "diac": "قُتِل", "bw": "qutil/PV", "pos": "verb"}}
    (database.parents[1] / "mle" / "model.json").write_text(json.dumps(model), encoding="utf-8")
    (database.parent / "morphology.db").write_text(MORPHOLOGY.replace("###TABLE AB###", NOAN + "###TABLE AB###"))

    assert camel.lemmas()(["قتل"]) == ["قتل"]


NOAN = "NOAN\tNprop\tdiac:NOAN bw:NOAN/NOUN_PROP gloss:NO_ANALYSIS pos:noun lex:NOAN_0\n"


@pytest.mark.parametrize("where", ["given", "installed"])
def test_names_are_bio_tags_of_our_labels(data, where):
    """One tag a word, PER for PERS and no MISC, also where the tagger cannot see a word at all."""
    folder = write_tagger(data / "ner", ["B-PERS", "I-PERS", "B-MISC", "B-LOC", "O"])
    names = camel.names(folder if where == "given" else None)

    found = names([[*WORDS, "\u200f"], ["قتل"]])

    assert [len(tags) for tags in found] == [len(WORDS) + 1, 1]
    assert found[0][-1] == "O"
    assert {tag for tags in found for tag in tags} <= {"B-PER", "I-PER", "B-LOC", "O"}


def test_tags_of_unseen_words_are_o():
    """What the tagger left out stands as O between the tags it gave."""
    assert camel.aligned([True, False, True], ["B-PERS", "B-MISC"]) == ["B-PER", "O", "O"]


@pytest.mark.parametrize(
    ("load", "package"),
    [(camel.names, camel.NER), (camel.forms, camel.MORPHOLOGY), (camel.lemmas, camel.DISAMBIGUATION)],
)
@pytest.mark.parametrize("installed", ["nothing", "catalogue"])
def test_missing_data_says_what_to_run(request, load, package, installed):
    """Without network or without the files: one sentence with the command."""
    request.getfixturevalue("bare" if installed == "nothing" else "data")

    with pytest.raises(MissingExtra, match=f"camel_data -i {package}"):
        load()


def test_a_missing_package_says_what_to_install(monkeypatch, data):
    """Without torch: one sentence with the pip command."""
    monkeypatch.setitem(sys.modules, "torch", None)

    with pytest.raises(MissingExtra, match="torch is not installed; run: pip install torch transformers"):
        camel.names()


@pytest.mark.parametrize("load", [camel.names, camel.forms, camel.lemmas])
def test_a_path_that_is_none_is_named(load):
    """A folder or file of one's own that does not exist is no reason to download anything."""
    with pytest.raises(NewseventsError, match="nowhere"):
        load("nowhere")


def test_other_faults_pass_through(data, database):
    """A broken database is reported by camel-tools, not as missing data."""
    database.write_text("###DEFINES###\nnonsense\n", encoding="utf-8")

    with pytest.raises(Exception, match="DEFINES"):
        camel.forms(database)


def test_the_engine_imports_nothing_heavy():
    """The module of the engine itself is light."""
    assert engine("camel") is camel
