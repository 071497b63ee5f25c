// Put it all together: unpack, build, show; charts come after the table can be used.

function show() {
  page.shown = page.events.filter(fits);
  page.rows = page.shown.map(chartRow);
  showFigures(page.rows);
  $("shown").textContent = page.rows.length ? say("shown", number(page.rows.length), number(page.events.length)) : say("nothing");
  showTable();
  showCharts(page.rows);
}

function buildTheme() {
  $("theme").addEventListener("click", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
  });
}

/** Open the event that the address names. */
function openNamed() {
  const name = decodeURIComponent(location.hash.slice(1));
  const index = name ? page.shown.findIndex((event) => event.event_id === name) : -1;
  if (index >= 0) open(index);
}

/** Vega comes after this script, so that the table need not wait for it. */
async function vegaLoaded() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
  await new Promise((done) => setTimeout(done));
}

async function start() {
  Object.assign(page, await unpack());
  page.counts = counted(page.events);
  buildTheme();
  buildFilters();
  buildTable();
  buildDialog();
  buildMapControls();
  readForm();
  performance.mark("interactive");
  await vegaLoaded();
  await buildCharts(page.rows);
  openNamed();
  performance.mark("drawn");
  document.documentElement.dataset.ready = "true";
}

start().catch((error) => {
  const old = typeof DecompressionStream === "undefined";
  $("failure").hidden = false;
  $("failure").textContent = old ? "This browser is too old for this page; any browser of 2023 or later will do." : `This page could not be shown: ${error.message}`;
  throw error;
});
