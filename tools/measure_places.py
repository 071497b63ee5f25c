"""False and missed places on text with tagged names.

Each line is a word, a space and an IOB tag (LOC, PERS …); a blank line ends a sentence.


    python tools/measure_places.py ../shared/data/ner/anercorp-train.txt.gz [--list]

Prints the share of O and of PERS tokens taken as places, the share in mentions that hold no LOC token at all,
and the share of LOC mentions that a place touches.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsevents.lexicons import Lexicons
from newsevents.stages import dates, numbers, places
from newsevents.stages.tokens import Tokenizer, sentences

Tagged = tuple[str, str]
SENTENCES = 8


def main(path: Path, listed: bool) -> None:
    """Read the file in stretches of a few sentences and print the figures."""
    counts, examples = Counter[str](), Counter[tuple[str, str]]()
    read = Tokenizer(Vocab(), Lexicons())
    rest = tagged_sentences(path)
    while batch := list(islice(rest, SENTENCES)):
        words = [pair for sentence in batch for pair in sentence]
        doc = read(" ".join(word for word, _ in words))
        for stage in (sentences, numbers.numbers, dates.dates, places.places):
            doc = stage(doc)
        count(words, doc, counts, examples)
    report(counts)
    if listed:
        for (kind, text), n in examples.most_common(300):
            print(n, kind, text, sep="\t")


def tagged_sentences(path: Path) -> Iterator[list[Tagged]]:
    """The file's sentences as pairs of word and tag."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for filled, group in groupby((line.strip() for line in lines), key=bool):
            if filled:
                yield [(word, tag) for word, _, tag in (line.rpartition(" ") for line in group)]


def count(words: list[Tagged], doc: Doc, counts: Counter[str], examples: Counter[tuple[str, str]]) -> None:
    """Add one stretch to the counts."""
    owner = owners(doc)
    bounds, at = [], 0
    for word, _ in words:
        bounds.append((at, at + len(word)))
        at += len(word) + 1
    held = [next((owner[i] for i in range(*bound) if i in owner), None) for bound in bounds]
    true = {name for name, (_, tag) in zip(held, words, strict=True) if name and tag.endswith("LOC")}
    for name, (_, tag) in zip(held, words, strict=True):
        kind = tag.rpartition("-")[2]
        counts[kind] += 1
        counts[f"{kind} taken"] += name is not None
        counts[f"{kind} taken alone"] += name is not None and name not in true
        if name and name not in true and kind in ("O", "PERS"):
            examples[kind, name[1]] += 1
    count_mentions(words, held, counts, examples)


def owners(doc: Doc) -> dict[int, tuple[int, str]]:
    """The place mention that holds each character."""
    starts, texts = doc.user_data["token_starts"], doc.user_data["token_texts"]
    spans = [(starts[m.start], starts[m.end - 1] + len(texts[m.end - 1])) for m in doc._.places]
    return {i: (start, doc.text[start:end]) for start, end in spans for i in range(start, end)}


def count_mentions(
    words: list[Tagged], held: list[tuple[int, str] | None], counts: Counter[str], examples: Counter[tuple[str, str]]
) -> None:
    """Count LOC mentions, and those that a place touches."""
    starts = [i for i, (_, tag) in enumerate(words) if tag == "B-LOC"]
    for start in starts:
        end = start + 1
        while end < len(words) and words[end][1] == "I-LOC":
            end += 1
        hit = any(held[start:end])
        counts["mentions"] += 1
        counts["mentions found"] += hit
        if not hit:
            examples["missed", " ".join(word for word, _ in words[start:end])] += 1


def report(counts: Counter[str]) -> None:
    """Print the shares."""
    for kind in ("O", "PERS", "ORG"):
        taken, alone = counts[f"{kind} taken"] / counts[kind], counts[f"{kind} taken alone"] / counts[kind]
        print(f"{kind}: {taken:.4f} of the tokens taken as places, {alone:.4f} in mentions without a LOC token")
    print(f"LOC: {counts['mentions found'] / counts['mentions']:.4f} of the mentions found")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--list" in sys.argv)
