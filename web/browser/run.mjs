// Drives the page in Debian's headless Chromium, from file://, without a network. Screenshots of
// every view at two sizes are left in build/browser/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { filledPage } from '../tools/fill.mjs';
import { makeReport } from '../tools/make_report.mjs';
import { TESTS } from './tests.mjs';

const output = join(dirname(fileURLToPath(import.meta.url)), '..', 'build', 'browser');
mkdirSync(output, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-gpu-rasterization',
  ],
});

const sample = () => makeReport(24, 60, 300, 18);

// The page has drawn what was done to it, however slow the machine is.
const drawn = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

// Keys return when the page has drawn what they changed, so that tests may look at once.
function waitAfterKeys(page) {
  for (const how of ['press', 'type']) {
    const act = page.keyboard[how].bind(page.keyboard);
    page.keyboard[how] = async (...keys) => {
      await act(...keys);
      await drawn(page);
    };
  }
}

// A fresh page on a report; anything that it asks of the outside, or that breaks, fails the test.
async function openPage({ report = sample(), hash = '', how = '', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  waitAfterKeys(page);
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`asked for ${request.url()}`);
  });
  const path = join(output, 'page.html');
  writeFileSync(path, filledPage(report, how));
  await page.goto(pathToFileURL(path).href + hash);
  await page.waitForSelector('.view, .empty, .failure');
  return { page, report, faults, close: () => context.close() };
}

let failed = 0;
const wanted = process.argv[2] ?? '';
const names = Object.keys(TESTS).filter((name) => name.includes(wanted));
for (const name of names) {
  const opened = [];
  const open = async (settings) => {
    opened.push(await openPage(settings));
    return opened.at(-1);
  };
  try {
    await TESTS[name]({ open, sample, output });
    const faults = opened.flatMap((page) => page.faults);
    if (faults.length) throw new Error(faults.join('\n'));
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
  for (const page of opened) await page.close();
}
await browser.close();
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
