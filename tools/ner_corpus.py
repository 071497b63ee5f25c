"""Reads the corpora of names for tools/train_ner.py: words split as ours, nested names made flat."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from newsevents.backends.embedding import doc_of
from newsevents.stages.tokens import parts_of

LABELS = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}
BLOCK, HELD_OUT = 40, 10  # every tenth block of forty sentences, so that an article rarely stands on both sides
NLP = spacy.blank("ar")
Line = tuple[str, list[str]]
Name = tuple[int, int, str]


def corpora(folder: Path, output: Path) -> dict[str, Path]:
    """The training and held-out sentences as spaCy files."""
    anercorp = list(sentences(folder / "anercorp-train.txt.gz"))
    held = [index // BLOCK % HELD_OUT == HELD_OUT - 1 for index in range(len(anercorp))]
    wojood = list(sentences(folder / "wojood" / "train.txt.gz"))
    corpus = {
        "train": map(document, [s for s, out in zip(anercorp, held, strict=True) if not out] + wojood),
        "dev": map(document, [s for s, out in zip(anercorp, held, strict=True) if out]),
        "wojood": map(document, sentences(folder / "wojood" / "val.txt.gz")),
    }
    for part, docs in corpus.items():
        DocBin(docs=docs).to_disk(output / f"{part}.spacy")
    return {part: output / f"{part}.spacy" for part in corpus}


def sentences(path: Path) -> Iterator[list[Line]]:
    """The sentences of a file of words and tags, split further as our tokenizer splits."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for blank, lines in groupby(file, key=lambda line: not line.strip()):
            if not blank:
                yield [part for line in lines for part in parts(line.split()) if not line.startswith("$#$")]


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
                yield start, without_marks(lines, index), label
                start = None
            if f"B-{kind}" in tags:
                start = index


def without_marks(lines: list[Line], end: int) -> int:
    """The end of a name without the marks that were written together with its last word."""
    while not any(c.isalnum() for c in lines[end - 1][0]):
        end -= 1
    return end


def outermost(doc: Doc, found: Iterable[Name]) -> list[Span]:
    """The names that do not overlap one before them."""
    kept: list[Span] = []
    for start, end, label in found:
        if all(end <= other.start or other.end <= start for other in kept):
            kept.append(Span(doc, start, end, label=label))
    return kept
