// The page as `entente serve` serves it, in Debian's headless Chromium: examples and their
// progress, views by address, and rows that are the same in the page's exports and in the
// server's answers.
// node browser/served.mjs [TEST]; the program is build/release/entente, or $ENTENTE.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const output = join(root, 'web', 'build', 'browser');
const program = process.env.ENTENTE ?? join(root, 'build', 'release', 'entente');
mkdirSync(output, { recursive: true });

const servers = [];

// A server on a free port; it says where.
async function serve(...words) {
  const folder = join(output, 'served');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = spawn(program, ['serve', '--port', '0', ...words], { cwd: folder });
  servers.push(server);
  let said = '';
  const address = await new Promise((found, failed) => {
    server.stderr.on('data', (bytes) => {
      said += bytes;
      const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (match) found(match[0]);
    });
    server.on('exit', (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  // The pages go first: one that still asks for the progress of a server that has ended would
  // report a failure of its own.
  const stop = async () => {
    for (const context of browser.contexts()) await context.close();
    await new Promise((ended) => {
      server.removeAllListeners('exit');
      server.on('exit', ended);
      server.kill('SIGINT');
    });
  };
  return { address, folder, stop };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

async function open(address, faults, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    const { origin } = new URL(address);
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      faults.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector('.view, .empty, .failure');
  return page;
}

const hashOf = (page) => page.evaluate(() => location.hash);
const textOf = (page, selector) => page.locator(selector).first().innerText();
const shownWhole = (page) => page.waitForFunction(() => globalThis.entente?.app);
const json = async (address) => (await fetch(address)).json();

// Until the page has something to show.
async function filled(page) {
  await page.waitForSelector('.view');
  await shownWhole(page);
}

async function exported(page, name) {
  await page.getByRole('button', { name: 'Export' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

const dossier = (name) => join(root, 'examples', name);

// The same rows in whatever order; the page adds up weights of four decimals.
function assertSame(served, shown, where) {
  const words = (row) => JSON.stringify(Object.values(row).filter((v) => typeof v === 'string'));
  const sorted = (rows) => rows.toSorted((p, q) => (words(p) < words(q) ? -1 : 1));
  assert.equal(served.length, shown.length, `rows of ${where}`);
  const pairs = sorted(shown).map((row, n) => [row, sorted(served)[n]]);
  for (const [expected, row] of pairs) {
    assert.deepEqual(Object.keys(row), Object.keys(expected), where);
    for (const [field, value] of Object.entries(expected)) {
      const near = typeof value === 'number' && Math.abs(row[field] - value) < 0.004;
      if (!near) assert.equal(row[field], value, `${field} of ${where}: ${JSON.stringify(row)}`);
    }
  }
}

// Events of made-up actors, four a day, as a table that the program takes over.
function manyEvents(count) {
  const actors = 'USA RUS CHN FRA DEU GBR POL UKR TUR IRN'.split(' ');
  const rows = ['from,to,type,date'];
  for (let n = 0; n < count; n++) {
    const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(n / 4))).toISOString().slice(0, 10);
    const [from, to] = [actors[n % 10], actors[(n + 1 + (n % 7)) % 10]];
    if (from !== to) rows.push(`${from},${to},${n % 3 ? 'SUPPORT' : 'ACCUSE'},${day}`);
  }
  return `${rows.join('\n')}\n`;
}

const TESTS = {
  async 'without data the examples are offered, read, and shown'({ faults }) {
    const { address, stop } = await serve();
    const page = await open(address, faults);
    assert.match(await textOf(page, '.empty'), /Look at an example/);
    assert.equal(await page.locator('.empty li a').count(), 5);
    await page.screenshot({ path: join(output, 'served_empty.png') });
    await page.getByRole('link', { name: /^Suez/ }).click();
    await filled(page);
    assert.match(await textOf(page, 'h1'), /^Suez, July to December 1956/);
    assert.match(page.url(), /\?example=suez_1956#\/network/);
    await page.waitForSelector('canvas.sigma-edges');
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(output, 'served_example.png') });
    await page.goBack();
    await page.waitForSelector('.empty');
    await stop();
  },

  async 'articles are read while the page is shown'({ faults }) {
    const { address, stop } = await serve(join(root, 'examples'));
    const page = await open(address, faults);
    // It fills by itself, and offers what has come since.
    await filled(page);
    const more = page.getByRole('button', { name: 'Show what is new' });
    let agreed = 0; // looks in a row at which nothing was missing
    for (let look = 0; look < 90 && agreed < 3; look++) {
      await page.waitForTimeout(1000);
      if (await more.count()) await more.click();
      const { reading } = await json(`${address}api/progress.json`);
      const all = (await json(`${address}api/report.json`)).articles.length;
      const shown = await page.evaluate(
        () => globalThis.entente?.app?.index.report.articles.length,
      );
      agreed = !reading && shown === all ? agreed + 1 : 0;
    }
    assert.equal(agreed, 3, 'the page came to show all that was read');
    await stop();
  },

  async 'a store that comes later is shown'({ faults }) {
    const { address, folder, stop } = await serve();
    const page = await open(address, faults);
    await page.waitForSelector('.empty');
    const reader = spawn(program, ['read', dossier('sahel_2023')], { cwd: folder });
    await new Promise((ended) => reader.on('exit', ended));
    await filled(page);
    assert.ok((await page.evaluate(() => globalThis.entente.app.index.report.events.length)) > 20);
    await stop();
  },

  async 'every view has an address of its own'({ faults }) {
    const { address, stop } = await serve(dossier('suez_1956'));
    await open(address, faults).then(filled);
    const page = await open(
      `${address}matrix?from=1956-10&sign=hostile&outlet=The%20Evening%20Chronicle`,
      faults,
    );
    await filled(page);
    assert.match(await hashOf(page), /^#\/matrix\?from=1956-10&/);
    assert.equal(await page.getByLabel('outlet').inputValue(), 'The Evening Chronicle');
    const tie = await open(`${address}tie?tie=EGY~GBR`, faults);
    await filled(tie);
    assert.match(await textOf(tie, '.view h2'), /Egypt/);
    assert.ok((await tie.locator('.event').count()) > 0);
    await tie.screenshot({ path: join(output, 'served_tie.png') });
    await stop();
  },

  async 'what the server answers is what the page shows'({ faults }) {
    for (const name of ['central_asia_2021', 'gulf_rift_2017', 'suez_1956']) {
      const { address, stop } = await serve(dossier(name));
      const page = await open(address, faults);
      await filled(page);
      while ((await json(`${address}api/progress.json`)).reading) await page.waitForTimeout(100);
      const { articles, actors, ties } = await json(`${address}api/report.json`);
      await page.reload();
      await filled(page);
      const [outlet] = articles.map((article) => article.outlet).filter(Boolean);
      const month = articles[2].published.slice(0, 7);
      const tie = `${actors[ties[0].a].node}~${actors[ties[0].b].node}`;
      const filters = ['', 'sign=hostile', `to=${month}`, `outlet=${encodeURIComponent(outlet)}`];
      const chosen = { actor: `actor=${actors[0].node}`, tie: `tie=${tie}` };
      for (const view of [
        ...['network', 'matrix', 'timeline', 'tensions', 'positions', 'outlets', 'search'],
        ...['camps', 'actor', 'tie'],
      ]) {
        for (const filter of filters) {
          const query = [chosen[view], filter].filter(Boolean).join('&');
          await page.evaluate((hash) => (location.hash = hash), `/${view}?${query}`);
          await page.waitForSelector(`.view-${view}`);
          const shown = JSON.parse(await exported(page, 'JSON')).rows;
          const served = (await json(`${address}${view}.json?${query}`)).rows;
          assertSame(served, shown, `${name} ${view}?${query}`);
        }
      }
      await page.context().close(); // a page that is open goes on asking
      await stop();
    }
  },

  async 'of a large store filtered ties are those of all events, and the page says so'({ faults }) {
    const table = join(output, 'many.csv');
    const store = join(output, 'many.db');
    writeFileSync(table, manyEvents(26_000));
    rmSync(store, { force: true });
    const columns = 'source=from,target=to,type=type,date=date';
    spawnSync(program, ['import', table, '--store', store, '--columns', columns]);
    const { address, stop } = await serve(store);
    const page = await open(address, faults);
    await filled(page);
    const { kept } = await json(`${address}api/report.json`);
    assert.equal(kept.events, 3000);
    assert.match(await textOf(page, '.kept'), /^Ties and camps count all 2\d,\d{3} events/);
    for (const filter of ['from=2001-02&to=2001-05', 'sign=hostile', 'from=2016-01']) {
      await page.evaluate((hash) => (location.hash = hash), `/network?${filter}`);
      await page.waitForFunction(() => globalThis.entente.app.isWhole.value);
      const shown = JSON.parse(await exported(page, 'JSON')).rows;
      const { rows } = await json(`${address}network.json?${filter}`);
      assertSame(rows, shown, filter);
    }
    await page.evaluate(() => (location.hash = '/network?confidence=0.1'));
    await page.waitForFunction(() => !globalThis.entente.app.isWhole.value);
    assert.match(await textOf(page, '.kept'), /^This filter counts the 3,000 latest of 2\d,\d{3}/);
    await page.evaluate(() => (location.hash = '/timeline'));
    const months = (await json(`${address}timeline.json`)).rows;
    assert.deepEqual(JSON.parse(await exported(page, 'JSON')).rows, months);
    await stop();
  },

  async 'what if and permalinks work on the served page'({ faults }) {
    const { address, stop } = await serve(dossier('gulf_rift_2017'));
    const page = await open(address, faults);
    await filled(page);
    await page.evaluate(() => (location.hash = '/network?tie=QAT~SAU'));
    const row = page.locator('.what-if-row');
    const now = await row.locator('button:disabled').innerText();
    await row.getByRole('button', { name: now === 'friends' ? 'enemies' : 'friends' }).click();
    assert.match(await textOf(page, '.what-if'), /1 tie turned/);
    const link = page.url();
    const again = await open(link, faults);
    await filled(again);
    assert.match(await textOf(again, '.what-if'), /1 tie turned/);
    await again.locator('canvas.sigma-edges').waitFor();
    await stop();
  },

  async 'no other site can read or frame it'({ faults }) {
    const { address, stop } = await serve(dossier('suez_1956'));
    const context = await browser.newContext();
    const page = await context.newPage();
    // Another origin: the same server under its other name.
    await page.goto(address.replace('127.0.0.1', 'localhost'));
    const tried = await page.evaluate(async (other) => {
      const read = await fetch(`${other}api/report.json`).then(
        (answer) => answer.text(),
        () => 'refused',
      );
      const frame = document.createElement('iframe');
      frame.src = other;
      document.body.append(frame);
      await new Promise((done) => setTimeout(done, 500));
      let framed = '';
      try {
        framed = frame.contentDocument?.title ?? '';
      } catch {
        framed = '';
      }
      return { read, framed };
    }, address);
    assert.deepEqual(tried, { read: 'refused', framed: '' });
    await stop();
    faults.length = 0; // the browser reports what it refused
  },
};

let failed = 0;
const wanted = process.argv[2] ?? '';
const names = Object.keys(TESTS).filter((name) => name.includes(wanted));
for (const name of names) {
  const faults = [];
  try {
    await TESTS[name]({ faults });
    if (faults.length) throw new Error(faults.join('\n'));
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
  for (const context of browser.contexts()) await context.close();
  for (const server of servers) server.kill();
}
await browser.close();
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
