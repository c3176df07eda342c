// What a reader does, and what must hold while they do it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const VIEWS = 'network map timeline camps tensions positions matrix outlets search actor tie'.split(
  ' ',
);

const hashOf = (page) => page.evaluate(() => location.hash);
const textOf = (page, selector) => page.locator(selector).first().innerText();
const countText = (page) => textOf(page, '.filter-count');

async function download(page, name) {
  await page.getByRole('button', { name: 'Export' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path()) };
}

// The strongest tie, as "A~B".
function strongest({ ties, actors }) {
  const tie = [...ties].sort((p, q) => q.strength - p.strength)[0];
  return `${actors[tie.a].node}~${actors[tie.b].node}`;
}

export const TESTS = {
  async 'opens from a file and draws the network'({ open }) {
    const { page, report } = await open();
    assert.equal(await page.title(), report.title);
    assert.equal(await textOf(page, 'h1'), report.title);
    await page.waitForSelector('canvas.sigma-edges');
    assert.match(await hashOf(page), /^#\/network/);
  },

  async 'packed data open as plain ones do'({ open }) {
    const { page } = await open({ how: 'packed', hash: '#/matrix' });
    const rows = await page.locator('table.ties tbody tr').count();
    assert.ok(rows > 20, `${rows} rows`);
  },

  async 'a filter drives every view and the address'({ open }) {
    const { page, report } = await open({ hash: '#/matrix' });
    const before = await page.locator('table.ties tbody tr').count();
    await page.getByLabel('outlet').selectOption('Neva Dispatch');
    const own = report.events.filter((event) => event.said[0] === 'Neva Dispatch').length;
    assert.match(await countText(page), new RegExp(`^${own} of ${report.events.length} events`));
    assert.match(await hashOf(page), /outlet=Neva\+Dispatch/);
    assert.ok((await page.locator('table.ties tbody tr').count()) <= before);
    await page.getByRole('button', { name: 'hostile', exact: true }).click();
    assert.match(await hashOf(page), /sign=hostile/);
    const relations = await page.locator('table.ties tbody .relation').allInnerTexts();
    assert.ok(
      relations.every((text) => !text.includes('friends')),
      relations.join(),
    );
    await page.getByRole('button', { name: 'Clear filters' }).click();
    assert.equal(await countText(page), `${report.events.length} events`);
  },

  async 'back and forward go through what was chosen'({ open, sample }) {
    const tie = strongest(sample());
    const { page } = await open({ hash: '#/matrix' });
    await page.keyboard.press('n');
    assert.ok(decodeURIComponent(await hashOf(page)).includes(`tie=${tie}`));
    await page.keyboard.press('2');
    assert.match(await hashOf(page), /^#\/map/);
    await page.goBack();
    assert.match(await hashOf(page), /^#\/matrix\?tie=/);
    await page.goBack();
    assert.equal(await hashOf(page), '#/matrix');
    await page.goForward();
    assert.match(await hashOf(page), /tie=/);
    assert.ok((await page.locator('.panel .event').count()) > 0);
  },

  async 'an address restores the page, and keeps what it does not know'({ open, sample }) {
    const tie = strongest(sample());
    const hash = `#/timeline?from=2015-03&to=2015-09&status=happened&tie=${tie}&later=1`;
    const { page } = await open({ hash });
    assert.equal(await hashOf(page), hash);
    assert.match(await textOf(page, '.time-text output'), /Mar 2015 – Sep 2015/);
    assert.equal(await page.getByLabel('status').inputValue(), 'happened');
    assert.match(await textOf(page, '.panel h2'), / and /);
    await page.keyboard.press('1');
    assert.match(await hashOf(page), /later=1/);
    await page.waitForSelector('canvas.sigma-edges');
    const strict = await page.evaluate(() => globalThis.entente.drawing().focus?.strict.size);
    assert.equal(strict, 2);
  },

  async 'the keyboard reaches everything'({ open }) {
    const { page } = await open();
    await page.keyboard.press('?');
    assert.ok(await page.locator('dialog').isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').count(), 0);
    for (let key = 1; key <= 9; key++) {
      await page.keyboard.press(String(key));
      assert.ok((await hashOf(page)).startsWith(`#/${VIEWS[key - 1]}`));
    }
    await page.keyboard.press('/');
    await page.keyboard.type('sanctions');
    assert.match(await hashOf(page), /q=sanctions/);
    assert.ok((await page.locator('.view .event').count()) > 0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.doesNotMatch(await hashOf(page), /q=/);
    await page.keyboard.press('1');
    await page.keyboard.press(']');
    assert.match(await hashOf(page), /from=2015-01&to=2015-01/);
    await page.keyboard.press(']');
    assert.match(await hashOf(page), /from=2015-02&to=2015-02/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.keyboard.press('e');
    assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('event')));
  },

  async 'arrow keys walk through the drawing, and what they reach is announced'({ open }) {
    const { page, report } = await open();
    await page.waitForSelector('canvas.sigma-edges');
    await page.waitForTimeout(400);
    const said = () => textOf(page, '#walk-here');
    const names = report.actors.map((actor) => actor.name);
    const here = async () => names.indexOf(/^(.+?), (camp \d|neither camp)/.exec(await said())[1]);
    await page.keyboard.press('Tab');
    await page.locator('.canvas').focus();
    const heaviest = Math.max(...report.actors.map((actor) => actor.weight));
    assert.equal(report.actors[await here()].weight, heaviest);
    const seen = new Set([await here()]);
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowLeft']) {
      const before = await here();
      await page.keyboard.press(key);
      const now = await here();
      seen.add(now);
      const focus = await page.evaluate(() => [...globalThis.entente.drawing().focus.strict]);
      assert.deepEqual(focus, [now]);
      const tied = report.ties.find(
        ({ a, b }) => (a === now && b === before) || (a === before && b === now),
      );
      if (tied) assert.ok((await said()).includes(`${names[before]} and it: ${tied.relation}`));
    }
    assert.ok(seen.size > 2, `${seen.size} actors`);
    await page.keyboard.press('Enter');
    const { node } = report.actors[await here()];
    assert.ok((await hashOf(page)).includes(`actor=${encodeURIComponent(node)}`));
    await page.keyboard.press('Escape');
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains('canvas')));
  },

  async 'what is chosen stands out in the drawing, and what is not fades'({ open }) {
    const { page } = await open();
    await page.waitForSelector('canvas.sigma-edges');
    await page.waitForTimeout(400);
    const focus = () => page.evaluate(() => globalThis.entente.drawing().focus?.strict.size ?? 0);
    assert.equal(await focus(), 0);
    await page.keyboard.press('n');
    assert.equal(await focus(), 2);
    await page.keyboard.press('Escape');
    assert.equal(await focus(), 0);
  },

  async 'a phone shows the open view and hides most filters behind a button'({ open }) {
    const viewport = { width: 390, height: 844 };
    const { page } = await open({ viewport, hash: '#/search?status=happened' });
    const tab = await page.locator('.views [aria-current]').boundingBox();
    assert.ok(tab.x >= 0 && tab.x + tab.width <= 390, `Search from ${tab.x}`);
    assert.ok(!(await page.getByLabel('outlet').isVisible()));
    await page.getByRole('button', { name: 'More filters (1 set)' }).click();
    assert.ok(await page.getByLabel('outlet').isVisible());
  },

  async 'a tie leads to its sentences with everything about them'({ open, sample }) {
    const { page, report } = await open({ hash: `#/tie?tie=${strongest(sample())}` });
    const card = page.locator('.event').first();
    for (const part of ['source', 'deed', 'target']) {
      assert.ok((await card.locator(`blockquote .${part}`).count()) > 0, part);
    }
    const text = await card.innerText();
    assert.match(text, /rule .* · confidence 0\.\d\d|confidence 1\.00/);
    assert.ok(report.articles.some((article) => text.includes(article.title)));
    assert.ok(report.articles.some((article) => text.includes(article.outlet)));
  },

  async 'clicking a circle chooses an actor, Ctrl+click a second'({ open }) {
    const { page, report } = await open();
    await page.waitForSelector('canvas.sigma-mouse');
    await page.waitForTimeout(400);
    const at = (i) =>
      page.evaluate((actor) => window.entente.drawing()?.onScreen(actor) ?? null, i);
    const box = await page.locator('canvas.sigma-mouse').boundingBox();
    const order = report.actors
      .map((_, i) => i)
      .sort((p, q) => report.actors[q].weight - report.actors[p].weight);
    const click = async (i, modifiers) => {
      const { x, y } = await at(i);
      await page.mouse.move(box.x + x, box.y + y);
      await page.waitForTimeout(120);
      if (modifiers) await page.keyboard.down('Control');
      await page.mouse.click(box.x + x, box.y + y);
      if (modifiers) await page.keyboard.up('Control');
      await page.waitForTimeout(400);
    };
    await click(order[0]);
    assert.ok(
      (await hashOf(page)).includes(`actor=${encodeURIComponent(report.actors[order[0]].node)}`),
    );
    await click(order[1], true);
    assert.equal((await hashOf(page)).match(/actor=/g)?.length, 2);
  },

  async 'dragging over the months filters, and the drawing follows'({ open }) {
    const { page } = await open();
    await page.waitForSelector('canvas.sigma-edges');
    const box = await page.locator('svg.strip').boundingBox();
    const y = box.y + 20;
    await page.mouse.move(box.x + box.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.45, y, { steps: 4 });
    assert.doesNotMatch(await hashOf(page), /from=/);
    const during = await page.evaluate(() => globalThis.entente.app.brush.value);
    assert.ok(during.to > during.from);
    await page.mouse.up();
    assert.match(await hashOf(page), /from=2015-\d\d&to=2015-\d\d|from=2015-\d\d&to=2016-\d\d/);
    assert.match(await countText(page), / of /);
    await page.keyboard.press('Escape');
    assert.doesNotMatch(await hashOf(page), /from=/);
  },

  async 'on paper the evidence follows'({ open }) {
    const { page } = await open();
    await page.emulateMedia({ media: 'print' });
    await page.waitForSelector('.appendix .event');
    assert.ok(await page.locator('.picture').first().isVisible());
    assert.ok(!(await page.locator('.filter-row').isVisible()));
    for (const view of ['map', 'timeline', 'matrix', 'camps']) {
      await page.evaluate((name) => (location.hash = `/${name}`), view);
      await page.waitForSelector(`.view-${view}`);
      await page.setViewportSize({ width: 690, height: 1000 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${view} on paper is ${over} pixels too wide`);
    }
  },

  async 'what if: a turned tie and a moved actor change the balance'({ open, sample }) {
    const { page } = await open({ hash: `#/network?tie=${strongest(sample())}` });
    const row = page.locator('.what-if-row');
    const now = await row.locator('button:disabled').innerText();
    await row.getByRole('button', { name: now === 'friends' ? 'enemies' : 'friends' }).click();
    assert.match(await textOf(page, '.what-if'), /1 tie turned\. Frustration [\d.]+ → [\d.]+/);
    assert.match(await hashOf(page), /turn=/);
    await page.getByRole('button', { name: 'Back to what was reported' }).click();
    assert.equal(await page.locator('.what-if').count(), 0);
  },

  async 'exports hold what is on the screen'({ open }) {
    const { page } = await open({ hash: '#/matrix?sign=hostile' });
    const rows = await page.locator('table.ties tbody tr').count();
    const csv = (await download(page, 'CSV')).text.toString();
    assert.equal(csv.trim().split('\r\n').length, rows + 1);
    assert.match(csv, /^a,b,a_name,b_name,relation,/);
    const json = JSON.parse((await download(page, 'JSON')).text.toString());
    assert.equal(json.rows.length, rows);
    assert.match((await download(page, 'SVG')).text.toString(), /^<svg/);
    const gexf = (await download(page, 'GEXF')).text.toString();
    assert.ok(gexf.includes('kind="hostile"') && !gexf.includes('kind="friendly"'));
    assert.match((await download(page, 'Evidence')).text.toString(), /^# /);
    await page.keyboard.press('1');
    await page.waitForSelector('canvas.sigma-edges');
    await page.waitForTimeout(300);
    const png = (await download(page, 'PNG')).text;
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.ok(png.length > 8000, `${png.length} bytes`);
  },

  async 'a hostile article stays text'({ open, sample }) {
    const report = sample();
    const evil =
      '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1"> ' +
      '[[entente:data]] \u2028 {{7*7}} javascript:alert(1)';
    for (const event of report.events) {
      event.parts = [
        [evil, 1],
        [evil, 2],
        [evil, 3],
        [evil, 0],
      ];
      event.said = [evil, evil];
      event.rule = event.issue = event.source = event.target = evil;
    }
    for (const article of report.articles) {
      Object.assign(article, { title: evil, outlet: evil, url: 'javascript:window.hacked=1' });
    }
    for (const actor of report.actors) actor.name = evil;
    report.title = evil;
    const { page } = await open({ report, hash: '#/search' });
    for (const view of VIEWS) {
      await page.evaluate((name) => (location.hash = `/${name}?actor=USA`), view);
      await page.waitForSelector(`.view-${view}`);
    }
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('#app img, #app script, a[href^="javascript"]').count(), 0);
    assert.ok((await textOf(page, 'h1')).includes('<script>window.hacked'));
  },

  async 'no data: the page says what to do'({ open, sample }) {
    const report = { ...sample(), actors: [], ties: [], events: [], articles: [], tensions: [] };
    report.finding = [];
    const { page } = await open({ report });
    assert.match(await textOf(page, '.empty'), /entente report --read/);
  },

  async 'every view at two sizes: nothing overflows'({ open, output }) {
    const sizes = [
      ['wide', { width: 1440, height: 900 }, 'light'],
      ['phone', { width: 390, height: 844 }, 'dark'],
    ];
    for (const [size, viewport, colorScheme] of sizes) {
      const { page, report } = await open({ viewport, colorScheme, hash: '#/network' });
      const chosen = `actor=${report.actors[0].node}`;
      for (const view of VIEWS) {
        const query = view === 'actor' ? chosen : view === 'tie' ? `tie=${strongest(report)}` : '';
        await page.evaluate((hash) => (location.hash = hash), `/${view}?${query}`);
        await page.waitForSelector(`.view-${view}`);
        if (view === 'network') await page.waitForTimeout(500);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${view} at ${size} is ${over} pixels too wide`);
        await page.screenshot({ path: join(output, `${view}_${size}.png`) });
      }
    }
  },
};
