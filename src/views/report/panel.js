// The side panel: what a selected tie, actor, tension or article rests on.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ROLES = ['', 'source', 'deed', 'target', 'speaker'];

function dayText(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function monthText(iso) {
  return `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
}

function dateText(event) {
  if (!event.from) return 'undated';
  if (event.precision === 'year') return event.from.slice(0, 4);
  if (event.precision === 'month') return monthText(event.from);
  const range =
    event.from === event.to
      ? dayText(event.from)
      : `${dayText(event.from)} – ${dayText(event.to)}`;
  return event.basis === 'publication' ? `${range} (published)` : range;
}

const signed = (value) => (value < 0 ? '−' : value > 0 ? '+' : '') + Math.abs(value).toFixed(1);
const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const withArticle = (actor) => (actor.the ? 'the ' : '') + actor.name;

// Sentences about actors: [text, actor or -1] pairs, the actors as links.
function phrases(app, parts) {
  return parts.map(([text, actor]) => (actor < 0 ? text : actorLink(app, actor, text)));
}

function actorLink(app, i, text) {
  const actor = app.data.actors[i];
  return make(
    'a',
    { class: `name camp-${actor.camp}`, href: app.linkToActor(i) },
    text ?? actor.name,
  );
}

function tieMark(tie) {
  const svg = make('svg:svg', {
    class: `mark ${tie.relation}`,
    viewBox: '0 0 34 10',
    width: 34,
    height: 10,
    'aria-hidden': 'true',
  });
  const line = (kind, y) =>
    svg.append(make('svg:path', { class: `strand ${kind}`, d: `M2 ${y}H32`, 'stroke-width': 2.2 }));
  if (tie.relation === 'mixed') {
    line('friendly', 3);
    line('hostile', 7.5);
  } else line({ friends: 'friendly', enemies: 'hostile', unclear: 'unclear' }[tie.relation], 5);
  return svg;
}

function tieSpan(app, index) {
  const dates = app.eventsOfTie[index]
    .map((e) => app.data.events[e].from)
    .filter(Boolean)
    .sort();
  if (!dates.length) return '';
  const [from, to] = [monthText(dates[0]), monthText(dates.at(-1))];
  return from === to ? from : `${from} – ${to}`;
}

function panelHead(app, title, ...facts) {
  return make(
    'header',
    { class: 'panel-head' },
    make(
      'button',
      { class: 'close', type: 'button', 'aria-label': 'Close', onclick: app.clear },
      '×',
    ),
    make('h2', { tabindex: -1, id: 'panel-title' }, title),
    make('p', { class: 'facts' }, facts.filter(Boolean).join(' · ')),
  );
}

function marksKey() {
  return make(
    'p',
    { class: 'key' },
    'Marked: ',
    make('span', { class: 'source' }, 'who'),
    ' ',
    make('span', { class: 'deed' }, 'does'),
    ' ',
    make('span', { class: 'target' }, 'to whom'),
    ', ',
    make('span', { class: 'speaker' }, 'who says so'),
  );
}

function eventCard(app, event) {
  const kind = event.sign > 0 ? 'friendly' : event.sign < 0 ? 'hostile' : 'neutral';
  const article = app.data.articles[event.article];
  const chain = event.said.length ? event.said.join(' › ') : (article?.outlet ?? '');
  const type = event.type + (event.mode ? ` · ${event.mode}` : '');
  return make(
    'li',
    { class: `event ${kind}` },
    make(
      'p',
      { class: 'event-head' },
      make('span', { class: 'when' }, dateText(event)),
      make('span', { class: `type ${kind}` }, `${type} ${signed(event.intensity)}`),
      event.status === 'happened' ? null : make('span', { class: 'status' }, event.status),
    ),
    make('p', { class: 'who' }, `${event.source} ${event.mutual ? '↔' : '→'} ${event.target}`),
    make(
      'blockquote',
      {},
      event.parts.map(([text, role]) => (role ? make('span', { class: ROLES[role] }, text) : text)),
    ),
    make(
      'p',
      { class: 'origin' },
      chain,
      article
        ? [chain ? ', ' : '', articleLink(app, event.article, `“${article.title}”`)]
        : null,
    ),
    make(
      'p',
      { class: 'rule' },
      [
        event.issue ? `about ${event.issue}` : '',
        `rule ${event.rule}`,
        `confidence ${Math.round(event.confidence * 100)} %`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );
}

function articleLink(app, index, text) {
  return make('a', { href: app.linkToArticle(index) }, text);
}

const EVENTS_SHOWN = 40;

function eventList(app, indices) {
  const list = make('ol', { class: 'events' });
  const show = (count) => {
    list.replaceChildren(...indices.slice(0, count).map((e) => eventCard(app, app.data.events[e])));
    if (count < indices.length) {
      list.append(
        make(
          'li',
          {},
          make(
            'button',
            { type: 'button', class: 'more', onclick: () => show(indices.length) },
            `Show all ${indices.length}`,
          ),
        ),
      );
    }
  };
  show(EVENTS_SHOWN);
  return list;
}

function scale(tie) {
  const sum = Math.max(tie.friendly + tie.hostile, 1e-9);
  const part = (kind, value) =>
    make('span', { class: `part ${kind}`, style: `flex-grow:${(value / sum).toFixed(4)}` });
  return make(
    'div',
    { class: 'scale' },
    make('span', {}, `friendly ${tie.friendly.toFixed(1)}`),
    make('span', { class: 'bar' }, part('friendly', tie.friendly), part('hostile', tie.hostile)),
    make('span', {}, `hostile ${tie.hostile.toFixed(1)}`),
  );
}

function signOf(app, i, j) {
  const index = app.tieOf(i, j);
  return index < 0 ? 0 : app.data.ties[index].sign;
}

function sharedNeighbours(app, a, b) {
  const groups = { 'Friends of both': [], 'Enemies of both': [], 'They part over': [] };
  app.data.actors.forEach((actor, c) => {
    const p = signOf(app, a, c),
      q = signOf(app, b, c);
    if (p > 0 && q > 0) groups['Friends of both'].push(c);
    if (p < 0 && q < 0) groups['Enemies of both'].push(c);
    if (p * q < 0) groups['They part over'].push(c);
  });
  const rows = Object.entries(groups).filter(([, actors]) => actors.length);
  if (!rows.length) return null;
  return make(
    'dl',
    { class: 'shared' },
    rows
      .map(([label, actors]) => [
        make('dt', {}, label),
        make('dd', {}, actors.map((c, n) => [n ? ', ' : '', actorLink(app, c)]).flat()),
      ])
      .flat(),
  );
}

function tiePanel(app, index) {
  const tie = app.data.ties[index];
  const a = app.data.actors[tie.a],
    b = app.data.actors[tie.b];
  const { relation } = tie;
  const note = tie.frustrated
    ? make(
        'p',
        { class: 'warning' },
        tie.sign > 0
          ? 'Friends across the camps: this tie strains the split.'
          : 'Enemies in one camp: this tie strains the split.',
      )
    : null;
  return [
    panelHead(
      app,
      [actorLink(app, tie.a), ' ', tieMark(tie), ' ', actorLink(app, tie.b)],
      relation[0].toUpperCase() + relation.slice(1),
      `strength ${tie.strength.toFixed(1)}`,
      plural(tie.events, 'event'),
      tieSpan(app, index),
    ),
    scale(tie),
    make(
      'p',
      { class: 'toward' },
      `${a.name} → ${b.name} ${signed(tie.ab)}`,
      make('br'),
      `${b.name} → ${a.name} ${signed(tie.ba)}`,
    ),
    note,
    sharedNeighbours(app, tie.a, tie.b),
    make('h3', {}, 'Evidence'),
    marksKey(),
    eventList(app, app.eventsOfTie[index]),
  ];
}

function tieRow(app, index, from) {
  const tie = app.data.ties[index];
  const label =
    from === undefined
      ? [
          actorLabel(app, tie.a),
          make('span', { class: 'other' }, tieMark(tie), actorLabel(app, tie.b)),
        ]
      : [tieMark(tie), actorLabel(app, tie.a === from ? tie.b : tie.a)];
  return make(
    'li',
    {},
    make(
      'a',
      { class: 'tie-row', href: app.linkToTie(index) },
      make('span', { class: 'ends' }, label),
      make('span', { class: 'number' }, tie.strength.toFixed(1)),
    ),
  );
}

function actorLabel(app, i) {
  const actor = app.data.actors[i];
  return make('span', { class: `name camp-${actor.camp}` }, actor.name);
}

function actorPanel(app, i) {
  const actor = app.data.actors[i];
  const own = app.byStrength.filter((t) => app.data.ties[t].a === i || app.data.ties[t].b === i);
  const groups = RELATIONS.map((relation) => {
    const ties = own.filter((t) => app.data.ties[t].relation === relation);
    return ties.length
      ? [
          make('h3', {}, relation),
          make(
            'ul',
            { class: 'tie-list' },
            ties.map((t) => tieRow(app, t, i)),
          ),
        ]
      : [];
  }).flat();
  const contested = app.data.contested.find((entry) => entry.actor === i);
  const torn = app.data.tensions
    .map((tension, n) => n)
    .filter((n) => app.data.tensions[n].actors.includes(i))
    .slice(0, 8);
  return [
    panelHead(
      app,
      make('span', { class: `name camp-${actor.camp}` }, actor.name),
      campName(actor.camp)[0].toUpperCase() +
        campName(actor.camp).slice(1) +
        (actor.camp && !actor.certain ? ', could stand in either' : ''),
      plural(own.length, 'tie'),
      actor.node,
    ),
    contested ? make('p', { class: 'warning' }, phrases(app, contested.text)) : null,
    ...groups,
    torn.length ? make('h3', {}, 'Tensions') : null,
    torn.length
      ? make(
          'ul',
          { class: 'sentences' },
          torn.map((n) => tensionItem(app, n)),
        )
      : null,
  ];
}

function tensionItem(app, n) {
  return make(
    'li',
    {},
    make(
      'a',
      { class: 'sentence-link', href: app.linkToTension(n) },
      app.data.tensions[n].text.map(([text, i]) => (i < 0 ? text : actorLabel(app, i))),
    ),
  );
}

// The events that speak most for the sign of a tie, in order of time.
function telling(app, index, count) {
  const { sign } = app.data.ties[index];
  const events = app.eventsOfTie[index];
  const force = (e) => {
    const event = app.data.events[e];
    return (
      event.intensity * event.confidence * (sign || 1) * (event.status === 'happened' ? 1 : 0.5)
    );
  };
  const kept = [...events].sort((p, q) => force(q) - force(p)).slice(0, count);
  return events.filter((e) => kept.includes(e));
}

function tensionPanel(app, n) {
  const tension = app.data.tensions[n];
  return [
    panelHead(app, 'Tension', `weight ${tension.weight.toFixed(1)}`),
    make('p', { class: 'statement' }, phrases(app, tension.text)),
    ...app
      .tiesAmong(tension.actors)
      .map((index) => [
        make('ul', { class: 'tie-list' }, tieRow(app, index)),
        make(
          'ol',
          { class: 'events' },
          telling(app, index, 2).map((e) => eventCard(app, app.data.events[e])),
        ),
      ])
      .flat(),
  ];
}

function articlePanel(app, index) {
  const article = app.data.articles[index];
  const events = app.eventsOfArticle[index];
  return [
    panelHead(
      app,
      article.title || article.id,
      article.outlet,
      article.author,
      article.published ? dayText(article.published) : '',
      plural(events.length, 'event'),
    ),
    outsideLink(article.url, 'Open the article'),
    events.length ? marksKey() : null,
    eventList(app, events),
  ];
}

// Only web addresses become links: an article may name any.
function outsideLink(url, text) {
  if (!/^https?:\/\//i.test(url)) return null;
  return make(
    'p',
    {},
    make('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, text),
  );
}

function startPanel(app) {
  const strongest = (relation) =>
    app.byStrength.filter((t) => app.data.ties[t].relation === relation).slice(0, 6);
  const block = (title, ties) =>
    ties.length
      ? [
          make('h3', {}, title),
          make(
            'ul',
            { class: 'tie-list' },
            ties.map((t) => tieRow(app, t)),
          ),
        ]
      : [];
  return [
    make(
      'header',
      { class: 'panel-head' },
      make('h2', {}, 'Strongest ties'),
      make(
        'p',
        { class: 'facts' },
        'Choose a tie or an actor, here or in the drawing, to see the ' + 'sentences behind it.',
      ),
    ),
    ...['friends', 'enemies', 'mixed']
      .map((relation) => block(relation, strongest(relation)))
      .flat(),
  ];
}
