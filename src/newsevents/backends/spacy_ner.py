"""Names from the models in models/: a small spaCy pipeline on CPU, without torch and without a download."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import NewseventsError
from . import Names, embedding

_HERE = Path(__file__).parents[1]
_FOLDERS = (_HERE / "models", _HERE.parents[1] / "models")  # in the wheel, in a checkout


def folder(model: str) -> Path:
    """Where a model lies: a folder of that path, or one of that name among ours.

    Raises NewseventsError where there is none.
    """
    for path in (Path(model), *(place / model for place in _FOLDERS)):
        if (path / "meta.json").is_file():
            return path
    known = sorted({path.parent.name for place in _FOLDERS for path in place.glob("*/meta.json")})
    have = f"there is {', '.join(known)}" if known else "none is installed"
    raise NewseventsError(f"no model {model!r}: {have}; or give the folder of a spaCy pipeline with an 'ner' component")


def names(model: str = "ar_news_ner") -> Names:
    """A function from sentences of words to their BIO tags. Raises NewseventsError where the model cannot be read."""
    nlp = pipeline(str(folder(model)))

    def tags(sentences: list[list[str]]) -> list[list[str]]:
        docs = nlp.pipe(embedding.doc_of(nlp.vocab, sentence) for sentence in sentences)
        return [[tag(token.ent_iob_, token.ent_type_) for token in doc] for doc in docs]

    return tags


def precision(model: str = "ar_news_ner") -> Mapping[str, float]:
    """How often names of each label were right on the sentences held out in training, 0 to 1."""
    scores = pipeline(str(folder(model))).meta.get("performance", {}).get("ents_per_type") or {}
    return {label: round(found["p"], 3) for label, found in scores.items()}


@cache
def pipeline(path: str) -> Any:  # noqa: ANN401 - the seam: what spaCy loads
    """The pipeline of a folder, loaded once. Raises NewseventsError where it is none of ours to read."""
    import spacy

    try:
        nlp = spacy.load(path)
    except (OSError, ValueError, KeyError) as error:
        raise NewseventsError(f"{path} is not a spaCy pipeline that this version reads: {error}") from error
    if "ner" not in nlp.pipe_names:
        raise NewseventsError(f"{path} has no component 'ner'; it has {', '.join(nlp.pipe_names) or 'none'}")
    return nlp


def tag(iob: str, label: str) -> str:
    """A BIO tag of spaCy's two halves."""
    return f"{iob}-{label}" if label and iob in ("B", "I") else "O"
