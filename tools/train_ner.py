"""Trains models/ar_news_ner: names of persons, places and organisations, on CPU, seeded.

    OMP_NUM_THREADS=1 python tools/train_ner.py ../shared/data/ner build/ner

The settings stand in models/ar_news_ner/config.cfg, and the pipeline is written there. One block of sentences in ten is
held out to choose the best step; a sample of another corpus is only measured.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from ner_corpus import LABELS, corpora

MODEL = Path(__file__).parents[1] / "models" / "ar_news_ner"
META = {
    "name": "news_ner",
    "version": "1.0.0",
    "description": "Persons, places and organisations in Arabic news; see card.md",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<3.16",
    "sources": [
        {"name": "ANERcorp, CAMeL split, train", "license": "CC BY-SA 4.0"},
        {"name": "Wojood, public sample", "license": "MIT"},
    ],
}


def main() -> None:
    """Write the corpora, train, and keep the best pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder with anercorp-train.txt.gz and wojood/")
    parser.add_argument("work", type=Path, help="folder for what is not kept")
    args = parser.parse_args()
    (args.work / "steps").mkdir(parents=True, exist_ok=True)
    files = corpora(args.corpora, args.work)
    fit(files, args.work)
    keep(spacy.load(args.work / "steps" / "model-best"), files)


def fit(files: dict[str, Path], work: Path) -> None:
    """Train by the config, and leave the best step in work/steps/model-best."""
    overrides = {f"paths.{name}": str(files[name]) for name in ("train", "dev")}
    train(init_nlp(load_config(MODEL / "config.cfg", overrides=overrides, interpolate=False)), work / "steps")


def keep(nlp: Language, files: dict[str, Path]) -> None:
    """Write the pipeline to models/, without paths of this machine and without the words it was trained on."""
    scores = {part: score(nlp, path) for part, path in files.items() if part != "train"}
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(META | {"performance": scores["dev"] | {"wojood": scores["wojood"]}})
    shutil.rmtree(MODEL / "vocab", ignore_errors=True)
    nlp.to_disk(MODEL)
    (MODEL / "vocab" / "strings.json").write_text(json.dumps(sorted(set(LABELS.values()))), encoding="utf-8")
    for part, found in scores.items():
        by_label = {label: round(100 * each["f"], 1) for label, each in sorted(found["ents_per_type"].items())}
        print(part, round(100 * found["ents_f"], 1), by_label)


def score(nlp: Language, path: Path) -> dict[str, Any]:
    """Precision, recall and F1 of all names and of each label, 0 to 1."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    guesses = nlp.pipe(Doc(nlp.vocab, words=[token.text for token in doc]) for doc in gold)
    scores = nlp.evaluate([Example(guess, doc) for guess, doc in zip(guesses, gold, strict=True)])
    return {name: scores[name] for name in ("ents_p", "ents_r", "ents_f", "ents_per_type")}


if __name__ == "__main__":
    main()
