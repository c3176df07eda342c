// What each view shows, as rows: the same for CSV and JSON.
import { isoMonth, NO_MONTH, windowText } from '../model/dates';
import { indicesOf, selectEvents } from '../model/filter';
import { campsOverTime } from '../model/moves';
import { differences, outletRows } from '../model/outlets';
import { standsOf } from '../model/positions';
import { matchingEvents, searchTerms } from '../model/search';
import type { TieNow } from '../model/ties';
import { sayers } from '../parts/evidence';
import type { App } from '../state/app';
import type { View } from '../state/address';
import { sortedTies } from '../views/matrix_view';
import { holds } from '../views/tensions_view';
import { monthRows } from '../views/timeline_view';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

const plain = (phrases: [string, number][]): string => phrases.map(([text]) => text).join('');
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const month = (value: number): string | null => (value === NO_MONTH ? null : isoMonth(value));

// The fields of `entente ties`.
export function tieRow(app: App, tie: TieNow): Row {
  const { actors } = app.index.report;
  const camps = app.shownCamps.value.camp;
  const [ca, cb] = [camps[tie.a], camps[tie.b]];
  return {
    a: actors[tie.a].node,
    b: actors[tie.b].node,
    a_name: actors[tie.a].name,
    b_name: actors[tie.b].name,
    relation: tie.relation,
    sign: tie.sign,
    strength: round(tie.strength),
    friendly: round(tie.friendly),
    hostile: round(tie.hostile),
    mixedness: round(tie.mixedness),
    a_to_b: round(tie.ab),
    b_to_a: round(tie.ba),
    events: tie.events,
    from: month(tie.from),
    to: month(tie.to),
    frustrated: tie.sign !== 0 && ca > 0 && cb > 0 && (ca === cb) !== tie.sign > 0,
  };
}

export function eventRow(app: App, e: number): Row {
  const event = app.index.report.events[e];
  const article = app.index.report.articles[event.article];
  const { actors } = app.index.report;
  return {
    id: event.id,
    source: actors[event.s]?.node ?? event.source,
    target: actors[event.t]?.node ?? event.target,
    source_name: event.source,
    target_name: event.target,
    type: event.type,
    mode: event.mode,
    intensity: event.intensity,
    weight: event.weight,
    status: event.status,
    from: event.from,
    to: event.to,
    issue: event.issue,
    said_by: event.said.join(' › '),
    outlet: article?.outlet ?? sayers(event, article),
    title: article?.title ?? '',
    published: article?.published ?? null,
    url: article?.url ?? '',
    rule: event.rule,
    confidence: event.confidence,
    sentence: event.parts.map(([text]) => text).join(''),
  };
}

function actorRows(app: App): Row[] {
  const camps = app.shownCamps.value.camp;
  return app.index.report.actors.map((actor, i) => ({
    node: actor.node,
    name: actor.name,
    camp: camps[i] || null,
    certain: actor.certain,
    weight: round(actor.weight),
    country: actor.country,
  }));
}

function outletTable(app: App): Row[] {
  const { filter, against } = app.address.value;
  const rows: Row[] = outletRows(app.index, selectEvents(app.index, { ...filter, outlet: '' })).map(
    (row) => ({ ...row, differs_from: null, tie: null }),
  );
  const { names } = app.index.outlet;
  const first = filter.outlet || names[0];
  const second = against && against !== first ? against : names.find((name) => name !== first);
  if (!first || !second) return rows;
  const mask = (outlet: string) => selectEvents(app.index, { ...filter, outlet });
  const { actors } = app.index.report;
  for (const { one, other } of differences(app.index, mask(first), mask(second))) {
    rows.push({
      name: first,
      events: one.events,
      friendly: round(one.friendly),
      hostile: round(one.hostile),
      differs_from: second,
      tie: `${actors[one.a].node}~${actors[one.b].node}: ${one.relation}, ${other.relation}`,
    });
  }
  return rows;
}

function campRows(app: App): Row[] {
  const windows = campsOverTime(app.index, app.address.value.filter);
  return actorRows(app).map((row, i) => ({
    ...row,
    ...Object.fromEntries(
      windows.map((window) => [windowText(window), window.camps?.camp[i] || null]),
    ),
  }));
}

function tensionRows(app: App): Row[] {
  const { tensions, contested, implied, actors } = app.index.report;
  return [
    ...tensions
      .filter((entry) => holds(app, entry))
      .map((entry) => ({
        kind: entry.torn ? 'torn_friend' : 'all_enemies',
        actors: entry.actors.map((actor) => actors[actor].node).join(' '),
        weight: entry.weight,
        text: plain(entry.text),
      })),
    ...contested.map((entry) => ({
      kind: 'contested',
      actors: actors[entry.actor].node,
      weight: entry.cost,
      text: plain(entry.text),
    })),
    ...implied.map((entry) => ({
      kind: 'implied',
      actors: `${actors[entry.a].node} ${actors[entry.b].node}`,
      weight: entry.score,
      text: plain(entry.text),
    })),
  ];
}

// The events behind what is chosen; without a choice all that the filter lets through.
export function chosenEvents(app: App): number[] {
  const { index, mask } = app;
  const { tension, article, view, query } = app.address.value;
  const kept = (list: number[]) => list.filter((e) => mask.value[e]);
  if (app.tie.value >= 0) return kept(index.eventsOfTie[app.tie.value]);
  if (tension) {
    const torn = new Set(tension.split('~').map((node) => index.actorOf.get(node)));
    return indicesOf(mask.value).filter((e) => {
      const { s, t } = index.report.events[e];
      return torn.has(s) && torn.has(t);
    });
  }
  const number = index.report.articles.findIndex((entry) => entry.id === article);
  if (article && number >= 0) return kept(index.eventsOfArticle[number]);
  const actors = app.actors.value;
  if (actors.length)
    return [...new Set(actors.flatMap((actor) => kept(index.eventsOfActor[actor])))];
  if (view === 'search' && query) return matchingEvents(index, searchTerms(query), mask.value);
  return indicesOf(mask.value);
}

const VIEW_ROWS: Record<View, (app: App) => Row[]> = {
  network: (app) => app.shownTies.value.map((tie) => tieRow(app, tie)),
  map: (app) => app.shownTies.value.map((tie) => tieRow(app, tie)),
  matrix: (app) => sortedTies(app).map((tie) => tieRow(app, tie)),
  timeline: (app) => monthRows(app).map((row) => ({ ...row })),
  camps: campRows,
  tensions: tensionRows,
  positions: (app) =>
    standsOf(app.index, app.mask.value).map(({ actor, issue, stand, events }) => ({
      actor: app.index.report.actors[actor].node,
      name: app.index.report.actors[actor].name,
      issue,
      stand,
      events: events.length,
    })),
  outlets: outletTable,
  search: (app) => chosenEvents(app).map((e) => eventRow(app, e)),
  actor: (app) => chosenEvents(app).map((e) => eventRow(app, e)),
  tie: (app) => chosenEvents(app).map((e) => eventRow(app, e)),
};

export const viewRows = (app: App): Row[] => VIEW_ROWS[app.address.value.view](app);

// RFC 4180; what a spreadsheet would take for a formula gets an apostrophe.
export function csv(rows: Row[]): string {
  if (!rows.length) return '';
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: Cell | undefined): string => {
    if (value === null || value === undefined) return '';
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [
    fields.map(cell).join(','),
    ...rows.map((row) => fields.map((f) => cell(row[f])).join(',')),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}
