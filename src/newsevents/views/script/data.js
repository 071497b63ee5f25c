// The payload, and small things everything else is made of.

const $ = (id) => document.getElementById(id);
const page = {};

/** Unpack the payload: gzip in base64. */
async function unpack() {
  const packed = atob($("data").textContent);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** A phrase of the interface with its values in place; a value without a phrase stands for itself. */
function say(name, ...values) {
  const phrase = page.words[name] ?? String(name).replaceAll("_", " ");
  return phrase.replace(/\{(\d)\}/g, (_, n) => (page.lang === "ar" ? `\u2068${values[n]}\u2069` : values[n]));
}

/** The same as nodes, so that no value is broken at the end of a line. */
function phrase(name, ...values) {
  return page.words[name].split(/(\{\d\})/).map((part) =>
    (/^\{\d\}$/.test(part) ? bdi(values[part[1]], { class: "nowrap" }) : part));
}

/** An element; text inside is text, never markup. */
function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...inside.filter((part) => part !== null && part !== undefined && part !== ""));
  return made;
}

const bdi = (text, attributes = {}) => element("bdi", attributes, text);
const arabic = (text) => bdi(text, { lang: "ar" });
const number = (value) => value.toLocaleString("en");

/** A name in the reader's language, else as the article writes it. */
const nameOf = (fields) => fields?.[`canonical_${page.lang}`] || fields?.name || "";

/** "3", "2 to 5", "at least 3", "about 20" … as words.py has it. */
function figureOf({ low, best, high, vague }) {
  const none = (value) => value === null || value === undefined;
  if (low === best && best === high) return none(best) ? say("unknown") : String(best);
  if (!none(low) && !none(high)) return none(best) ? `${low}–${high}` : `${best} (${low}–${high})`;
  if (none(best)) return none(low) ? say("figure_up_to", high) : say("figure_at_least", low);
  if (vague) return say("figure_vague", best);
  if (none(low) && none(high)) return say("figure_about", best);
  return say(none(high) ? "figure_at_least" : "figure_up_to", best);
}

/** Days as the record has them. */
function daysOf(date) {
  if (!date?.start) return say("unknown");
  return date.start === date.end || !date.end ? date.start : `${date.start} – ${date.end}`;
}

/** What searching compares: letters without the differences that newspapers do not keep. */
function fold(text) {
  return text.toLowerCase().replace(/[\u064b-\u0652\u0640]/g, "").replace(/[أإآٱ]/g, "ا").replaceAll("ة", "ه").replaceAll("ى", "ي");
}

/** The words an event can be found by, computed when first asked for. */
function searchable(event) {
  event.folded ??= fold([
    event.title, event.sentence, event.publisher, event.event_id, say(event.sub_event_type), event.sub_event_type,
    ...Object.values(event.location ?? {}).flat(), ...(event.actors ?? []).flatMap((a) => [a.name, a.canonical_ar, a.canonical_en]),
    ...(event.evidence ?? []).map((e) => e.text), event.attribution?.name,
  ].filter((part) => typeof part === "string").join(" "));
  return event.folded;
}

/** The killed or wounded of an event, added up; null where nothing is said. */
function toll(event, kind) {
  const rows = (event.casualties ?? []).filter((row) => row.kind === kind && Number.isInteger(row.best));
  return rows.length ? rows.reduce((sum, row) => sum + row.best, 0) : null;
}
