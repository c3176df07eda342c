// build/index.html -> dist/app.html: the content security policy gets the hashes of the script and
// the style, and the page the hash of the sources it was made from.
// `--check` says whether dist/app.html was made from the sources as they are now.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const product = join(root, 'dist', 'app.html');
const SIZE_MAX = 400_000;
const PACKED_MAX = 130_000;

// What the page is made from; tests are no part of it.
function sources() {
  const within = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? within(path) : [path];
    });
  const single = ['index.html', 'package.json', 'package-lock.json', 'vite.config.ts'];
  return [
    ...single.map((name) => join(root, name)),
    ...within(join(root, 'src')).filter((path) => !path.includes('.test.')),
    join(root, 'tools', 'seal.mjs'),
  ].sort();
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of sources()) {
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${relative(root, path).replaceAll('\\', '/')}\n${text.length}\n${text}`);
  }
  return hash.digest('hex');
}

const hashesOf = (page, element) =>
  [...page.matchAll(element)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`,
  );

function seal() {
  let page = readFileSync(join(root, 'build', 'index.html'), 'utf8').replace(/ crossorigin/g, '');
  const scripts = hashesOf(page, /<script type="module">([\s\S]*?)<\/script>/g);
  const styles = hashesOf(page, /<style[^>]*>([\s\S]*?)<\/style>/g);
  if (scripts.length !== 1 || styles.length !== 1) {
    throw new Error(`one script and one style expected: ${scripts.length}, ${styles.length}`);
  }
  const policy =
    `default-src 'none'; script-src ${scripts[0]}; style-src ${styles[0]}; ` +
    `img-src data: blob:; connect-src [[entente:connect]]; base-uri 'none'; form-action 'none'`;
  page = page
    .replace('%policy%', () => policy)
    .replace('<title>', () => `<meta name="sources" content="${hashOfSources()}">\n<title>`);
  const packed = gzipSync(page, { level: 9 }).length;
  console.log(`app.html: ${page.length} bytes, ${packed} compressed`);
  if (page.length > SIZE_MAX || packed > PACKED_MAX) {
    throw new Error(`the page may have ${SIZE_MAX} bytes, ${PACKED_MAX} compressed`);
  }
  mkdirSync(dirname(product), { recursive: true });
  writeFileSync(product, page.endsWith('\n') ? page : `${page}\n`);
}

function check() {
  const made = /<meta name="sources" content="([0-9a-f]+)">/.exec(readFileSync(product, 'utf8'));
  if (made?.[1] === hashOfSources()) return;
  console.error('web/dist/app.html was made from other sources; run ./dev web and commit it');
  process.exit(1);
}

if (process.argv.includes('--check')) check();
else seal();
