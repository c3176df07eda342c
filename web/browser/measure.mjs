// How long the page takes: the first drawing of a report with 1,000 actors, 10,000 ties and 20,000
// sentences, and a step of the time brush on 10,000 actors and 100,000 ties. Main-thread time is
// the thread's own CPU, as Chromium counts it. A graphics card draws 100,000 ties beside it; here
// the processor plays its part (SwiftShader) and takes seconds a frame, so that on the large
// network the calls that draw are left out: all that comes before them is counted, the handing
// over of the calls themselves is not. node browser/measure.mjs [step]
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { filledPage } from '../tools/fill.mjs';
import { makeReport } from '../tools/make_report.mjs';

const output = join(dirname(fileURLToPath(import.meta.url)), '..', 'build', 'browser');
mkdirSync(output, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

const system = await browser.newBrowserCDPSession();

// Seconds of CPU that all pages have taken, whatever else the machine was doing.
const cpu = async () => {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter((process) => process.type === 'renderer')
    .reduce((sum, process) => sum + process.cpuTime, 0);
};

async function open(name, report, draws = true) {
  const path = join(output, `${name}.html`);
  writeFileSync(path, filledPage(report, 'packed'));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  if (!draws) {
    await page.addInitScript(() => {
      globalThis.drawCalls = 0;
      for (const Context of [WebGLRenderingContext, WebGL2RenderingContext]) {
        for (const call of ['drawArrays', 'drawElements', 'drawArraysInstanced']) {
          if (call in Context.prototype) Context.prototype[call] = () => globalThis.drawCalls++;
        }
      }
      const instanced = WebGLRenderingContext.prototype.getExtension;
      WebGLRenderingContext.prototype.getExtension = function (name) {
        const found = instanced.call(this, name);
        if (found && name === 'ANGLE_instanced_arrays')
          found.drawArraysInstancedANGLE = () => globalThis.drawCalls++;
        return found;
      };
    });
  }
  page.setDefaultTimeout(300_000);
  await page.goto(pathToFileURL(path).href, { timeout: 300_000 });
  await page.waitForFunction(() => globalThis.entente?.drawing()?.sigma);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, 1000 * value]));
  };
  return { page, session, busy, bytes: statSync(path).size };
}

async function measureDrawing() {
  const large = await open('large', makeReport(1000, 10_000, 20_000));
  const first = await large.page.evaluate(() => globalThis.entente.firstDrawing);
  console.log(`report of 1,000 actors, 10,000 ties, 20,000 sentences: ${large.bytes} bytes`);
  console.log(`first drawing ${Math.round(first)} ms after the start, by the clock`);
  console.log(`its renderer has taken ${(await cpu()).toFixed(2)} s of CPU until then`);
  await large.page.close();
}

if (process.argv[2] !== 'step') await measureDrawing();

const huge = await open('huge', makeReport(10_000, 100_000, 100_000), false);
const STEPS = 60;
const brush = (steps) =>
  huge.page.evaluate(async (count) => {
    const { app } = globalThis.entente;
    const { first: from, last } = app.index;
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (let n = 0; n < count; n++) {
      const at = from + (n % (last - from - 11));
      app.brush.value = { from: at, to: at + 11 };
      await frame();
    }
  }, steps);
await brush(3); // the first step uploads the sums
await huge.session.send('HeapProfiler.collectGarbage'); // what loading left behind
const before = await huge.busy();
await brush(STEPS);
const after = await huge.busy();
const each = (name) => ((after[name] - before[name]) / STEPS).toFixed(1);
const calls = await huge.page.evaluate(() => globalThis.drawCalls);
if (calls < STEPS) throw new Error(`only ${calls} drawings for ${STEPS} steps`);
console.log(
  `brush step on 10,000 actors and 100,000 ties: ${each('TaskDuration')} ms of main thread, of ` +
    `which script ${each('ScriptDuration')}, layout ${each('LayoutDuration')}, styles ` +
    `${each('RecalcStyleDuration')}`,
);
await browser.close();
