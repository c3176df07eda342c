// GEXF 1.3 as Gephi reads it: weights above zero, the sign apart, a tie with two sides as two
// parallel edges, first and last month as a spell, places and colours as on the page.
import { isoMonth, NO_MONTH } from '../model/dates';
import type { App } from '../state/app';
import { rgb } from '../network/theme';

const escape = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '');

const LEAST_WEIGHT = 0.0001;
const COLOURS = ['#6c7078', '#1d5f9f', '#9a5400'];

function nodeElements(app: App): string[] {
  const camps = app.shownCamps.value.camp;
  return app.index.report.actors.map((actor, i) => {
    const [r, g, b] = rgb(COLOURS[camps[i]]).map((part) => Math.round(part * 255));
    return (
      `<node id="${escape(actor.node)}" label="${escape(actor.name)}"><attvalues>` +
      `<attvalue for="camp" value="${camps[i]}"/>` +
      `<attvalue for="strength" value="${actor.weight}"/></attvalues>` +
      `<viz:color r="${r}" g="${g}" b="${b}"/>` +
      `<viz:position x="${actor.x}" y="${actor.y}" z="0.0"/></node>`
    );
  });
}

function edgeElements(app: App): string[] {
  const { actors } = app.index.report;
  return app.shownTies.value.flatMap((tie) => {
    const spell =
      tie.from === NO_MONTH
        ? ''
        : ` start="${isoMonth(tie.from)}-01" end="${isoMonth(tie.to + 1)}-01"`;
    const edge = (kind: string, sign: number, weight: number) =>
      `<edge id="${escape(`${actors[tie.a].node}~${actors[tie.b].node}~${kind}`)}"` +
      ` source="${escape(actors[tie.a].node)}" target="${escape(actors[tie.b].node)}"` +
      ` kind="${kind}" weight="${Math.max(LEAST_WEIGHT, weight).toFixed(4)}"${spell}><attvalues>` +
      `<attvalue for="sign" value="${sign}"/><attvalue for="kind" value="${kind}"/>` +
      `<attvalue for="relation" value="${tie.relation}"/>` +
      `<attvalue for="tie_strength" value="${tie.strength.toFixed(4)}"/>` +
      `<attvalue for="events" value="${tie.events}"/></attvalues></edge>`;
    const sides = [];
    if (tie.friendly > 0) sides.push(edge('friendly', 1, tie.friendly));
    if (tie.hostile > 0) sides.push(edge('hostile', -1, tie.hostile));
    if (!sides.length) sides.push(edge('unsigned', 0, LEAST_WEIGHT));
    return sides;
  });
}

export function gexf(app: App): string {
  const attribute = (id: string, type: string) =>
    `<attribute id="${id}" title="${id}" type="${type}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<meta><creator>Entente</creator>',
    `<description>${escape(app.index.report.title)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">',
    `<attributes class="node">${attribute('camp', 'integer')}${attribute('strength', 'double')}`,
    '</attributes>',
    `<attributes class="edge">${attribute('sign', 'integer')}${attribute('kind', 'string')}`,
    `${attribute('relation', 'string')}${attribute('tie_strength', 'double')}`,
    `${attribute('events', 'integer')}</attributes>`,
    '<nodes>',
    ...nodeElements(app),
    '</nodes>',
    '<edges>',
    ...edgeElements(app),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
}
