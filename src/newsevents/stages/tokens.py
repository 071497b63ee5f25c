"""Words with their offsets: camel-tools' word tokenizer, and sentence bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from ..arabic import fold
from ..layers import register, set_words
from ..lexicons import Lexicons
from ..patterns import SENTENCE_ENDS
from ..schema import Article, Section, Sentence
from .structure import Stretch, structure

_CHUNK = re.compile(r"(\S*)(\s*)")
_LETTERS = r"a-zA-Z\u0620-\u065f\u066e-\u06d3"
_DIGITS = r"0-9\u0660-\u0669\u06f0-\u06f9"
_MARKS = r"!-/:-@\[-`{-~«»،؛؟٪٫٬–—‘’“”…•"
_LONGEST_WORD = 200
_PLAIN = re.compile(rf"[{_LETTERS}{_DIGITS}{_MARKS}\s]*")
_PART = rf"[{_LETTERS}]{{1,{_LONGEST_WORD}}}|[{_DIGITS}]{{1,{_LONGEST_WORD}}}|[{_MARKS}]"
_PARTS = re.compile(_PART)
_WORDS = re.compile(rf"({_PART}|\s+)( ?)")
_LONGEST_SENTENCE = 400
_HALVES = re.compile("[\ud800-\udfff]")


class Tokenizer:
    """Makes a Doc from an article: sections found, text split, nothing lost.

    ``"".join(token.text_with_ws for token in doc) == text`` for any text.
    """

    def __init__(self, vocab: Vocab, lexicons: Lexicons) -> None:
        register()
        self.vocab = vocab
        self.lexicons = lexicons

    def __call__(self, text: str | Article) -> Doc:
        article = Article(text) if isinstance(text, str) else text
        full = whole_characters(with_title(article))
        stretches = structure(full, self.lexicons, titled=bool(article.title))
        doc, bounds = self._doc(full)
        doc._.article = article
        doc._.lexicons = self.lexicons
        doc.user_data["offset"] = len(full) - len(article.text)
        doc._.sections = on_tokens(stretches, bounds)
        set_words(doc)
        return doc

    def _doc(self, text: str) -> tuple[Doc, list[int]]:
        pieces = split(text)
        texts = [word for word, _ in pieces]
        doc = Doc(self.vocab, words=texts, spaces=[after == " " for _, after in pieces])
        bounds = list(accumulate((len(word) + len(after) for word, after in pieces[:-1]), initial=0)) if pieces else []
        doc.user_data.update(text=text, token_texts=texts, token_starts=bounds)
        return doc, bounds

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to save: the tables are files."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Tokenizer:
        """The tokenizer itself: there is no state to load."""
        return self

    def to_disk(self, _: object, **__: object) -> None:
        """Nothing to save: the tables are files."""

    def from_disk(self, _: object, **__: object) -> Tokenizer:
        """The tokenizer itself: there is no state to load."""
        return self


@registry.tokenizers("newsevents.Tokenizer.v1")  # type: ignore[untyped-decorator]
def tokenizer(lexicons: list[str] | None = None, countries: list[str] | None = None) -> object:
    """The tokenizer of a .cfg: its folders of lexicons and its countries go to every later stage."""
    tables = Lexicons(lexicons or (), countries or ())

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab, tables)

    return make


def with_title(article: Article) -> str:
    """The title above the text, unless the text begins with it."""
    title = (article.title or "").strip()
    if not title or article.text.lstrip().startswith(title):
        return article.text
    return title + "\n" + article.text


def whole_characters(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which spaCy cannot hold; offsets stay the same."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def split(text: str) -> list[tuple[str, str]]:
    """(word, space after it or "") pairs that join to the text; other white space is a word of its own.

    The words are those of camel-tools' simple_word_tokenize. Texts of plain letters, digits and punctuation are split
    here, to the same words; only others have to wait for camel-tools: see docs/decisions/0011-matching.md.
    """
    return _WORDS.findall(text) if _PLAIN.fullmatch(text) else list(split_any(text))


def split_any(text: str) -> Iterator[tuple[str, str]]:
    """As split(), run by run, for any text."""
    for chunk, space in _CHUNK.findall(text):
        parts = parts_of(chunk)
        yield from ((part, "") for part in parts[:-1])
        if space.startswith(" ") and parts:
            yield parts[-1], " "
            space = space[1:]
        elif parts:
            yield parts[-1], ""
        if space:
            yield space, ""


@lru_cache(maxsize=1 << 12)
def parts_of(chunk: str) -> tuple[str, ...]:
    """camel-tools' words of one run without white space, digits split from letters; very long words are cut."""
    if _PLAIN.fullmatch(chunk):
        return tuple(_PARTS.findall(chunk))
    from camel_tools.tokenizers.word import simple_word_tokenize

    words = simple_word_tokenize(chunk, split_digits=True)
    return tuple(word[i : i + _LONGEST_WORD] for word in words for i in range(0, len(word), _LONGEST_WORD))


def on_tokens(stretches: Iterable[Stretch], starts: list[int]) -> list[Section]:
    """Stretches of characters as sections of tokens, in order and without gaps between them."""
    found, token = [], 0
    for stretch in stretches:
        first = token
        while token < len(starts) and starts[token] < stretch.end:
            token += 1
        if token > first:
            found.append(Section(stretch.kind, first, token))
    return found


@Language.component("newsevents_sentences", assigns=["doc._.sentences"])
def sentences(doc: Doc) -> Doc:
    """Set sentence bounds: full stops, line ends and changes of section."""
    found: list[Sentence] = []
    paragraph = 0
    for section in doc._.sections:
        opens = True
        for start, end, line_ends in stretches_of(doc, section):
            if blank(doc, start, end):
                continue
            found.append(Sentence(start, end, section.kind, paragraph, opens))
            opens = line_ends
            paragraph += line_ends
        paragraph += not opens
    doc._.sentences = found
    return doc


def blank(doc: Doc, start: int, end: int) -> bool:
    """Whether there is nothing but white space: no sentence."""
    texts = doc.user_data["token_texts"]
    return all(texts[index].isspace() for index in range(start, end))


def stretches_of(doc: Doc, section: Section) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether the line ends with it) of each sentence of a section."""
    texts = doc.user_data["token_texts"]
    start = section.start
    for index in range(section.start, section.end):
        line_ends = "\n" in texts[index] or "\r" in texts[index]
        if line_ends or ends_sentence(texts, index) or index - start >= _LONGEST_SENTENCE:
            yield start, index + 1, line_ends
            start = index + 1
    if start < section.end:
        yield start, section.end, True


def ends_sentence(texts: list[str], index: int) -> bool:
    """A full stop, unless it stands inside a number, an abbreviation (أ.ف.ب) or a web name."""
    text = texts[index]
    if text not in SENTENCE_ENDS and not text.isspace():
        return False
    if text != ".":
        return text in SENTENCE_ENDS
    before = fold(texts[index - 1]) if index else ""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    inside_number = before.isdigit() and after[:1].isdigit()
    return (not inside_number and len(before) > 1 and not after.isascii()) or after[:1].isspace() or not after
