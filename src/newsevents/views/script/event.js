// The event that is open: its fields, and its words in the article.

let current = 0;

/** Open the event at that place of the list. */
function open(index) {
  current = index;
  const event = page.shown[index];
  $("event").replaceChildren(...eventView(event));
  $("previous").disabled = index === 0;
  $("next").disabled = index === page.shown.length - 1;
  if (!$("dialog").open) $("dialog").showModal();
  $("dialog").scrollTop = 0;
  history.replaceState(null, "", `#${encodeURIComponent(event.event_id)}`);
}

function buildDialog() {
  $("close").addEventListener("click", () => $("dialog").close());
  $("previous").addEventListener("click", () => open(current - 1));
  $("next").addEventListener("click", () => open(current + 1));
  $("dialog").addEventListener("close", () => {
    history.replaceState(null, "", location.pathname + location.search);
    document.querySelector(`#rows tr[data-index="${current}"] button`)?.focus();
  });
  $("dialog").addEventListener("click", (event) => { if (event.target === $("dialog")) $("dialog").close(); });
}

/** Heading, fields, words. */
function eventView(event) {
  const told = [
    ["who", listed(event.actors, actorView)], ["where", placeView(event.location ?? {})], ["when", whenView(event)],
    ["toll", listed(event.casualties, tollView)], ["source", event.attribution ? [arabic(event.attribution.name)] : []],
    ["status", [say(event.status), event.background ? ` · ${say("background")}` : "", ` · ${say("confidence")} `, bdi(event.confidence.toFixed(2))]],
    ["article", articleLine(event)],
  ].filter(([, value]) => value.length);
  return [
    element("h2", { id: "event-title" }, element("span", { class: "dot", style: `--type:${page.colours[event.event_type]}` }), " ",
      say(event.event_type), " · ", say(event.sub_event_type)),
    element("dl", { class: "ne-fields" }, ...told.flatMap(([name, value]) => [element("dt", {}, say(name)), element("dd", {}, ...value)])),
    ...wordsView(event),
    why(event),
  ];
}

const comma = () => (page.lang === "ar" ? "، " : ", ");
const listed = (items, view) => (items ?? []).flatMap((item, i) => [i ? element("br") : "", ...view(item)]);

/** A name in the reader's language, and the article's own where that differs. */
function both(fields) {
  const name = nameOf(fields);
  if (!name || name === fields.name || !fields.name) return name ? [arabic(name)] : [];
  return [bdi(name), " ", element("span", { class: "soft" }, arabic(fields.name))];
}

const actorView = (actor) => [...both(actor), element("span", { class: "soft" }, ` (${say(actor.role)})`)];

function placeView(place) {
  const parts = [both(place), ...[place.admin1, place.country].filter(Boolean).map((name) => [bdi(name)])];
  const { relation } = place;
  if (relation) parts.push([bdi(say("near", relation.distance_km ?? "–", relation.bearing ?? "–", relation.anchor ?? "–"))]);
  if (place.geo_precision) parts.push([element("span", { class: "soft" }, say(`precision_${place.geo_precision}`))]);
  return parts.filter((part) => part.length).flatMap((part, i) => [i ? comma() : "", ...part]);
}

function whenView({ date }) {
  const precise = date?.start && date.precision !== "day" ? ` (${say(date.precision)})` : "";
  return [bdi(daysOf(date), { dir: "ltr" }), precise, date?.text ? " " : "", date?.text ? element("span", { class: "soft" }, arabic(date.text)) : ""];
}

function tollView(row) {
  const within = (row.of_whom ?? []).map((part) => `${say(part.group)} ${part.count ?? ""}`.trim()).join(comma());
  return [say(row.kind), " ", element("b", {}, bdi(figureOf(row))), row.victims ? " (" : "", row.victims ? arabic(row.victims) : "", row.victims ? ")" : "",
    within ? `${comma()}${say("of_whom")} ${within}` : ""];
}

