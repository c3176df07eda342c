// Fills the page with data, as src/views/report_page.cpp does: for tests and measurements without
// the program. fill.mjs DATA.json PAGE.html [plain|packed]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const template = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'app.html');
const PLAIN_MAX = 300_000;

export function safeInScript(json) {
  const escaped = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return json
    .replace(/[<>&]/g, (sign) => escaped[sign])
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// As columns, which pack better than rows.
function columnsOf(events) {
  const columns = {};
  for (const field of Object.keys(events[0] ?? {})) {
    columns[field] = events.map((event) => event[field]);
  }
  return columns;
}

function dataElement(report, how) {
  const json = safeInScript(JSON.stringify(report));
  const packed = how ? how === 'packed' : Buffer.byteLength(json) > PLAIN_MAX;
  if (!packed) return `<script type="application/json" id="data">${json}</script>`;
  const columns = JSON.stringify({ ...report, events: columnsOf(report.events) });
  const text = deflateSync(safeInScript(columns), { level: 9 }).toString('base64');
  return `<script type="application/zlib;base64" id="data">${text}</script>`;
}

export function filledPage(report, how = '') {
  const data = dataElement(report, how);
  const parts = { title: escapeHtml(report.title), connect: "'none'", summary: '', data };
  return readFileSync(template, 'utf8').replace(
    /\[\[entente:([a-z]+)\]\]/g,
    (_, name) => parts[name] ?? '',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [data, page, how] = process.argv.slice(2);
  writeFileSync(page, filledPage(JSON.parse(readFileSync(data, 'utf8')), how));
}
