"""An event as a card: what, who, where, when, toll, status, and the sentence with its words marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..schema import Record
from .markup import Html, arabic, joined, tag
from .spans import in_sentence, marked
from .words import COMMA, DIRECTION, SEMICOLON, figure, name_of, say

# Okabe and Ito's palette: told apart by people who see colours differently, on light and on dark.
COLOURS = {
    "Battles": "#d55e00",
    "Explosions/Remote violence": "#e69f00",
    "Violence against civilians": "#cc79a7",
    "Protests": "#0072b2",
    "Riots": "#009e73",
    "Strategic developments": "#8a8a8a",
}
Fields = Mapping[str, object]


def card(record: Record, lang: str = "en", *, why: bool = False) -> Html:
    """One event; with ``why``, every value with its words and the row that decided."""
    told = [(say(lang, name), value) for name, value in fields(record, lang) if value]
    return tag(
        "article",
        tag("h3", say(lang, record.event_type), " · ", say(lang, record.sub_event_type), *badges(record, lang)),
        tag("dl", *(part for name, value in told for part in (tag("dt", name), tag("dd", value))), class_="ne-fields"),
        sentence(record),
        reasons(record, lang) if why else None,
        class_="ne-card",
        style=f"--ne-type:{COLOURS.get(record.event_type, '#888')}",
        dir=DIRECTION[lang],
        lang=lang,
    )


def badges(record: Record, lang: str) -> Iterator[Html]:
    """What a reader must not overlook: a status other than asserted, and background."""
    for name, told in ((record.status, record.status != "asserted"), ("background", record.background)):
        if told:
            yield joined([" ", tag("span", say(lang, name), class_="ne-badge")])


def fields(record: Record, lang: str) -> Iterator[tuple[str, Html]]:
    """The fields of the card in their order; an empty one is not shown."""
    yield "who", joined([actor(fields, lang) for fields in record.actors], SEMICOLON[lang])
    yield "where", place(record.location, lang)
    yield "when", when(record.date, lang)
    yield "toll", joined([toll(fields, lang) for fields in record.casualties], SEMICOLON[lang])
    yield "source", arabic(str((record.attribution or {}).get("name") or ""))
    sure = tag("bdi", f"{record.confidence:.2f}")
    yield "status", joined([say(lang, record.status), f" · {say(lang, 'confidence')} ", sure])


def actor(fields: Fields, lang: str) -> Html:
    """An actor: the name in the reader's language, the words of the article beside it, and the role."""
    parts = [both(fields, lang), tag("span", f" ({say(lang, str(fields.get('role')))})", class_="ne-muted")]
    return joined(parts)


def both(fields: Fields, lang: str) -> Html:
    """A name in the reader's language, followed by the article's own where that differs."""
    name, written = name_of(lang, fields), str(fields.get("name") or "")
    if name == written:
        return arabic(name)
    return joined([tag("bdi", name), " ", tag("span", arabic(written), class_="ne-muted")])


def place(fields: Fields, lang: str) -> Html:
    """A place, what it lies in, and the distance that the article gives."""
    around = [str(fields[name]) for name in ("admin1", "country") if fields.get(name)]
    parts = [both(fields, lang) if fields.get("name") else None, *(tag("bdi", name) for name in dict.fromkeys(around))]
    relation = fields.get("relation")
    if isinstance(relation, Mapping):
        told = (relation.get(name) for name in ("distance_km", "bearing", "anchor"))
        parts.append(tag("bdi", say(lang, "near", *("–" if value is None else value for value in told))))
    return joined([part for part in parts if part], COMMA[lang])


def when(fields: Fields, lang: str) -> Html:
    """The day or days, how precisely they are known, and the words that say so."""
    start, end = fields.get("start"), fields.get("end")
    days = f"{start}" if start == end else f"{start} – {end}"
    known = tag("bdi", days, dir="ltr") if start else Html(say(lang, "unknown"))
    precision = say(lang, str(fields["precision"])) if start and fields["precision"] != "day" else ""
    words = tag("span", arabic(str(fields["text"])), class_="ne-muted") if fields.get("text") else None
    parts = [known, f" ({precision})" if precision else None, " " if words else None, words]
    return joined(parts)


def toll(fields: Fields, lang: str) -> Html:
    """One casualty row: "killed 3 (عناصر أمنية)", with those it is said to include."""
    victims = arabic(" ".join(str(fields.get("victims") or "").split()))
    within = [f"{say(lang, str(part['group']))} {part['count'] or ''}".strip() for part in parts_of(fields)]
    parts = [say(lang, str(fields["kind"])), " ", tag("b", tag("bdi", figure(lang, fields)))]
    parts += [" (", victims, ")"] if victims else []
    return joined([*parts, f"{COMMA[lang]}{say(lang, 'of_whom')} {COMMA[lang].join(within)}" if within else None])


def parts_of(fields: Fields) -> list[Fields]:
    """The details of a toll."""
    found = fields.get("of_whom")
    return list(found) if isinstance(found, (list, tuple)) else []


def sentence(record: Record) -> Html | None:
    """The sentence that tells most, right to left, its words marked; without it, the words alone."""
    if record.sentence:
        return tag("blockquote", marked(record.sentence, in_sentence(record)), dir="rtl", lang="ar")
    told = list(dict.fromkeys(" ".join(str(entry["text"]).split()) for entry in record.evidence))
    marks = joined([tag("mark", words) for words in told], " … ")
    return tag("blockquote", marks, dir="rtl", lang="ar") if told else None


def reasons(record: Record, lang: str) -> Html:
    """Every value's words and the row that decided, as a table."""
    head = tag("tr", *(tag("th", say(lang, name), scope="col") for name in ("slot", "words", "rule")))
    rows = [
        tag(
            "tr",
            tag("td", say(lang, str(entry["slot"]))),
            tag("td", arabic(" ".join(str(entry["text"]).split()))),
            tag("td", tag("bdi", str(entry["rule"] or "–"), dir="ltr")),
        )
        for entry in record.evidence
    ]
    table = tag("table", tag("thead", head), tag("tbody", *rows))
    return tag("details", tag("summary", say(lang, "why")), table, open=True)
