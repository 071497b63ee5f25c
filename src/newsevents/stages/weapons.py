"""Weapons and means, from weapons.tsv."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import layer, lexicons, mention, taken, words
from ..patterns import BLOCK


@Language.component("newsevents_weapons", assigns=["doc._.weapons"])
def weapons(doc: Doc) -> Doc:
    """Find the weapons outside names of places; the value is the id of the weapon."""
    found = lexicons(doc).patterns("weapons.tsv").find(words(doc).forms)
    named = taken(layer(doc, "locations"))
    made = [mention(doc, "weapon", match, match.row["weapon"]) for match in found]
    doc._.weapons = [weapon for weapon in made if weapon.value != BLOCK and weapon.start not in named]
    return doc
