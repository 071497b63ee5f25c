"""Makes the word vectors that models/ar_news_ner is trained with: floret on folded news text.

    python tools/train_vectors.py ../shared/data/news build/vectors.floret

Needs ``pip install floret``. One thread (floret fixes its seed), so that the same text gives the same vectors.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from newsevents.backends.embedding import folded
from newsevents.stages.tokens import split

ROWS, WIDTH, EPOCHS = 30_000, 64, 3
SETTINGS = {
    "model": "skipgram", "mode": "floret", "hashCount": 2, "bucket": ROWS, "minn": 4, "maxn": 5, "minCount": 5,
    "dim": WIDTH, "epoch": EPOCHS, "verbose": 2, "ws": 2, "neg": 5, "lr": 0.05, "thread": 1,
}  # fmt: skip


def main() -> None:
    """Write the news as folded words, one article a line, and train on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path, help="folder with *.jsonl.gz and saudinewsnet/*.zip")
    parser.add_argument("vectors", type=Path, help="the .floret file to write")
    args = parser.parse_args()
    args.vectors.parent.mkdir(parents=True, exist_ok=True)
    lines = args.vectors.with_suffix(".txt")
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(line_of(text) + "\n" for text in texts(args.news))
    train(lines, args.vectors)


def texts(folder: Path) -> Iterator[str]:
    """The title and text of every article, each text once."""
    seen: set[str] = set()
    for title, text in articles(folder):
        key = text[:200]
        if key not in seen:
            seen.add(key)
            yield f"{title}\n{text}"


def articles(folder: Path) -> Iterator[tuple[str, str]]:
    """(title, text) of the files of the folder, in the order of their names."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for item in map(json.loads, file):
                yield item["title"] or "", item.get("body") or item.get("text") or ""
    for path in sorted(folder.glob("saudinewsnet/*.zip")):
        with zipfile.ZipFile(path) as packed:
            for item in json.loads(packed.read(packed.namelist()[0])):
                yield item["title"] or "", item["content"] or ""


def line_of(text: str) -> str:
    """The words of a text as the model reads them."""
    return " ".join(folded(word) for word, _ in split(text) if not word.isspace())


def train(lines: Path, vectors: Path) -> None:
    """Train floret and write its table."""
    import floret

    floret.train_unsupervised(str(lines), **SETTINGS).save_floret_vectors(str(vectors))


if __name__ == "__main__":
    main()
