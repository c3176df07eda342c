// Everything on the screen, to take away.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type App, useApp } from '../state/app';
import { printAddress } from '../state/address';
import { bundle } from './bundle';
import { gexf } from './gexf';
import { png, standaloneSvg, svgOnScreen } from './pictures';
import { csv, viewRows } from './tables';

function save(app: App, ending: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const link = document.createElement('a');
  const name = app.index.report.title.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');
  link.href = URL.createObjectURL(blob);
  link.download = `${(name || 'entente').toLowerCase()}_${app.address.value.view}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  app.message.value = `Saved ${link.download}.`;
  setTimeout(() => (app.message.value = ''), 4000);
}

function json(app: App): string {
  const { address, index, shownCamps } = app;
  const { frustration, weight } = shownCamps.value;
  const document = {
    title: index.report.title,
    view: address.value.view,
    address: printAddress(address.value),
    balance: { frustration, weight },
    rows: viewRows(app),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const NO_PICTURE = 'This view has no picture; its CSV has everything.';

const FORMATS: [string, string, (app: App) => void | Promise<void>][] = [
  ['CSV', 'rows of this view', (app) => save(app, 'csv', csv(viewRows(app)), 'text/csv')],
  ['JSON', 'rows of this view', (app) => save(app, 'json', json(app), 'application/json')],
  [
    'PNG',
    'picture of this view',
    async (app) => {
      const blob = await png();
      if (blob) save(app, 'png', blob, 'image/png');
      else app.message.value = NO_PICTURE;
    },
  ],
  [
    'SVG',
    'picture of this view',
    (app) => {
      const svg = svgOnScreen();
      if (svg) save(app, 'svg', standaloneSvg(svg), 'image/svg+xml');
      else app.message.value = NO_PICTURE;
    },
  ],
  ['GEXF', 'network for Gephi', (app) => save(app, 'gexf', gexf(app), 'application/xml')],
  [
    'Evidence',
    'numbered sentences, Markdown',
    (app) => save(app, 'md', bundle(app), 'text/markdown'),
  ],
];

export function ExportMenu() {
  const app = useApp();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, [open]);
  return (
    <div
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-haspopup="menu"
        onClick={() => setOpen(!open)}
      >
        Export
      </button>
      {open && (
        <ul role="menu">
          {FORMATS.map(([name, what, run]) => (
            <li key={name} role="none">
              <button
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  void run(app);
                }}
              >
                <b>{name}</b> {what}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
