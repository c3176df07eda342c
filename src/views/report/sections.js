// The sections under the drawing: camps, sentences of balance, timeline, table of ties, articles.

function fillSection(app, id, children) {
  const list = children.flat().filter(Boolean);
  document.getElementById(`${id}-body`).replaceChildren(...list);
  document.getElementById(id).hidden = list.length === 0;
}

function campsSection(app) {
  const { actors, balance } = app.data;
  const members = (camp) =>
    actors
      .map((actor, i) => i)
      .filter((i) => actors[i].camp === camp)
      .sort((i, j) => actors[j].weight - actors[i].weight || i - j);
  const contested = new Set(app.data.contested.map((c) => c.actor));
  const chip = (i) =>
    make(
      'li',
      {},
      actorLink(app, i),
      contested.has(i) ? make('small', {}, ' between the camps') : null,
      actors[i].camp && !actors[i].certain ? make('small', {}, ' uncertain') : null,
    );
  const box = (camp, title) =>
    members(camp).length
      ? make(
          'div',
          { class: `camp camp-${camp}` },
          make('h3', {}, title),
          make('ul', { class: 'chips' }, members(camp).map(chip)),
        )
      : null;
  const fit =
    balance.weight > 0
      ? make(
          'p',
          { class: 'note' },
          `${Math.round(balance.explained * 100)} % of the strength of ` +
            `all ties fits these camps.${balance.proven ? ' No other split fits better.' : ''}`,
        )
      : null;
  return [
    make('div', { class: 'camps' }, box(1, 'Camp 1'), box(2, 'Camp 2'), box(0, 'Neither')),
    fit,
  ];
}

const SENTENCES_SHOWN = 8;

// A list that shows its first lines and a button for the rest.
function longList(attributes, items) {
  const list = make('ul', attributes);
  const show = (count) => {
    list.replaceChildren(...items.slice(0, count).map((item) => item()));
    if (count < items.length) {
      list.append(
        make(
          'li',
          { class: 'plain' },
          make(
            'button',
            { type: 'button', class: 'more', onclick: () => show(items.length) },
            `Show ${items.length - count} more`,
          ),
        ),
      );
    }
  };
  show(items.length <= SENTENCES_SHOWN + 3 ? items.length : SENTENCES_SHOWN);
  return list;
}

function tensionsSection(app) {
  if (!app.data.tensions.length) return [];
  return [
    longList(
      { class: 'sentences' },
      app.data.tensions.map((tension, n) => () => tensionItem(app, n)),
    ),
  ];
}

function wordingSection(app, entries) {
  if (!entries.length) return [];
  return [
    longList(
      { class: 'sentences' },
      entries.map((entry) => () => make('li', {}, phrases(app, entry.text))),
    ),
  ];
}

// ---- timeline: the size of a bin follows from the time that the events span.

const DAY = 86400000;
const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const isoOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);

// Day 0, 1 January 1970, was a Thursday.
const mondayOf = (number) => number - ((((number + 3) % 7) + 7) % 7);

const BINS = [
  {
    days: 7,
    most: 16,
    name: 'week',
    key: (iso) => isoOf(mondayOf(dayNumber(iso))),
    next: (key) => isoOf(dayNumber(key) + 7),
    label: (key) => dayText(key).slice(0, -5),
  },
  {
    days: 31,
    most: 48,
    name: 'month',
    key: (iso) => `${iso.slice(0, 7)}-01`,
    next: (key) => nextMonth(key, 1),
    label: monthText,
  },
  {
    days: 366,
    most: Infinity,
    name: 'year',
    key: (iso) => `${iso.slice(0, 4)}-01-01`,
    next: (key) => nextMonth(key, 12),
    label: (key) => key.slice(0, 4),
  },
];

function nextMonth(key, count) {
  const months = Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7)) - 1 + count;
  return (
    `${String(Math.floor(months / 12)).padStart(4, '0')}-` +
    `${String((months % 12) + 1).padStart(2, '0')}-01`
  );
}

