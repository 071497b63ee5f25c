// The table: rows are made when they are asked for, so that ten thousand events cost no more than fifty.

const PAGE = 50;
const PRINTED = 500;
const order = { column: "date", down: true };
const COLUMNS = {
  event: { value: (e) => say(e.sub_event_type), cell: eventCell, style: "what" },
  date: { value: (e) => e.date?.start ?? "", cell: (e) => [bdi(daysOf(e.date), { dir: "ltr", class: "nowrap" })] },
  where: { value: (e) => nameOf(e.location), cell: placeCell },
  who: { value: (e) => nameOf(e.actors?.[0]), cell: actorsCell },
  killed: { value: (e) => e.fatalities?.best ?? e.fatalities?.low ?? -1, cell: killedCell, style: "figure" },
  wounded: { value: (e) => toll(e, "wounded") ?? -1, cell: (e) => [toll(e, "wounded") ?? ""], style: "figure" },
};

/** The table's frame. */
function buildTable() {
  const heads = Object.entries(COLUMNS).map(([name, { style }]) => element("th", { scope: "col", class: style, id: `column-${name}` },
    element("button", { type: "button", onclick: () => sortBy(name) }, say(name))));
  $("table").append(
    element("h2", {}, say("table")),
    element("div", { class: "tablebox" }, element("table", { class: "list" },
      element("caption", { class: "quiet" }, say("table_hint")),
      element("thead", {}, element("tr", {}, ...heads)), element("tbody", { id: "rows" }))),
    element("p", { class: "more" }, element("button", { type: "button", id: "more", onclick: () => addRows(PAGE) })));
  $("rows").addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (row && !getSelection().toString()) open(Number(row.dataset.index));
  });
  addEventListener("beforeprint", () => addRows(PRINTED - $("rows").children.length));
}

/** Sort by a column; by the same one again the other way round. */
function sortBy(column) {
  order.down = order.column === column ? !order.down : ["killed", "wounded", "date"].includes(column);
  order.column = column;
  showTable();
}

/** The events shown in the order asked for, the first page of them as rows. */
function showTable() {
  const { value } = COLUMNS[order.column];
  const keyed = page.shown.map((event) => [value(event), event]);
  const compare = typeof keyed[0]?.[0] === "number" ? (a, b) => a - b : collator.compare;
  keyed.sort(([a], [b]) => (order.down ? compare(b, a) : compare(a, b)));
  page.shown = keyed.map(([, event]) => event);
  for (const name of Object.keys(COLUMNS)) {
    const sorted = name === order.column ? (order.down ? "descending" : "ascending") : "none";
    $(`column-${name}`).setAttribute("aria-sort", sorted);
  }
  $("rows").replaceChildren();
  addRows(PAGE);
}
const collator = { compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) };

/** The next rows. */
function addRows(many) {
  const from = $("rows").children.length;
  $("rows").append(...page.shown.slice(from, from + Math.max(many, 0)).map((event, i) => rowOf(event, from + i)));
  const left = page.shown.length - $("rows").children.length;
  $("more").hidden = left <= 0;
  $("more").textContent = say("more", number(Math.min(left, PAGE)));
}

/** One row. */
function rowOf(event, index) {
  const cells = Object.entries(COLUMNS).map(([name, { cell, style }]) =>
    element("td", { class: style, "data-label": say(name) }, ...cell(event)));
  return element("tr", { "data-index": index }, ...cells);
}

function eventCell(event) {
  const marks = [event.status === "asserted" ? null : event.status, event.background ? "background" : null].filter(Boolean);
  const dot = element("span", { class: "dot", style: `--type:${page.colours[event.event_type]}` });
  return [element("button", { type: "button", "aria-haspopup": "dialog" }, dot, " ", say(event.sub_event_type)),
    ...marks.flatMap((name) => [" ", element("span", { class: "badge" }, say(name))])];
}

function placeCell(event) {
  const place = event.location ?? {};
  const around = [place.admin1, place.country].filter(Boolean).join(", ");
  return [arabic(nameOf(place)), " ", element("span", { class: "soft" }, bdi(around))];
}

function actorsCell(event) {
  const names = [...new Set((event.actors ?? []).map(nameOf))];
  return names.flatMap((name, i) => [i ? " · " : "", bdi(name)]);
}

function killedCell(event) {
  const { best, low, high } = event.fatalities ?? {};
  if (low === undefined && best === undefined) return [""];
  const open = low !== best || high !== best;
  return [best === undefined ? null : bdi(String(best)), open ? element("span", { class: "soft" }, " ", bdi(`${low ?? "?"}–${high ?? "?"}`, { dir: "ltr" })) : null];
}
