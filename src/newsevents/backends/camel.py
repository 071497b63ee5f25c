"""camel-tools as a source of names (a BERT tagger) and of forms (morphology).

camel_tools.ner, .morphology and .disambig fetch a catalogue of their data when they are imported, so they are
imported inside functions only, and without network or data they end in one sentence that says what to run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import compress
from pathlib import Path
from typing import Any

from ..arabic import fold
from ..errors import MissingExtra, NewseventsError
from . import Forms, Names

_LABELS = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG"}
_BATCH = 32
_DATABASE = "calima-msa-r13"
NER, MORPHOLOGY, DISAMBIGUATION = "ner-arabert", f"morphology-db-{_DATABASE[7:]}", f"disambig-mle-{_DATABASE}"
_UNREACHED = ("DownloaderError", "CatalogueError")  # by name: importing them is what raises them


def names(model: str | Path | None = None, *, gpu: bool = False) -> Names:
    """A function from sentences of words to BIO tags, by camel-tools' recogniser or the folder of a model like it.

    Raises MissingExtra where torch, transformers or the model are missing.
    """
    own = existing(model)
    with remedy(NER, "torch transformers"):
        from camel_tools.ner import NERecognizer

        reader = NERecognizer(own, gpu) if own else NERecognizer.pretrained(use_gpu=gpu)

    def tags(sentences: list[list[str]]) -> list[list[str]]:
        seen = [[bool(reader.tokenizer.tokenize(word)) for word in sentence] for sentence in sentences]
        kept = [list(compress(*pair)) for pair in zip(sentences, seen, strict=True)]
        return [aligned(*pair) for pair in zip(seen, reader.predict(kept, _BATCH), strict=True)]

    return tags


def aligned(seen: list[bool], tags: list[str]) -> list[str]:
    """The tags of the words that the model saw, O for the others, in our labels."""
    rest = iter(tags)
    return [ours(next(rest, "O")) if each else "O" for each in seen]


def ours(tag: str) -> str:
    """A tag of ANERcorp as ours: B-PERS is B-PER, B-MISC is O."""
    position, _, label = tag.partition("-")
    return f"{position}-{_LABELS[label]}" if label in _LABELS else "O"


def forms(database: str | Path | None = None) -> Forms:
    """A function from a word to its folded dictionary forms (lemmas), by camel-tools' morphological analyzer.

    ``database`` is a file in camel-tools' format; without it, the one that camel_data installs.
    """
    reader = analyzer(database)
    return lambda word: {fold(analysis["lex"]) for analysis in reader.analyze(word)}


def lemmas(database: str | Path | None = None) -> Any:  # noqa: ANN401 - the seam
    """A function from a sentence of words to the likeliest folded lemma of each, None where nothing is known.

    With a ``database`` of one's own, words are weighed by its own probabilities (pos_lex_logprob).
    """
    own = existing(database)
    with remedy(DISAMBIGUATION):
        from camel_tools.disambig.mle import MLEDisambiguator

        reader = MLEDisambiguator(analyzer(own)) if own else MLEDisambiguator.pretrained()
    return lambda sentence: [likeliest(word) for word in reader.disambiguate(sentence)]


def likeliest(word: Any) -> str | None:  # noqa: ANN401 - the seam
    """The folded lemma of the best analysis."""
    return fold(word.analyses[0].analysis["lex"]) if word.analyses else None


def analyzer(database: str | Path | None = None) -> Any:  # noqa: ANN401 - the seam
    """camel-tools' analyzer on its own or the given database, without guesses for words it does not know."""
    own = existing(database)
    with remedy(MORPHOLOGY):
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB

        opened = MorphologyDB(own, "a") if own else MorphologyDB.builtin_db(_DATABASE, "a")
        return Analyzer(opened)


@contextmanager
def remedy(package: str, modules: str = "camel-tools") -> Iterator[None]:
    """What is missing inside, as MissingExtra with the command to run; other errors pass."""
    try:
        yield
    except ImportError as error:
        raise MissingExtra(f"{error.name} is not installed; run: pip install {modules}") from error
    except (OSError, KeyError) as error:
        raise MissingExtra(f"camel-tools' data is not installed; run: camel_data -i {package}") from error
    except Exception as error:
        if type(error).__name__ not in _UNREACHED:
            raise
        raise MissingExtra(f"camel-tools' catalogue is out of reach; run: camel_data -i {package}") from error


def existing(path: str | Path | None) -> str | None:
    """A path of one's own, if any. Raises NewseventsError where nothing is there."""
    if path is not None and not Path(path).exists():
        raise NewseventsError(f"{path} does not exist; give camel-tools' own data no path, or the path of yours")
    return str(path) if path is not None else None
