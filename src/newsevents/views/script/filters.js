// The filters: what is asked for, which events fit, and the figures over those.

const filters = { types: new Set(), query: "", country: "", status: "", since: "", until: "", background: false };

/** Whether an event is among those asked for. */
function fits(event) {
  const { start, end } = event.date ?? {};
  return filters.types.has(event.event_type)
    && (filters.background || !event.background)
    && (!filters.country || event.location?.country === filters.country)
    && (!filters.status || event.status === filters.status)
    && (!filters.since || (start && (end ?? start) >= filters.since))
    && (!filters.until || (start && start <= filters.until))
    && (!filters.query || fold(filters.query).split(/\s+/).every((word) => searchable(event).includes(word)));
}

/** Build the form. */
function buildFilters() {
  const types = Object.keys(page.colours).filter((type) => page.counts.types[type]);
  types.forEach((type) => filters.types.add(type));
  const form = $("filters");
  form.append(
    element("fieldset", {}, element("legend", {}, say("event")), ...types.map(chip)),
    element("div", { class: "row" },
      field("search", input("search", "query", { placeholder: say("search_hint") }), "wide"),
      choice("country", page.counts.countries), choice("status", page.counts.statuses),
      field("since", input("date", "since")), field("until", input("date", "until")),
      page.counts.background ? tick() : null,
      element("button", { type: "reset" }, say("reset"))),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(readForm));
  form.addEventListener("change", readForm);
  let waiting;
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(readForm, 120);
  });
}

/** A type of event, which is also the key to its colour. */
function chip(type) {
  return element("label", { class: "chip" },
    element("input", { type: "checkbox", name: "type", value: type, checked: true }),
    element("span", { class: "dot", style: `--type:${page.colours[type]}` }), say(type), " ",
    element("span", { class: "count" }, number(page.counts.types[type])));
}

const input = (type, name, more = {}) => element("input", { type, name, ...more });
const field = (name, control, style) => element("label", { class: style }, say(name), control);

/** A list of values to choose one from; none where there is nothing to choose. */
function choice(name, counts) {
  const values = Object.keys(counts).sort();
  if (values.length < 2) return null;
  const options = values.map((value) => element("option", { value }, `${say(value)} (${number(counts[value])})`));
  return field(name, element("select", { name }, element("option", { value: "" }, say("any")), ...options));
}

const tick = () => element("label", { class: "tick" }, input("checkbox", "background"), say("with_background"));

/** Take what the form says, and show the events that fit. */
function readForm() {
  const form = new FormData($("filters"));
  filters.types = new Set(form.getAll("type"));
  for (const name of ["query", "country", "status", "since", "until"]) filters[name] = (form.get(name) ?? "").trim();
  filters.background = form.has("background");
  show();
}

/** How many events there are of each type, country and status. */
function counted(events) {
  const counts = { types: {}, countries: {}, statuses: {}, background: 0 };
  const add = (table, key) => { if (key) table[key] = (table[key] ?? 0) + 1; };
  for (const event of events) {
    add(counts.types, event.event_type);
    add(counts.countries, event.location?.country);
    add(counts.statuses, event.status);
    counts.background += event.background ? 1 : 0;
  }
  return counts;
}

/** The headline figures over the events shown. */
function showFigures(rows) {
  const deaths = rows.filter((row) => row.best !== null);
  const sum = (name) => deaths.reduce((total, row) => total + row[name], 0);
  const wounded = page.shown.map((event) => toll(event, "wounded")).filter((sum) => sum !== null);
  const places = new Set(page.shown.map(({ location: at }) => at?.gazetteer_id ?? at?.name).filter(Boolean));
  const articles = new Set(page.shown.map((event) => event.doc_id));
  const days = rows.map((row) => row.date).filter(Boolean).sort();
  const told = [
    ["events", number(rows.length), days.length ? phrase("from_to", days[0], days.at(-1)) : []],
    ["killed", deaths.length ? number(sum("best")) : "–", deaths.length ? phrase("between", number(sum("low")), number(sum("high"))) : [say("no_killed")]],
    ["wounded", wounded.length ? number(wounded.reduce((a, b) => a + b)) : "–", []],
    ["places", number(places.size), []],
    ["articles", number(articles.size), []],
  ];
  $("figures").replaceChildren(...told.map(([name, value, note]) => element("div", {},
    element("dt", {}, say(name)), element("dd", {}, bdi(value), note.length ? element("small", {}, ...note) : null))));
}
