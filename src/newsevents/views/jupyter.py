"""What notebooks show: events as cards, and an article with its layers in colour."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .cards import card
from .markup import Html, tag
from .words import DIRECTION, say

if TYPE_CHECKING:
    from ..records import Events

MOST_CARDS = 20


def cards(events: Events, lang: str = "en", *, most: int = MOST_CARDS) -> Html:
    """The events as cards, with a line that counts them; beyond ``most``, a line that says where the others are."""
    return tag(
        "div",
        style(),
        tag("p", counted(events, lang)),
        *(card(record, lang) for record in events[:most]),
        tag("p", say(lang, "and_more", len(events) - most), class_="ne-muted") if len(events) > most else None,
        class_="ne",
        dir=DIRECTION[lang],
        lang=lang,
    )


def counted(events: Events, lang: str) -> str:
    """The line above the cards."""
    told = f"{say(lang, 'events')}: {len(events):,}" if events else say(lang, "no_events")
    return f"{told} {say(lang, 'skipped', events.skipped)}" if events.skipped else told


def style() -> Html:
    """The style sheet of cards and marked words, as an element."""
    return Html(f"<style>{css('cards.css')}</style>")


@cache
def css(name: str) -> str:
    """A style sheet of this package."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
