// A made-up report of any size, the same for the same numbers: for tests and measurements.
// make_report.mjs ACTORS TIES EVENTS DATA.json
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'al ba cor da en fi gor ha in ka lo mar ne or pa ri sa tu va zem'.split(' ');
const STATES =
  'USA RUS CHN UZB KAZ KGZ TJK TKM IRN TUR IND PAK AFG FRA DEU GBR POL UKR SAU ARE QAT EGY'.split(
    ' ',
  );
const DEEDS = [
  ['SUPPORT', '', 5, 'praised'],
  ['AID', 'economic', 7, 'sent aid to'],
  ['CONSULT', 'visit', 1, 'received the envoy of'],
  ['AGREE', '', 4, 'signed an agreement with'],
  ['ACCUSE', '', -2, 'accused'],
  ['THREATEN', '', -4.4, 'threatened'],
  ['SANCTION', '', -5, 'imposed sanctions on'],
  ['REJECT', '', -4, 'rejected the proposal of'],
];
const ISSUES = ['', '', 'military bases', 'sanctions', 'border', 'gas'];
const WORDS = (
  'after talks that lasted until late in the evening officials told reporters about plans for ' +
  'the coming months and said trade transit water power security pipelines borders visas troops ' +
  'refugees would stay on the agenda while analysts doubted whether any of it could be carried ' +
  'out before winter given prices politics rivals neighbours elections courts and old quarrels'
).split(' ');

const STATUS = { happened: 1, planned: 0.5, hypothetical: 0.2, demanded: 0, denied: 0 };
const round = (value) => Math.round(value * 1e4) / 1e4;

function makeName(random) {
  let name = '';
  for (let n = 0; n < 2 + Math.floor(random() * 2); n++) {
    name += SYLLABLES[Math.floor(random() * SYLLABLES.length)];
  }
  return name[0].toUpperCase() + name.slice(1);
}

function makeActors(count, random) {
  const field = Math.sqrt((40000 * Math.max(count, 12)) / 1.5);
  return Array.from({ length: count }, (_, i) => {
    const camp = (i % 2) + 1;
    const state = STATES[i];
    const x = (camp === 1 ? 0.06 + 0.36 * random() : 0.58 + 0.36 * random()) * field * 1.5;
    return {
      node: state ?? `?${makeName(random)} ${i}`,
      name: state ? `State of ${makeName(random)}` : `${makeName(random)} ${makeName(random)}`,
      the: false,
      camp,
      certain: true,
      weight: 0,
      country: state ?? '',
      x: Math.round(x),
      y: Math.round((0.05 + 0.9 * random()) * field),
    };
  });
}

// Heavy actors have many ties, as in the world.
function makePairs(actors, count, random) {
  const pairs = new Map();
  const pick = () => Math.floor(actors * random() ** 1.7);
  for (let n = 0; pairs.size < count && n < 60 * count; n++) {
    const [p, q] = [pick(), pick()];
    if (p !== q) pairs.set(`${Math.min(p, q)} ${Math.max(p, q)}`, [Math.min(p, q), Math.max(p, q)]);
  }
  return [...pairs.values()].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}

function makeEvent(id, pair, actors, articles, random) {
  const [s, t] = random() < 0.5 ? pair : [pair[1], pair[0]];
  const friendly = (actors[s].camp === actors[t].camp) !== random() < 0.12;
  const [type, mode, intensity, verb] = DEEDS[Math.floor(random() * 4) + (friendly ? 0 : 4)];
  const status = random() < 0.85 ? 'happened' : Object.keys(STATUS)[1 + Math.floor(random() * 4)];
  const confidence = round(0.5 + random() * 0.5);
  const article = Math.floor(random() * articles.length);
  const tail = Array.from({ length: 8 + Math.floor(random() * 14) }, () =>
    random() < 0.5 ? WORDS[Math.floor(random() * WORDS.length)] : makeName(random).toLowerCase(),
  );
  const type_factor = type === 'CONSULT' ? 0.5 : 1;
  const date = articles[article].published;
  return {
    id: id.toString(16).padStart(12, '0'),
    s,
    t,
    source: actors[s].name,
    target: actors[t].name,
    type,
    mode,
    sign: Math.sign(intensity),
    intensity,
    weight: round(intensity * confidence * STATUS[status] * type_factor),
    status,
    mutual: false,
    said: [articles[article].outlet, ...(random() < 0.3 ? ['the foreign ministry'] : [])],
    from: date,
    to: date,
    precision: 'day',
    basis: 'publication',
    issue: ISSUES[Math.floor(random() * ISSUES.length)],
    rule: type.toLowerCase(),
    confidence,
    article,
    place: Math.floor(random() * 20),
    parts: [
      [actors[s].name, 1],
      [' ', 0],
      [verb, 2],
      [' ', 0],
      [actors[t].name, 3],
      [` ${tail.join(' ')}.`, 0],
    ],
  };
}

