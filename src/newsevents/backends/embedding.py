"""What the name model looks at in a word: its folded form, stem, ends and shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d, Ints2d

from ..arabic import fold, readings

_SHORTEST_STEM = 3


def doc_of(vocab: Vocab, words: Sequence[str]) -> Doc:
    """A sentence as the model reads it: folded words, none empty."""
    return Doc(vocab, words=[folded(word) for word in words])


def folded(word: str) -> str:
    """The folded form of a word; a word of marks alone stays as written."""
    return fold(word) or word


@lru_cache(maxsize=1 << 16)
def features(word: str) -> tuple[int, ...]:
    """The columns of a word as hashes: form, stem, proclitic, first letters, last letters, shape."""
    proclitic, stem = stem_of(word)
    values = (word, stem, proclitic, stem[:3], stem[-3:], stem[-2:], shape(word))
    return tuple(hash_string(value) if value else 0 for value in values)


def stem_of(word: str) -> tuple[str, str]:
    """The longest proclitic that the letters allow, and the rest: وبالقطرون is وب and القطرون."""
    split = [(clitic, stem) for clitic, stem in readings(word) if clitic and len(stem) > _SHORTEST_STEM]
    return max(split, key=lambda pair: len(pair[0]), default=("", word))


def shape(word: str) -> str:
    """What kind of signs and how many: Arabic letters, Latin letters, digits, other."""
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if not word.isalpha():
        return word if len(word) == 1 else "mixed"
    return ("x" if word.isascii() else "ع") + str(min(len(word), 8)) + ("ال" if word.startswith("ال") else "")


@registry.architectures("newsevents.WordFeatures.v1")  # type: ignore[untyped-decorator]
def word_features(width: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Hash embeddings of a word's features, mixed into one vector of that width.

    ``rows`` gives the size of each feature's table, in the order of ``features``; 0 leaves the feature out.
    """
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(nO=width, nV=size, column=i, seed=i + 7, dropout=0.0) for i, size in enumerate(rows) if size
    ]
    mixed = Maxout(nO=width, nI=width * len(tables), nP=3, dropout=0.0, normalize=True)
    return chain(columns(), list2ragged(), with_array(chain(concatenate(*tables), mixed)), ragged2list())


def columns() -> Model[list[Doc], list[Ints2d]]:
    """The layer that turns the words of docs into their features."""
    return Model("word_features", forward)


def forward(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
    """The features of each doc as an array; nothing to learn here."""
    return [model.ops.xp.asarray([features(token.text) for token in doc], dtype="uint64") for doc in docs], nothing


def nothing(_: list[Ints2d]) -> list[Doc]:
    """The gradient of what is not learned."""
    return []
