"""Trains models/ar_news_ner: names of persons, places and organisations, on CPU, seeded.

    python tools/train_ner.py ../shared/data/ner build/vectors.floret build/ar_news_ner

The settings stand in models/ar_news_ner/config.cfg. One block of sentences in ten is held out to choose the best step.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import numpy
import spacy
from spacy.cli.init_pipeline import init_nlp
from spacy.tokens import Doc, DocBin, Span
from spacy.training.loop import train
from spacy.util import load_config

from newsevents.backends.embedding import doc_of
from newsevents.stages.tokens import parts_of

MODEL = Path(__file__).parents[1] / "models" / "ar_news_ner"
LABELS = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}
BLOCK, HELD_OUT = 40, 10  # every tenth block of forty sentences, so that an article rarely stands on both sides
Line = tuple[str, list[str]]
Name = tuple[int, int, str]


def main() -> None:
    """Write the corpora, train, and keep the best pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder with anercorp-train.txt.gz and wojood/")
    parser.add_argument("vectors", type=Path, help="what tools/train_vectors.py wrote")
    parser.add_argument("output", type=Path, help="folder to write the pipeline to")
    args = parser.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    base = args.output / "base"
    vocabulary(args.vectors).to_disk(base)
    files = corpora(args.corpora, args.output)
    paths = {f"paths.{part}": str(path) for part, path in files.items()} | {"paths.vectors": str(base)}
    nlp, _ = train(init_nlp(load_config(MODEL / "config.cfg", overrides=paths)), args.output / "steps")
    nlp.to_disk(args.output / "best")
    print(json.dumps({part: score(nlp, path) for part, path in files.items() if part != "train"}, indent=1))


def vocabulary(vectors: Path) -> spacy.language.Language:
    """An empty pipeline that holds the floret vectors, scaled to the size of what is learned beside them."""
    from spacy.training.initialize import convert_vectors

    nlp = spacy.blank("ar")
    convert_vectors(nlp, vectors, truncate=-1, prune=-1, mode="floret")
    table = nlp.vocab.vectors.data
    table /= numpy.linalg.norm(table, axis=1).mean()
    return nlp


def corpora(folder: Path, output: Path) -> dict[str, Path]:
    """The training and held-out sentences as spaCy files."""
    anercorp = list(sentences(folder / "anercorp-train.txt.gz"))
    held = [index // BLOCK % HELD_OUT == HELD_OUT - 1 for index in range(len(anercorp))]
    parts = {
        "train": [s for s, out in zip(anercorp, held, strict=True) if not out]
        + list(sentences(folder / "wojood" / "train.txt.gz")),
        "dev": [s for s, out in zip(anercorp, held, strict=True) if out],
        "wojood": list(sentences(folder / "wojood" / "val.txt.gz")),
    }
    for part, lines in parts.items():
        DocBin(docs=map(document, lines)).to_disk(output / f"{part}.spacy")
    return {part: output / f"{part}.spacy" for part in parts}


def sentences(path: Path) -> Iterator[list[Line]]:
    """The sentences of a file of words and tags, split further as our tokenizer splits."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for blank, lines in groupby(file, key=lambda line: not line.strip()):
            if not blank:
                found = [part for line in lines for part in parts(line.split()) if part[0] != "$#$"]
                yield found


def parts(cells: list[str]) -> Iterator[Line]:
    """One word of the corpus as our words; only the first of them begins a name."""
    tags = [tag for tag in cells[1:] if tag != "O"]
    for part in parts_of(cells[0]):
        name = any(c.isalnum() for c in part)
        yield part, tags if name else [tag for tag in tags if tag.startswith("I-")]
        tags = [f"I-{tag[2:]}" for tag in tags] if name else tags


def document(lines: list[Line]) -> Doc:
    """A sentence with its names: of names inside names, the longest."""
    doc = doc_of(NLP.vocab, [word for word, _ in lines])
    found = sorted(names(lines), key=lambda name: (name[0] - name[1], name[0]))
    doc.ents = outermost(doc, found)
    return doc


def names(lines: list[Line]) -> Iterator[Name]:
    """(start, end, label) of every run of B- I- I- of one label."""
    for kind, label in LABELS.items():
        start = None
        for index, (_, tags) in enumerate([*lines, ("", [])]):
            if start is not None and f"I-{kind}" not in tags:
                yield start, index, label
                start = None
            if f"B-{kind}" in tags:
                start = index


def outermost(doc: Doc, found: Iterable[Name]) -> list[Span]:
    """The names that do not overlap one before them."""
    kept: list[Span] = []
    for start, end, label in found:
        if all(end <= other.start or other.end <= start for other in kept):
            kept.append(Span(doc, start, end, label=label))
    return kept


def score(nlp: spacy.language.Language, path: Path) -> dict[str, float]:
    """F1 of each label and of all, in hundredths."""
    from spacy.training import Example

    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    guesses = nlp.pipe(Doc(nlp.vocab, words=[token.text for token in doc]) for doc in gold)
    scores = nlp.evaluate([Example(guess, doc) for guess, doc in zip(guesses, gold, strict=True)])
    by_label = {label: round(100 * found["f"], 1) for label, found in (scores["ents_per_type"] or {}).items()}
    return {"all": round(100 * scores["ents_f"], 1), **dict(sorted(by_label.items()))}


NLP = spacy.blank("ar")

if __name__ == "__main__":
    main()