// As src/ties/network.cpp adds them up.
function makeTie([a, b], events) {
  const tie = { a, b, friendly: 0, hostile: 0, ab: 0, ba: 0, events: events.length };
  for (const { s, weight } of events) {
    tie[weight > 0 ? 'friendly' : 'hostile'] += Math.abs(weight);
    tie[s === a ? 'ab' : 'ba'] += weight;
  }
  const sum = tie.friendly + tie.hostile;
  const difference = Math.abs(tie.friendly - tie.hostile);
  const sign = difference < 0.5 || difference < 0.2 * sum ? 0 : tie.friendly > tie.hostile ? 1 : -1;
  const mixedness = sum > 0 ? 1 - difference / sum : 0;
  const signed = sign > 0 ? 'friends' : 'enemies';
  return {
    ...Object.fromEntries(Object.entries(tie).map(([key, value]) => [key, round(value)])),
    sign,
    relation: sign ? signed : mixedness >= 0.5 ? 'mixed' : 'unclear',
    strength: round(5 * Math.log1p(difference / 3) * (sign < 0 ? 1.5 : 1)),
    mixedness: round(mixedness),
    frustrated: false,
  };
}

function makeArticles(count, months, random) {
  const outlets = ['Steppe Courier', 'Neva Dispatch', 'Harbour Times', 'Silk Road Monitor'];
  return Array.from({ length: count }, (_, n) => {
    const month = Math.floor(random() * months);
    const date = `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    return {
      id: `article-${n}`,
      title: `${makeName(random)} and ${makeName(random)} meet again`,
      outlet: outlets[Math.floor(random() * outlets.length)],
      author: '',
      url: `https://news.example/${n}`,
      published: date,
    };
  });
}

function tensionsOf(actors, ties) {
  const sign = new Map(ties.map((tie) => [`${tie.a} ${tie.b}`, tie]));
  const at = (p, q) => sign.get(`${Math.min(p, q)} ${Math.max(p, q)}`);
  const found = [];
  for (const tie of ties) {
    if (tie.sign !== -1) continue;
    for (let c = 0; c < actors.length && found.length < 200; c++) {
      if (c === tie.a || c === tie.b || at(c, tie.a)?.sign !== 1 || at(c, tie.b)?.sign !== 1)
        continue;
      found.push({
        actors: [c, tie.a, tie.b],
        torn: true,
        weight: Math.min(tie.strength, at(c, tie.a).strength, at(c, tie.b).strength),
        text: [
          [actors[c].name, c],
          [' is a friend of ', -1],
          [actors[tie.a].name, tie.a],
          [', the enemy of its friend ', -1],
          [actors[tie.b].name, tie.b],
          ['.', -1],
        ],
      });
    }
  }
  return found.sort((p, q) => q.weight - p.weight);
}

// An actor is for an issue if its deeds that concern it are friendly ones.
function positionsOf(events) {
  const cells = new Map();
  events.forEach(({ s, issue, sign }, e) => {
    if (!issue || !sign) return;
    const key = `${s} ${issue}`;
    if (!cells.has(key)) cells.set(key, { actor: s, issue, stand: '', events: [] });
    const cell = cells.get(key);
    const stand = sign > 0 ? 'for' : 'against';
    cell.stand = !cell.stand || cell.stand === stand ? stand : 'mixed';
    cell.events.push(e);
  });
  return [...cells.values()];
}

export function makeReport(actorCount, tieCount, eventCount, months = 60) {
  const random = makeRandom(7);
  const actors = makeActors(actorCount, random);
  const pairs = makePairs(actorCount, tieCount, random);
  const articles = makeArticles(Math.max(4, Math.floor(eventCount / 8)), months, random);
  const events = [];
  const own = pairs.map(() => []);
  for (let n = 0; n < Math.max(eventCount, pairs.length); n++) {
    const row = n < pairs.length ? n : Math.floor(random() * pairs.length);
    const event = makeEvent(n, pairs[row], actors, articles, random);
    events.push(event);
    own[row].push(event);
  }
  const ties = pairs.map((pair, row) => makeTie(pair, own[row]));
  let weight = 0;
  let frustration = 0;
  for (const tie of ties) {
    actors[tie.a].weight = round(actors[tie.a].weight + tie.strength);
    actors[tie.b].weight = round(actors[tie.b].weight + tie.strength);
    if (tie.sign) weight += tie.strength;
    tie.frustrated = tie.sign !== 0 && (actors[tie.a].camp === actors[tie.b].camp) !== tie.sign > 0;
    if (tie.frustrated) frustration += tie.strength;
  }
  return {
    version: 1,
    title: 'A made-up world',
    finding: [
      [actors[0].name, 0],
      [' stands against ', -1],
      [actors[1].name, 1],
      ['.', -1],
    ],
    balance: {
      explained: round(1 - frustration / (weight || 1)),
      proven: false,
      frustration,
      lower_bound: 0,
      weight,
    },
    actors,
    ties,
    events,
    articles,
    tensions: actorCount <= 1000 ? tensionsOf(actors, ties) : [],
    contested: [],
    implied: [],
    positions: positionsOf(events),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [actors, ties, events, path] = process.argv.slice(2);
  writeFileSync(path, JSON.stringify(makeReport(Number(actors), Number(ties), Number(events))));
}
