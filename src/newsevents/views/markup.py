"""HTML that is safe by construction: text is escaped unless it is Html already."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_EMPTY = frozenset({"br", "meta", "input", "hr"})


class Html(str):
    """Markup that notebooks show as it is."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def tag(name: str, /, *inside: str | None, **attributes: str | int | bool | None) -> Html:
    """An element. ``class_`` gives class, ``data_why`` gives data-why; None and False leave an attribute out."""
    given = "".join(attribute(key, value) for key, value in attributes.items())
    end = "" if name in _EMPTY else f"{joined(inside)}</{name}>"
    return Html(f"<{name}{given}>{end}")


def attribute(key: str, value: str | int | bool | None) -> str:
    """One attribute with the space before it."""
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def joined(parts: Iterable[str | None], between: str = "") -> Html:
    """Parts one after the other, those that are plain text escaped."""
    return Html(safe(between).join(safe(part) for part in parts if part is not None))


def safe(part: str) -> str:
    """The part as markup."""
    return part if isinstance(part, Html) else escape(part)


def arabic(text: str) -> Html:
    """Words that stand in a line of either direction, kept in their own order."""
    return tag("bdi", text, lang="ar") if text else Html("")
