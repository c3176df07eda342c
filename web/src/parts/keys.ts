// The keyboard. Keys do nothing while the reader types into a field, but for Escape.
import { isFiltered, NO_FILTER } from '../model/filter';
import type { App } from '../state/app';
import { VIEWS } from '../state/address';
import { chooseTie, NOTHING } from './names';
import { stepWindow } from './time_strip';

export const KEYS: [string, string][] = [
  ['1 – 9', 'views: network, map, timeline, camps, tensions, positions, matrix, outlets, search'],
  ['/', 'search sentences and actors'],
  ['Esc', 'close, then clear the choice, then the filters'],
  ['f', 'fit the drawing'],
  ['[ ]', 'step back or forward in time'],
  ['t', 'play the months'],
  ['n p', 'next and previous tie'],
  [
    '← → ↑ ↓',
    'in the drawing: to a neighbour; Enter opens it, Shift + Enter the tie that led there',
  ],
  ['e', 'go to the evidence'],
  ['Ctrl + click', 'choose several actors'],
  ['?', 'these keys'],
];

let playing = 0;

export function stopPlaying(): void {
  clearInterval(playing);
  playing = 0;
}

export function play(app: App): void {
  if (playing) return stopPlaying();
  const { first, last } = app.index;
  if (first < 0 || first === last) return;
  const { from, to } = app.address.value.filter;
  const whole = from === null && to === null;
  if (whole || (to ?? last) >= last) app.setFilter({ from: first, to: first }, 'replace');
  playing = window.setInterval(() => {
    const now = app.address.value.filter;
    const next = (now.to ?? last) + 1;
    if (next > last) return stopPlaying();
    app.setFilter({ from: (now.from ?? first) + 1, to: next }, 'replace');
  }, 700);
}

function nextTie(app: App, step: number): void {
  const ties = app.shownTies.value.filter((tie) => tie.index >= 0);
  if (!ties.length) return;
  const at = ties.findIndex((tie) => tie.index === app.tie.value);
  const next = at < 0 ? (step > 0 ? 0 : ties.length - 1) : (at + step + ties.length) % ties.length;
  chooseTie(app, ties[next]);
}

function escape(app: App): void {
  const { actors, tie, tension, article, filter, query } = app.address.value;
  stopPlaying();
  if (app.dialog.value) app.dialog.value = '';
  else if (actors.length || tie || tension || article) {
    const inPanel = document.activeElement?.closest('.panel');
    app.go({ ...NOTHING });
    const back = document.querySelector<HTMLElement>('.canvas') ?? document.getElementById('view');
    if (inPanel) back?.focus();
  } else if (query) app.go({ query: '' });
  else if (isFiltered(filter)) app.go({ filter: NO_FILTER });
}

const ACTIONS: Record<string, (app: App) => void> = {
  '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
  f: () => void dispatchEvent(new Event('entente:fit')),
  '[': (app) => stepWindow(app, -1),
  ']': (app) => stepWindow(app, 1),
  t: play,
  n: (app) => nextTie(app, 1),
  p: (app) => nextTie(app, -1),
  e: () => {
    const panel = document.querySelector<HTMLElement>('#panel');
    const card = panel?.querySelector<HTMLElement>('.event') ?? panel;
    card?.setAttribute('tabindex', '-1');
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  },
  '?': (app) => void (app.dialog.value = app.dialog.value === 'keys' ? '' : 'keys'),
};

export function listenToKeys(app: App): void {
  addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.id !== 'search-off';
    if (event.key === 'Escape') {
      if (typing) target.blur();
      return escape(app);
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const number = Number(event.key);
    if (number >= 1 && number <= VIEWS.length) return app.go({ view: VIEWS[number - 1] });
    const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : null;
    if (!action) return;
    event.preventDefault();
    action(app);
  });
}
