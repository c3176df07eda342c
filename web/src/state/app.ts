// The state of the page and what follows from it. Only `address` is set; everything else is
// computed from it and from the report.
import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Contested, Report } from '../data/report';
import { isServable, tiesOfAll } from '../data/whole';
import { campsOf, edgesOf, measuredCamps, weightOf, type Camps } from '../model/camps';
import { isFiltered, selectEvents, type Filter } from '../model/filter';
import { frustrationOf } from '../model/frustration';
import { makeIndex, pairKey, type Index } from '../model/index';
import { addUpTies, byStrength, measuredTies, type TieNow } from '../model/ties';
import { edited } from '../model/what_if';
import { printAddress, readAddress, START, type Address } from './address';

export interface WhatIf {
  ties: TieNow[]; // as turned
  camps: Camps; // of these, with the moved actors where they were moved to
  best: Camps; // the least frustration that these ties allow
  before: Camps;
}

interface Whole {
  filter: Filter | null;
  ties: TieNow[];
}

export interface App {
  index: Index;
  address: Signal<Address>;
  brush: Signal<{ from: number; to: number } | null>; // a time window while it is dragged
  hovered: Signal<{ actor?: number; tie?: number } | null>;
  message: Signal<string>; // for the status line, read out by screen readers
  dialog: Signal<'' | 'keys' | 'about'>;
  mask: ReadonlySignal<Uint8Array>;
  isWhole: ReadonlySignal<boolean>; // ties and camps count all events that the server has
  ties: ReadonlySignal<TieNow[]>; // of the selected events, strongest first
  tieAt: ReadonlySignal<Map<number, TieNow>>; // by index in the report
  camps: ReadonlySignal<Camps>;
  contested: ReadonlySignal<Contested[]>; // measured of all events: none under a filter
  whatIf: ReadonlySignal<WhatIf | null>;
  shownTies: ReadonlySignal<TieNow[]>; // with the what-if's changes
  shownCamps: ReadonlySignal<Camps>;
  actors: ReadonlySignal<number[]>; // chosen
  tie: ReadonlySignal<number>; // chosen, -1 for none
  go: (patch: Partial<Address>, how?: 'push' | 'replace') => void;
  setFilter: (patch: Partial<Filter>, how?: 'push' | 'replace') => void;
  link: (patch: Partial<Address>) => string;
}

function chosenTie(index: Index, text: string): number {
  const [a, b] = text.split('~').map((node) => index.actorOf.get(node) ?? -1);
  if (a < 0 || !(b >= 0)) return -1;
  return index.tieBetween.get(pairKey(index.report.actors.length, a, b)) ?? -1;
}

function whatIfOf(app: Pick<App, 'index'>, ties: TieNow[], before: Camps, address: Address) {
  if (!address.turned.length && !address.moved.length) return null;
  const turned = edited(app.index, ties, address.turned);
  const best = campsOf(app.index, turned, before.camp);
  const camp = Int8Array.from(address.turned.length ? best.camp : before.camp);
  for (const node of address.moved) {
    const actor = app.index.actorOf.get(node);
    if (actor !== undefined && camp[actor]) camp[actor] = 3 - camp[actor];
  }
  const edges = edgesOf(turned);
  const side = Array.from(camp, (number) => (number === 2 ? -1 : 1));
  const frustration = frustrationOf(edges, side);
  return {
    ties: turned,
    best,
    before,
    camps: { ...best, camp, frustration, weight: weightOf(edges) },
  };
}

// What the server added up of all its events, and for which filter; asked for where it sent the
// latest alone.
function followWhole(index: Index, filter: ReadonlySignal<Filter>): Signal<Whole> {
  const whole = signal<Whole>({ filter: null, ties: [] });
  effect(() => {
    const wanted = filter.value;
    if (!index.report.kept || !isFiltered(wanted) || !isServable(wanted)) return;
    tiesOfAll(index, wanted).then(
      (ties) => {
        if (filter.peek() === wanted) whole.value = { filter: wanted, ties };
      },
      () => {}, // the page's own sums stay, and the note above the view says so
    );
  });
  return whole;
}

export function makeApp(report: Report): App {
  const index = makeIndex(report);
  const address = signal(readAddress(location.hash));
  // Each field of the filter apart, so that choosing an actor recomputes nothing.
  const filter = computed(() => JSON.stringify(address.value.filter));
  const asFilter = computed(() => JSON.parse(filter.value) as Filter);
  const mask = computed(() => selectEvents(index, asFilter.value));
  const whole = followWhole(index, asFilter);
  const ties = computed(() => {
    if (!isFiltered(asFilter.value)) return measuredTies(index).sort(byStrength);
    const { filter: of, ties: all } = whole.value;
    return (of === asFilter.value ? all : addUpTies(index, mask.value)).sort(byStrength);
  });
  const measured = measuredCamps(index);
  const camps = computed(() =>
    isFiltered(asFilter.value) ? campsOf(index, ties.value, measured.camp) : measured,
  );
  const edits = computed(() => JSON.stringify([address.value.turned, address.value.moved]));
  const whatIf = computed(() => {
    const [turned, moved] = JSON.parse(edits.value) as [string[], string[]];
    return whatIfOf({ index }, ties.value, camps.value, { ...START, turned, moved });
  });
  const link = (patch: Partial<Address>) => printAddress({ ...address.value, ...patch });
  const go = (patch: Partial<Address>, how: 'push' | 'replace' = 'push') => {
    const next = { ...address.value, ...patch };
    const text = printAddress(next);
    if (text === printAddress(address.value) && location.hash) return;
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', text);
    address.value = next;
  };
  const shownTies = computed(() => whatIf.value?.ties ?? ties.value);
  const follow = () => batch(() => (address.value = readAddress(location.hash)));
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  return {
    index,
    address,
    brush: signal(null),
    hovered: signal(null),
    message: signal(''),
    dialog: signal(''),
    mask,
    isWhole: computed(() => !isFiltered(asFilter.value) || whole.value.filter === asFilter.value),
    ties,
    tieAt: computed(() => new Map(shownTies.value.map((tie) => [tie.index, tie]))),
    camps,
    contested: computed(() => (isFiltered(asFilter.value) ? [] : report.contested)),
    whatIf,
    shownTies,
    shownCamps: computed(() => whatIf.value?.camps ?? camps.value),
    actors: computed(() => address.value.actors.flatMap((node) => index.actorOf.get(node) ?? [])),
    tie: computed(() => chosenTie(index, address.value.tie)),
    go,
    setFilter: (patch, how) => go({ filter: { ...address.value.filter, ...patch } }, how),
    link,
  };
}

export const AppContext = createContext<App>(null as unknown as App);
export const useApp = (): App => useContext(AppContext);

// The theme of the address goes onto the page, where the style sheet looks for it.
export function applyTheme(app: App): void {
  effect(() => {
    document.documentElement.dataset.theme = app.address.value.theme;
  });
}
