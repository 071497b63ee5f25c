"""A page of its own: one file, nothing loaded from anywhere, and no script but ours allowed to run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from .. import __version__
from .jupyter import css
from .markup import Html, joined, tag
from .words import DIRECTION, say


def page(title: str, body: Html, lang: str, *, styles: Sequence[str] = (), scripts: Sequence[str] = ()) -> str:
    """The page as text. ``styles`` are style sheets of this package, ``scripts`` are JavaScript modules."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(scripts)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"newsevents {__version__}"),
        tag("title", title),
        *(Html(f"<style>{css(name)}</style>") for name in ("cards.css", "page.css", *styles)),
    )
    modules = joined([Html(f'<script type="module">{script}</script>') for script in scripts])
    whole = tag("html", head, tag("body", body, modules), lang=lang, dir=DIRECTION[lang])
    return f"<!doctype html>\n{whole}\n"


def policy(scripts: Sequence[str]) -> str:
    """What the browser is to allow: these scripts by their hash, styles in the page, and no network at all."""
    hashes = (f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    allowed = " ".join(hashes) or "'none'"
    return f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def footer(lang: str, *notes: str) -> Html:
    """Who made the page, and what else must be said."""
    return tag("footer", tag("p", say(lang, "made_by", __version__)), *(tag("p", say(lang, note)) for note in notes))
