// One HTML file with script and style inside; tools/seal.mjs then adds hashes.
import { readFileSync } from 'node:fs';
import { quantize } from 'topojson-client';
import { viteSingleFile } from 'vite-plugin-singlefile';

const ATLAS = 'world-atlas/countries-110m.json';

// The map at a seventh of a degree, without what the page does not draw: less than half the bytes.
const smallAtlas = {
  name: 'small-atlas',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === ATLAS ? '\0small-atlas' : null),
  load(id: string) {
    if (id !== '\0small-atlas') return null;
    const path = new URL(`node_modules/${ATLAS}`, import.meta.url);
    const atlas = JSON.parse(readFileSync(path, 'utf8'));
    delete atlas.objects.land;
    const raw = topologyWithoutGrid(atlas);
    const small = quantize(raw, 2400) as unknown as { arcs: number[][][] };
    const packed = { ...small, arcs: small.arcs.map(packedArc).join(' ') };
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(packed))});`;
  },
};

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// Differences as digits of five bits each, the lowest first, a sixth bit on all but the last;
// src/map/world.ts reads them. Points that fall together on the coarser grid are dropped.
function packedArc(arc: number[][]): string {
  const digits = (value: number): string => {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    let text = '';
    for (; rest >= 32; rest = Math.floor(rest / 32)) text += DIGITS[(rest % 32) + 32];
    return text + DIGITS[rest];
  };
  const kept = arc.filter(([dx, dy], n) => n === 0 || dx !== 0 || dy !== 0);
  if (kept.length < 2) kept.push([0, 0]);
  return kept.map(([dx, dy]) => digits(dx) + digits(dy)).join('');
}

// Arcs in degrees, as `quantize` wants them.
function topologyWithoutGrid({ transform, ...atlas }: never) {
  const { scale, translate } = transform as { scale: number[]; translate: number[] };
  const arcs = (atlas as { arcs: number[][][] }).arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...(atlas as object), arcs } as never;
}

export default {
  base: './',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    target: 'es2022',
    outDir: 'build',
    modulePreload: false,
    chunkSizeWarningLimit: 500,
    minify: 'esbuild',
  },
  plugins: [smallAtlas, viteSingleFile({ removeViteModuleLoader: true })],
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 },
};
