"""An article right to left with its layers in colour, each word saying what it was read as and which row decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..layers import article, layer, text_of
from ..schema import Amount, Day, Location, Mention, Party, People
from ..stages.spans import span
from .cards import card
from .jupyter import style
from .markup import Html, arabic, joined, tag
from .page import footer, page
from .spans import Marked, marked
from .words import DIRECTION, say

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = {
    "triggers": "trigger",
    "locations": "location",
    "dates": "date",
    "actors": "actor",
    "people": "people",
    "weapons": "weapon",
    "sources": "source",
}


def show(doc: Doc, lang: str = "en") -> Html:
    """The article for a notebook: its words in colour, and a key to the colours."""
    return tag("div", style(), *head(doc, lang), key(lang), text(doc), class_="ne", dir=DIRECTION[lang], lang=lang)


def page_of(docs: Sequence[Doc], lang: str = "en") -> str:
    """A page with the account of some articles, as HTML text."""
    title = next((t for doc in docs if (t := article(doc).title)), say(lang, "report"))
    body = [tag("main", *(account(doc, lang) for doc in docs)), footer(lang)]
    return page(title, joined(body), lang)


def account(doc: Doc, lang: str = "en") -> Html:
    """The article, its events with the reason for every value, and what was left out and why."""
    from ..api import events_of

    events = events_of(doc)
    return tag(
        "section",
        *head(doc, lang),
        key(lang),
        text(doc),
        tag("h2", f"{say(lang, 'events')}: {len(events)}" if events else say(lang, "no_events")),
        *(card(record, lang, why=True) for record in events),
        left_out(doc, lang),
        class_="ne",
    )


def head(doc: Doc, lang: str) -> Iterator[Html]:
    """Title and day of publication."""
    given = article(doc)
    if given.title:
        yield tag("h1", arabic(given.title), class_="ne-title")
    told = [given.publisher, f"{say(lang, 'published')} {given.published}" if given.published else None]
    if any(told):
        yield tag("p", joined([tag("bdi", part) for part in told if part], " · "), class_="ne-muted")


def key(lang: str) -> Html:
    """What the colours mean."""
    items = (tag("li", tag("span", class_=f"ne-{kind}"), say(lang, f"layer_{name}")) for name, kind in KINDS.items())
    return tag("ul", *items, class_="ne-key")


def text(doc: Doc) -> Html:
    """The text as it was given, marked."""
    marks = [found for name, kind in KINDS.items() for m in layer(doc, name) if (found := mark(doc, m, kind))]
    return tag("div", marked(article(doc).text, marks), class_="ne-text", dir="rtl", lang="ar")


def mark(doc: Doc, mention: Mention, kind: str) -> Marked | None:
    """A mention as code points of the text; None for words of a title that the text does not have."""
    bounds = span(doc, mention.start, mention.end)
    if bounds is None:
        return None
    return Marked(bounds[0], bounds[1], kind, f"{kind}: {told(mention.value)}\n← {mention.source or 'position'}")


def told(value: object) -> str:
    """The value of a mention, for people."""
    tell = next((tell for kind, tell in TELLERS.items() if isinstance(value, kind)), str)
    return tell(value)


def day(value: Day) -> str:
    """A date's bounds and precision."""
    return f"{value.start} – {value.end} ({value.precision})" if value.start else "unknown"


def location(value: Location) -> str:
    """A place and why it was chosen."""
    return f"{value.place.name_en or value.place.id}, {value.reason}" if value.place else f"no place, {value.reason}"


def amount(value: Amount) -> str:
    """Bounds of a count."""
    bounds = (value.low, value.best, value.high)
    return str(value.best) if len(set(bounds)) == 1 else "..".join("?" if n is None else str(n) for n in bounds)


TELLERS: dict[type, Callable[..., str]] = {
    Day: day,
    Location: location,
    Amount: amount,
    Party: lambda party: f"{party.canonical_en or party.name} ({party.type})",
    People: lambda people: f"{people.group} × {amount(people.amount)}",
}


def left_out(doc: Doc, lang: str) -> Html | None:
    """The triggers that gave no event, and why."""
    items = [
        tag(
            "li",
            arabic(text_of(doc, discard.trigger.start, discard.trigger.end)),
            f": {discard.reason} ",
            tag("bdi", f"← {discard.trigger.source}", class_="ne-muted", dir="ltr"),
        )
        for discard in doc._.discards
    ]
    return joined([tag("h2", say(lang, "left_out")), tag("ul", *items)]) if items else None
