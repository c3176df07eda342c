// The fragment of the address is the whole state of the page: `#/map?from=2021-05&actor=UZB`.
// What this version does not know stays in it (`rest`), and addresses without a view, such as
// `#tie=RUS~USA`, open the network.
import { isoMonth, monthOf } from '../model/dates';
import { NO_FILTER, type Filter } from '../model/filter';

export const VIEWS = [
  'network',
  'map',
  'timeline',
  'camps',
  'tensions',
  'positions',
  'matrix',
  'outlets',
  'search',
] as const;
export const PAGES = [...VIEWS, 'actor', 'tie'] as const;
export type View = (typeof PAGES)[number];

export interface Address {
  view: View;
  filter: Filter;
  actors: string[]; // nodes, the one chosen first in front
  tie: string; // "RUS~USA"
  tension: string; // "UZB~USA~RUS"
  article: string;
  query: string;
  turned: string[]; // what-if: "RUS~USA~1", the sign that the tie gets
  moved: string[]; // what-if: nodes of actors that change camp
  theme: '' | 'light' | 'dark';
  sort: string; // column of a table, "-" before it for descending
  against: string; // the outlet that another is compared with
  rest: [string, string][];
}

export const START: Address = {
  view: 'network',
  filter: NO_FILTER,
  actors: [],
  tie: '',
  tension: '',
  article: '',
  query: '',
  turned: [],
  moved: [],
  theme: '',
  sort: '',
  against: '',
  rest: [],
};

const month = (text: string): number | null => (/^\d{4}-\d{2}/.test(text) ? monthOf(text) : null);

// How each parameter changes an address.
const READERS: Record<string, (address: Address, value: string) => void> = {
  from: (a, value) => (a.filter.from = month(value)),
  to: (a, value) => (a.filter.to = month(value)),
  sign: (a, value) => (a.filter.sign = value === 'friendly' || value === 'hostile' ? value : ''),
  outlet: (a, value) => (a.filter.outlet = value),
  speaker: (a, value) => (a.filter.speaker = value),
  issue: (a, value) => (a.filter.issue = value),
  status: (a, value) => (a.filter.status = value),
  confidence: (a, value) => {
    const least = Number(value);
    a.filter.confidence = least > 0 && least <= 1 ? least : 0;
  },
  actor: (a, value) => a.actors.push(value),
  tie: (a, value) => (a.tie = value),
  tension: (a, value) => (a.tension = value),
  article: (a, value) => (a.article = value),
  q: (a, value) => (a.query = value),
  turn: (a, value) => a.turned.push(value),
  move: (a, value) => a.moved.push(value),
  theme: (a, value) => (a.theme = value === 'dark' || value === 'light' ? value : ''),
  sort: (a, value) => (a.sort = value),
  against: (a, value) => (a.against = value),
};

export function readAddress(fragment: string): Address {
  const text = fragment.replace(/^#/, '');
  const cut = text.startsWith('/') ? text.indexOf('?') : -1;
  const name = text.startsWith('/') ? text.slice(1, cut < 0 ? undefined : cut) : '';
  const address: Address = {
    ...START,
    filter: { ...NO_FILTER },
    actors: [],
    turned: [],
    moved: [],
    rest: [],
    view: PAGES.find((page) => page === name) ?? 'network',
  };
  const query = text.startsWith('/') ? (cut < 0 ? '' : text.slice(cut + 1)) : text;
  for (const [key, value] of new URLSearchParams(query)) {
    const read = Object.hasOwn(READERS, key) ? READERS[key] : null;
    if (read) read(address, value);
    else address.rest.push([key, value]);
  }
  return address;
}

export function printAddress(address: Address): string {
  const { filter } = address;
  const pairs: [string, string | null | undefined][] = [
    ['from', filter.from === null ? '' : isoMonth(filter.from)],
    ['to', filter.to === null ? '' : isoMonth(filter.to)],
    ['sign', filter.sign],
    ['outlet', filter.outlet],
    ['speaker', filter.speaker],
    ['issue', filter.issue],
    ['status', filter.status],
    ['confidence', filter.confidence ? String(filter.confidence) : ''],
    ...address.actors.map((node): [string, string] => ['actor', node]),
    ['tie', address.tie],
    ['tension', address.tension],
    ['article', address.article],
    ['q', address.query],
    ...address.turned.map((turn): [string, string] => ['turn', turn]),
    ...address.moved.map((node): [string, string] => ['move', node]),
    ['theme', address.theme],
    ['sort', address.sort],
    ['against', address.against],
    ...address.rest,
  ];
  const query = pairs
    .filter(([, value]) => value)
    .map(([key, value]) => `${encodeURIComponent(key)}=${readable(value!)}`)
    .join('&');
  return `#/${address.view}${query ? `?${query}` : ''}`;
}

// Percent-encoded, but for what reads well and is allowed in a fragment.
const readable = (value: string): string =>
  encodeURIComponent(value).replaceAll('%20', '+').replaceAll('%2C', ',').replaceAll('%3A', ':');
