"""Precision, recall and F1 of trigger detection on judged sentences (arabic_event_gsr).

    python tools/measure_sentences.py ../shared/data/events/gsr-assault-dev.csv.gz [--errors 20]

A sentence counts as found if one live trigger of the right family remains after context; with --events, if an event of
a violent type (for protests: of Protests or Riots) comes out of it. Rows judged
"yes" are positive, "easy no" and "difficult no" negative, "ambiguous" are left out.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from newsevents.api import events_of, load
from newsevents.schema import Article

LIVE = {"actual", "past", "attempted", "reaction"}
PROTEST = {
    "peaceful_protest", "protest_intervention", "excessive_force", "violent_demonstration", "mob_violence",
}  # fmt: skip
ASSAULT = {
    "armed_clash", "air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical", "attack", "abduction",
    "sexual_violence", "excessive_force", "violent_demonstration", "mob_violence", "destruction", "assault",
    "bombardment", "explosion", "shooting", "harm", "takeover", "raid",
}  # fmt: skip
CROWDS = {"Protests", "Riots"}
VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"}
STAGES = ("sentences", "weapons", "triggers", "context")


def main() -> None:
    """Print the figures of one file, and the sentences it gets wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--whole", action="store_true", help="run every stage up to context")
    parser.add_argument("--events", action="store_true", help="count events that come out, not triggers")
    options = parser.parse_args()
    nlp, counts = load(), dict.fromkeys(("tp", "fp", "fn", "tn"), 0)
    for label, family, text in judged(options.file):
        doc = nlp(nlp.make_doc(sentence(text))) if options.events else read(nlp, text, options.whole)
        found = tells(doc, family) if options.events else live(doc, family)
        outcome = ("tp" if found else "fn") if label == "yes" else ("fp" if found else "tn")
        counts[outcome] += 1
        if outcome in ("fp", "fn") and options.errors:
            options.errors -= 1
            print(outcome, label, "|", text, "|", found, told(doc))
    print(options.file.name, counts, "P {:.3f} R {:.3f} F1 {:.3f}".format(*figures(counts)))


def tells(doc: Doc, family: set[str]) -> bool:
    """Whether an event comes out: of a violent type, or for protests of Protests or Riots."""
    wanted = CROWDS if family is PROTEST else VIOLENT
    return any(record.event_type in wanted for record in events_of(doc))


def judged(path: Path) -> Iterator[tuple[str, set[str], str]]:
    """(label, types that count, text) of each sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["label"] != "ambiguous":
                yield row["label"], PROTEST if row["event_type"] == "PROTEST" else ASSAULT, row["text"]


def sentence(text: str) -> Article:
    """The sentence as an article of its own."""
    return Article(text.strip() + " .")


def read(nlp: Language, text: str, whole: bool) -> Doc:
    """The sentence as body text, read as far as context."""
    doc = nlp.make_doc(sentence(text))
    for name, stage in nlp.pipeline:
        if whole or name.removeprefix("newsevents_") in STAGES:
            doc = stage(doc)
        if name == "newsevents_context":
            break
    return doc


def live(doc: Doc, family: set[str]) -> list[str]:
    """The live triggers of the family, as text=type."""
    pairs = zip(doc._.triggers, doc._.assertions, strict=True)
    return [
        f"{doc[t.start : t.end].text}={t.value}"
        for t, a in pairs
        if a.modality in LIVE and t.value in family and t.row["voice"] != "none"
    ]


def told(doc: Doc) -> list[str]:
    """Every trigger with its modality, for the list of errors."""
    pairs = zip(doc._.triggers, doc._.assertions, strict=True)
    return [f"{doc[t.start : t.end].text}={t.value}/{a.modality}" for t, a in pairs]


def figures(counts: dict[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = counts["tp"] / max(1, counts["tp"] + counts["fp"])
    recall = counts["tp"] / max(1, counts["tp"] + counts["fn"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
