// The charts, drawn by Vega; the page hands it the events that fit, and the part of the world to show.

const NAMES = ["map", "timeline", "tolls", "by_place"];
const views = {};
const MOST_ELEMENTS = 1500; // as elements of the page, which print sharply; beyond that, as a picture
const HOME = [[-15, 5], [58, 38]];
const map = { centre: [20, 25], scale: 400 };

/** One flat row an event, as rows.py has it. */
function chartRow(event) {
  const { low = null, high = null, best = low } = event.fatalities ?? {};
  const place = event.location ?? {};
  return {
    date: event.date?.start ?? null, type: event.event_type, label: say(event.event_type), place: nameOf(place) || null,
    lat: place.lat ?? null, lon: place.lon ?? null, precision: place.geo_precision ?? 1,
    events: 1, best, low: low ?? best, high: high ?? best,
  };
}

// What the events of one mark have in common, by chart: Vega is given sums over these, which are few.
const TOGETHER = {
  map: ["place", "lat", "lon", "precision", "label"], timeline: ["date", "label"], tolls: ["date"], by_place: ["place"],
};

/** The rows added up by what they have in common; a sum of nothing but unknown figures is unknown. */
function grouped(rows, keys) {
  const groups = new Map();
  for (const row of rows) {
    const name = keys.map((key) => row[key]).join("\t");
    const sum = groups.get(name);
    if (!sum) groups.set(name, { ...row });
    else for (const figure of ["events", "low", "best", "high"]) if (row[figure] !== null) sum[figure] = (sum[figure] ?? 0) + row[figure];
  }
  return [...groups.values()];
}

/** Draw them all, once. Expressions are interpreted, so that the page may forbid making code out of text. */
async function buildCharts(rows) {
  for (const name of NAMES) {
    const spec = { ...page.charts[name], width: "container", datasets: { events: grouped(rows, TOGETHER[name]), outlines: page.outlines } };
    if (name === "map") Object.assign(spec, { ...mapSize(), params: mapParams(rows), autosize: { type: "none" }, padding: 0 });
    else Object.assign(spec, { height: name === "by_place" ? 260 : 190, autosize: { type: "fit", contains: "padding" } });
    spec.config = { ...spec.config, aria: false };
    const renderer = spec.datasets.events.length > MOST_ELEMENTS ? "canvas" : "svg";
    const made = await vegaEmbed($(`chart-${name}`), spec, { ast: true, actions: false, renderer });
    views[name] = made.view;
    await new Promise((done) => setTimeout(done));
  }
  addEventListener("resize", () => fitMap(page.rows));
}

/** The map's centre and scale as it is first drawn. */
function mapParams(rows) {
  fitMap(rows);
  return [{ name: "map_centre", value: map.centre }, { name: "map_scale", value: map.scale }];
}

const mapSize = () => ({ width: $("chart-map").clientWidth, height: $("chart-map").clientHeight });

/** Give the charts the events that fit. */
function showCharts(rows) {
  describe(rows);
  for (const name of NAMES) if (views[name]) views[name].data("events", grouped(rows, TOGETHER[name])).runAsync();
  if (views.map) fitMap(rows);
}

const rad = (degrees) => (degrees * Math.PI) / 180;
const mercator = (lat) => Math.asinh(Math.tan(rad(lat)));
const latitude = (height) => (Math.atan(Math.sinh(height)) * 180) / Math.PI;

/** Show the part of the world that holds all points: extent.py's reckoning, for the page's own width. */
function fitMap(rows) {
  const found = rows.filter((row) => row.lat !== null && row.lon !== null).map((row) => [row.lon, row.lat]);
  const points = found.length ? found : HOME;
  const span = (values) => values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [Infinity, -Infinity]);
  const [west, east] = span(points.map(([lon]) => lon));
  const [south, north] = span(points.map(([, lat]) => mercator(lat)));
  const { width, height } = mapSize();
  views.map?.width(width).height(height);
  const across = Math.max(rad(east - west), rad(3)) * 1.25;
  map.centre = [(west + east) / 2, latitude((south + north) / 2)];
  map.scale = Math.min(width / Math.min(across, 2 * Math.PI), height / (Math.max(north - south, rad(3)) * 1.25));
  moveMap();
}

const moveMap = () => views.map?.signal("map_centre", map.centre).signal("map_scale", map.scale).runAsync();

function zoomMap(factor) {
  map.scale = Math.min(Math.max(map.scale * factor, 60), 60000);
  moveMap();
}

/** Move by so many pixels. */
function panMap(right, down) {
  const [lon, lat] = map.centre;
  const height = mercator(lat) - down / map.scale;
  map.centre = [lon + (right / map.scale) * (180 / Math.PI), latitude(Math.min(Math.max(height, -3), 3))];
  moveMap();
}

/** Buttons, arrow keys and dragging. */
function buildMapControls() {
  const keys = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  const chart = $("chart-map");
  $("zoom_in").addEventListener("click", () => zoomMap(1.6));
  $("zoom_out").addEventListener("click", () => zoomMap(1 / 1.6));
  $("fit").addEventListener("click", () => fitMap(page.rows));
  chart.addEventListener("keydown", (event) => {
    if (keys[event.key]) panMap(...keys[event.key]);
    else if (event.key === "+" || event.key === "=") zoomMap(1.6);
    else if (event.key === "-") zoomMap(1 / 1.6);
    else return;
    event.preventDefault();
  });
  chart.addEventListener("pointermove", (event) => {
    if (event.buttons === 1 && event.pointerType === "mouse") panMap(-event.movementX, -event.movementY);
  });
}

/** What the charts show, in words. */
function describe(rows) {
  const by = (key, value) => {
    const sums = new Map();
    for (const row of rows) if (row[key] && row[value]) sums.set(row[key], (sums.get(row[key]) ?? 0) + row[value]);
    return [...sums].sort((a, b) => b[1] - a[1]);
  };
  const days = rows.map((row) => row.date).filter(Boolean).sort();
  const places = by("place", "best").slice(0, 5).map(([name, sum]) => `${name} ${sum}`).join(", ") || say("unknown");
  const sum = (name) => number(rows.reduce((total, row) => total + (row[name] ?? 0), 0));
  const told = {
    map: say("map_alt", number(rows.length), number(new Set(rows.map((row) => row.place)).size), places),
    timeline: say("timeline_alt", number(rows.length), days[0] ?? "–", days.at(-1) ?? "–"),
    tolls: say("tolls_alt", sum("best"), say("between", sum("low"), sum("high"))),
    by_place: say("by_place_alt", places),
  };
  for (const name of NAMES) $(`chart-${name}`).setAttribute("aria-label", told[name]);
  $("chart-map").setAttribute("aria-description", say("map_keys"));
  const nowhere = rows.filter((row) => row.lat === null).length;
  const undated = rows.filter((row) => !row.date).length;
  $("note-map").textContent = nowhere ? say("not_on_map", number(nowhere)) : "";
  $("note-timeline").textContent = undated ? say("no_date", number(undated)) : "";
}