function articleLine(event) {
  const title = page.articles[event.doc_id]?.title ?? event.title;
  const name = title ? arabic(title) : event.doc_id ? bdi(event.doc_id) : null;
  const link = /^https?:/i.test(event.source_url ?? "")
    ? element("a", { href: event.source_url, rel: "noopener noreferrer", target: "_blank" }, bdi(event.source_url, { dir: "ltr" })) : null;
  return [name, event.publisher ? arabic(event.publisher) : null, event.published ? bdi(event.published) : null, link]
    .filter(Boolean).flatMap((part, i) => [i ? " · " : "", part]);
}

/** The article with the event's words marked; else its sentence; else the words alone. */
function wordsView(event) {
  const text = page.articles[event.doc_id]?.text;
  const marks = (event.evidence ?? []).filter((entry) => entry.text);
  if (text) {
    const body = element("div", { class: "ne-text", dir: "rtl", lang: "ar" });
    body.append(...marked(text, marks.filter((entry) => entry.span)));
    return [element("h3", {}, say("article")), key(marks), body];
  }
  if (!marks.length) return [element("p", { class: "quiet" }, say("no_words"))];
  const quote = element("blockquote", { dir: "rtl", lang: "ar" });
  const seen = new Set();
  for (const entry of marks) {
    if (seen.has(entry.text)) continue;
    quote.append(seen.size ? " … " : "", mark(entry.text.replace(/\s+/g, " "), entry));
    seen.add(entry.text);
  }
  const sentence = event.sentence ? [element("p", { dir: "rtl", lang: "ar" }, event.sentence)] : [];
  return [element("h3", {}, say("evidence")), key(marks), ...sentence, quote, element("p", { class: "quiet" }, say("no_article"))];
}

const kindOf = (slot) => (slot.startsWith("actors") ? "actor" : slot.split(".")[0]);

/** What the colours mean. */
function key(marks) {
  const slots = new Map(marks.map((entry) => [kindOf(entry.slot), entry.slot]));
  const label = (kind, slot) => (kind === "casualties" ? say("toll") : kind === "actor" ? say("who") : say(slot));
  return element("ul", { class: "ne-key" }, ...[...slots].map(([kind, slot]) =>
    element("li", {}, element("span", { class: `ne-${kind}` }), label(kind, slot))));
}

/** The text cut at every end of a mark; offsets count code points, as records do. */
function marked(text, entries) {
  const points = Array.from(text);
  const inside = entries.filter(({ span: [start, end] }) => start >= 0 && start < end && end <= points.length);
  const bounds = [...new Set([0, points.length, ...inside.flatMap((entry) => entry.span)])].sort((a, b) => a - b);
  const rank = (entry) => page.order.indexOf(kindOf(entry.slot)) * 1e6 + entry.span[1] - entry.span[0];
  const pieces = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const [start, end] = [bounds[i], bounds[i + 1]];
    const owner = inside.filter(({ span }) => span[0] <= start && end <= span[1]).sort((a, b) => rank(a) - rank(b))[0];
    const words = points.slice(start, end).join("");
    if (pieces.length && pieces.at(-1).owner === owner) pieces.at(-1).words += words;
    else pieces.push({ owner, words });
  }
  return pieces.map(({ owner, words }) => (owner ? mark(words, owner) : words));
}

function mark(words, entry) {
  const reason = `${say(entry.slot)} ← ${entry.rule ?? "–"}`;
  return element("mark", { class: `ne-${kindOf(entry.slot)}`, tabindex: "0", "data-why": reason, "aria-description": reason }, words);
}

/** Every value's words and the row that decided. */
function why(event) {
  if (!event.evidence?.length) return null;
  const head = ["slot", "words", "rule"].map((name) => element("th", { scope: "col" }, say(name)));
  const rows = event.evidence.map((entry) => element("tr", {}, element("td", {}, say(entry.slot)),
    element("td", {}, arabic(entry.text ?? "")), element("td", {}, bdi(entry.rule ?? "–", { dir: "ltr" }))));
  return element("details", {}, element("summary", {}, say("why")),
    element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)));
}
