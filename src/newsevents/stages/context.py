"""Whether a trigger's event happened, and who says so: cues and their scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, mention, within, words
from ..patterns import BLOCK, Match
from ..schema import Assertion, Day, Mention, Party, Sentence
from .anchors import FINITE, beside, told
from .attribution import attributions
from .connectives import connectives
from .dates import published
from .scope import Scene, governs, is_present, is_target
from .topics import TOPICS, is_armed, is_violent, topic

_STRENGTH = (
    "denied", "negated", "figurative", "accident", "crime", "foiled", "attempted", "threatened", "hypothetical",
    "planned", "commemorative", "judicial", "statistic", "generic", "reaction", "past",
)  # fmt: skip
_AIMS = frozenset(("arrests", "takeover", "raid", "ied", "transfer", "destruction"))
_STOPPED = frozenset(("disrupted_weapons",))
_RECALLED = frozenset(("judicial", "commemorative"))
_FIGHTERS = frozenset(("rebel", "political_militia"))
_OWN_DAY, _FRESH = 10, 3
_COMMAS = frozenset("،؛,;")


@Language.component(
    "newsevents_context",
    requires=["doc._.triggers", "doc._.sentences", "doc._.weapons", "doc._.dates"],
    assigns=["doc._.assertions", "doc._.sources"],
)
def context(doc: Doc) -> Doc:
    """Give each trigger its assertion, parallel to the triggers."""
    sources = attributions(doc)
    cues = lexicons(doc).patterns("cues.tsv").find(words(doc).forms)
    about = topic(doc, cues)
    scenes: dict[int, Scene] = {}
    doc._.assertions = []
    for trigger, sentence in with_sentences(doc):
        if sentence.start not in scenes:
            scenes[sentence.start] = scene(doc, sentence, cues, about)
        made = assertion(doc, trigger, scenes[sentence.start])
        doc._.assertions.append(replace(made, source=sources.get(sentence.start)))
    return doc


def with_sentences(doc: Doc) -> Iterator[tuple[Mention, Sentence]]:
    """Each trigger with the sentence it stands in."""
    sentences: list[Sentence] = doc._.sentences
    at = 0
    for trigger in layer(doc, "triggers"):
        while at < len(sentences) - 1 and sentences[at].end <= trigger.start:
            at += 1
        yield trigger, sentences[at]


def scene(doc: Doc, sentence: Sentence, cues: Sequence[Match], about: Match | None) -> Scene:
    """The cues of a sentence and the breaks between its clauses."""
    position = words(doc).position
    start, end = position[sentence.start], position[sentence.end]
    here = beginning(cues, start, end)
    ends = {cue.start for cue in here if cue.row["modality"] == BLOCK}
    weak = () if about else yielding(doc, sentence)
    kept = tuple(cue for cue in here if cue.row["modality"] not in (BLOCK, *weak))
    relative = connectives(doc, "relative")
    behind = frozenset(at + 1 for at in range(start, end) if words(doc).forms[at] in relative)
    return Scene(kept, frozenset(ends.union(breaks(doc, sentence))), told(doc, sentence), behind, about)


def yielding(doc: Doc, sentence: Sentence) -> tuple[str, ...]:
    """The modalities that give way here, because the sentence names a weapon or a plain attack."""
    triggers = within(layer(doc, "triggers"), sentence.start, sentence.end)
    if is_armed(triggers, within(layer(doc, "weapons"), sentence.start, sentence.end)):
        return TOPICS
    weak = ("accident",) if is_violent(triggers) else ()
    return (*weak, "crime") if fighters(doc, sentence) else weak


def fighters(doc: Doc, sentence: Sentence) -> bool:
    """Whether the sentence names an armed group: its people are no ordinary criminals."""
    named = (m.value for m in within(layer(doc, "actors"), sentence.start, sentence.end))
    return any(isinstance(party, Party) and party.type in _FIGHTERS for party in named)


def breaks(doc: Doc, sentence: Sentence) -> Iterator[int]:
    """Words where a new clause begins: a finite trigger behind a comma or with و، ف."""
    all_words = words(doc)
    for trigger in within(layer(doc, "triggers"), sentence.start, sentence.end):
        at = all_words.position[trigger.start]
        joined = trigger.proclitic[:1] in ("و", "ف") or (at > 0 and all_words.forms[at - 1] in _COMMAS)
        if joined and trigger.row and trigger.row["voice"] in FINITE:
            yield at


def assertion(doc: Doc, trigger: Mention, scene: Scene) -> Assertion:
    """The strongest cue that governs the trigger; actual where none does."""
    if trigger.row and trigger.row["voice"] == "none":
        return Assertion("actual")
    if trigger.proclitic.endswith("س"):
        return Assertion("planned")
    governing = [cue for cue in scene.cues if governs(cue, trigger, scene, words(doc))]
    if not governing and scene.topic and is_target(scene.topic, trigger, ""):
        governing = [scene.topic]
    if not governing:
        return Assertion(ungoverned(doc, trigger, scene))
    cue = min(governing, key=strength)
    old = cue.row["modality"] in _RECALLED and is_dated(doc, trigger)
    return Assertion("past" if old else cue.row["modality"], mention(doc, "cue", cue, cue.row["modality"]))


def is_dated(doc: Doc, trigger: Mention) -> bool:
    """Whether a day well before publication follows, so that the act has its own: قضية مقتل تاجر في مارس الماضي."""
    today, (_, end) = published(doc), beside(doc, trigger, 0, _OWN_DAY)
    days = [m.value for m in within(layer(doc, "dates"), trigger.end, end) if isinstance(m.value, Day)]
    return today is not None and any((today - day.end).days > _FRESH for day in days[:1] if day.end)


def ungoverned(doc: Doc, trigger: Mention, scene: Scene) -> str:
    """The modality of a trigger without a cue: a weapon that was stopped is foiled by its own meaning."""
    if trigger.value in _STOPPED:
        return "foiled"
    if is_purpose(doc, trigger):
        return "planned"
    return "actual" if trigger.start in scene.told and not is_state(doc, trigger) else "generic"


def is_state(doc: Doc, trigger: Mention) -> bool:
    """Whether a verb in the present tells who holds a place, and not that it was taken: تسيطر الجماعة على البلدة."""
    if trigger.value != "takeover" or section(doc, trigger) != "body":
        return False
    return is_present(words(doc).forms[words(doc).position[trigger.start]], trigger)


def section(doc: Doc, trigger: Mention) -> str:
    """The section of the sentence that the trigger stands in."""
    return next((s.section for s in doc._.sentences if s.start <= trigger.start < s.end), "body")


def is_purpose(doc: Doc, trigger: Mention) -> bool:
    """Whether ل makes the trigger an aim (وصلوا لاعتقال شاب), unless a word of happening asks for it (أدى لاعتقال)."""
    if not trigger.proclitic.endswith("ل") or trigger.proclitic.endswith("لل") or trigger.value not in _AIMS:
        return False
    all_words = words(doc)
    at = all_words.position[trigger.start]
    return not lexicons(doc).patterns("happening.tsv").find(all_words.forms, first=max(0, at - 3), last=at)


def strength(cue: Match) -> int:
    """The rank of a cue among those that govern one trigger; a user's own modality comes last."""
    modality = cue.row["modality"]
    return _STRENGTH.index(modality) if modality in _STRENGTH else len(_STRENGTH)