function timelineBins(events) {
  const dates = events
    .map((event) => event.from)
    .filter(Boolean)
    .sort();
  if (!dates.length) return null;
  const span = dayNumber(dates.at(-1)) - dayNumber(dates[0]) + 1;
  const kind = BINS.find((bin) => span / bin.days <= bin.most);
  const bins = new Map();
  for (let key = kind.key(dates[0]); key <= dates.at(-1) && bins.size < 500; key = kind.next(key)) {
    bins.set(key, { friendly: [], hostile: [] });
  }
  let coarse = 0;
  events.forEach((event, e) => {
    if (!event.from || event.sign === 0) return;
    if (dayNumber(event.to) - dayNumber(event.from) >= kind.days) {
      coarse++;
      return;
    }
    bins.get(kind.key(event.from))?.[event.sign > 0 ? 'friendly' : 'hostile'].push(e);
  });
  return { kind, bins, coarse };
}

function timelineSection(app) {
  const found = timelineBins(app.data.events);
  if (!found) return [];
  const host = make('div', { class: 'chart' });
  const counts = [...found.bins.values()];
  const note = make(
    'p',
    { class: 'note' },
    `Friendly deeds up, hostile deeds down, by ${found.kind.name}. While a tie or an actor is ` +
      'chosen, its own stand out.' +
      (found.coarse ? ` ${plural(found.coarse, 'event')} dated too coarsely ` + 'to show.' : ''),
  );
  app.drawTimeline = () =>
    host.replaceChildren(timelineChart(app, found, counts, host.clientWidth));
  return [host, note];
}

function timelineChart(app, found, counts, width) {
  width = Math.max(width || 800, 280);
  const [left, top, half] = [30, 12, 78];
  const most = Math.max(
    1,
    ...counts.map((bin) => Math.max(bin.friendly.length, bin.hostile.length)),
  );
  const step = (width - left - 6) / counts.length;
  const chosen = app.selection ? new Set(app.selection.events) : null;
  const svg = make('svg:svg', {
    viewBox: `0 0 ${width} ${2 * half + top + 34}`,
    width,
    height: 2 * half + top + 34,
    role: 'img',
    'aria-label': 'Friendly and hostile events over time',
  });
  const middle = top + half;
  svg.append(hatch());
  for (const [y, text] of [
    [top, most],
    [middle, 0],
    [middle + half, most],
  ]) {
    svg.append(
      make('svg:line', { class: 'grid', x1: left, x2: width, y1: y, y2: y }),
      make('svg:text', { class: 'tick', x: left - 6, y: y + 4, 'text-anchor': 'end' }, text),
    );
  }
  const every = Math.ceil(58 / step);
  [...found.bins.keys()].forEach((key, n) => {
    const x = left + n * step + step * 0.14;
    const bin = found.bins.get(key);
    const size = Math.min(step * 0.72, 46);
    for (const kind of ['friendly', 'hostile']) {
      const bar = (count, faint) => {
        const tall = (count / most) * half;
        return make('svg:rect', {
          class: `bin ${kind}${faint ? ' faint' : ''}`,
          rx: 1.5,
          x: x.toFixed(1),
          width: size.toFixed(1),
          height: tall.toFixed(1),
          y: (kind === 'friendly' ? middle - tall : middle).toFixed(1),
        });
      };
      if (!bin[kind].length) continue;
      svg.append(
        make(
          'svg:g',
          {},
          make('svg:title', {}, `${found.kind.label(key)}: ${bin[kind].length} ${kind}`),
          bar(bin[kind].length, chosen),
          chosen ? bar(bin[kind].filter((e) => chosen.has(e)).length, false) : null,
        ),
      );
    }
    if (n % every === 0) {
      svg.append(
        make(
          'svg:text',
          { class: 'tick', x: x.toFixed(1), y: middle + half + 22 },
          found.kind.label(key),
        ),
      );
    }
  });
  return svg;
}

function hatch() {
  return make(
    'svg:defs',
    {},
    make(
      'svg:pattern',
      {
        id: 'hatch',
        width: 5,
        height: 5,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      make('svg:rect', { class: 'hatch-ground', width: 5, height: 5 }),
      make('svg:rect', { class: 'hatch-line', width: 1.6, height: 5 }),
    ),
  );
}

// ---- table of ties

const ROWS_SHOWN = 100;

const TIE_COLUMNS = [
  { title: 'Actor', value: (app, tie) => app.data.actors[tie.a].name },
  { title: 'Relation', value: (app, tie) => tie.relation },
  { title: 'Actor', value: (app, tie) => app.data.actors[tie.b].name },
  { title: 'Strength', number: true, value: (app, tie) => tie.strength },
  { title: 'Friendly', number: true, wide: true, value: (app, tie) => tie.friendly },
  { title: 'Hostile', number: true, wide: true, value: (app, tie) => tie.hostile },
  { title: 'Events', number: true, value: (app, tie) => tie.events },
];

function tiesSection(app) {
  if (!app.data.ties.length) return [];
  const state = { column: 3, down: true, filter: '', all: false };
  const body = make('tbody');
  const heads = TIE_COLUMNS.map((column, n) =>
    make(
      'th',
      {
        scope: 'col',
        class: [column.number ? 'number' : '', column.wide ? 'wide-only' : ''].join(' '),
      },
      make(
        'button',
        {
          type: 'button',
          onclick: () => {
            state.down = state.column === n ? !state.down : Boolean(column.number);
            state.column = n;
            update();
          },
        },
        column.title,
      ),
    ),
  );
  const count = make('span', { class: 'note', role: 'status' });
  const more = make(
    'button',
    {
      type: 'button',
      class: 'more',
      onclick: () => {
        state.all = true;
        update();
      },
    },
    'Show all',
  );
  const update = () => {
    const rows = chosenTies(app, state);
    heads.forEach((head, n) =>
      head.setAttribute(
        'aria-sort',
        n !== state.column ? 'none' : state.down ? 'descending' : 'ascending',
      ),
    );
    body.replaceChildren(
      ...rows
        .slice(0, state.all ? rows.length : ROWS_SHOWN)
        .map((index) => tieTableRow(app, index)),
    );
    count.textContent = plural(rows.length, 'tie');
    more.hidden = state.all || rows.length <= ROWS_SHOWN;
  };
  const filter = make('input', {
    type: 'search',
    placeholder: 'Filter by actor or relation',
    'aria-label': 'Filter ties',
    oninput: (event) => {
      state.filter = event.target.value;
      update();
    },
  });
  update();
  app.markRows = () => {
    for (const row of body.rows) {
      row.classList.toggle(
        'chosen',
        app.selection?.ties?.includes(Number(row.dataset.tie)) ?? false,
      );
    }
  };
  return [
    make('div', { class: 'tools' }, filter, count),
    make('table', { class: 'ties' }, make('thead', {}, make('tr', {}, heads)), body),
    more,
  ];
}

function chosenTies(app, state) {
  const words = state.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const column = TIE_COLUMNS[state.column];
  const matches = (tie) => {
    const text =
      `${app.data.actors[tie.a].name} ${app.data.actors[tie.b].name} ` +
      `${app.data.actors[tie.a].node} ${app.data.actors[tie.b].node} ${tie.relation}`;
    return words.every((word) => text.toLowerCase().includes(word));
  };
  const rows = app.byStrength.filter((index) => matches(app.data.ties[index]));
  const compare = (p, q) => (column.number ? p - q : p.localeCompare(q, 'en'));
  return rows.sort(
    (i, j) =>
      (state.down ? -1 : 1) *
      compare(column.value(app, app.data.ties[i]), column.value(app, app.data.ties[j])),
  );
}

function tieTableRow(app, index) {
  const tie = app.data.ties[index];
  const open = (event) => {
    if (!event.target.closest('a')) location.hash = app.linkToTie(index);
  };
  return make(
    'tr',
    { 'data-tie': index, onclick: open },
    make('td', {}, actorLink(app, tie.a)),
    make(
      'td',
      {},
      make(
        'a',
        { class: `relation ${tie.relation}`, href: app.linkToTie(index) },
        tieMark(tie),
        ` ${tie.relation}`,
      ),
    ),
    make('td', {}, actorLink(app, tie.b)),
    make('td', { class: 'number' }, tie.strength.toFixed(1)),
    make('td', { class: 'number wide-only' }, tie.friendly.toFixed(1)),
    make('td', { class: 'number wide-only' }, tie.hostile.toFixed(1)),
    make('td', { class: 'number' }, String(tie.events)),
  );
}

function articlesSection(app) {
  return app.data.articles.length
    ? [
        longList(
          { class: 'articles' },
          app.data.articles.map(
            (article, index) => () =>
              make(
                'li',
                {},
                articleLink(app, index, article.title || article.id),
                make(
                  'span',
                  { class: 'note' },
                  [
                    article.outlet,
                    article.published ? dayText(article.published) : '',
                    plural(app.eventsOfArticle[index].length, 'event'),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                ),
              ),
          ),
        ),
      ]
    : [];
}
