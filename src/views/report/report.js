// Ties the parts together. The fragment of the address is the state: #tie=A~B, #actor=A,
// #tension=A~B~C, #article=ID; every link in the page is such a fragment.

function readData() {
  return JSON.parse(document.getElementById('data').textContent);
}

function groupEvents(data, tieOf) {
  const ofTie = data.ties.map(() => []);
  const ofArticle = data.articles.map(() => []);
  const order = data.events
    .map((event, e) => e)
    .sort((p, q) => {
      const [a, b] = [data.events[p], data.events[q]];
      return (a.from ?? '9999').localeCompare(b.from ?? '9999') || p - q;
    });
  for (const e of order) {
    const event = data.events[e];
    const tie = event.s < 0 || event.t < 0 ? -1 : tieOf(event.s, event.t);
    if (tie >= 0) ofTie[tie].push(e);
  }
  data.events.forEach((event, e) => {
    if (event.article >= 0) ofArticle[event.article].push(e);
  });
  return { ofTie, ofArticle };
}

function makeApp(data) {
  const pairs = new Map(data.ties.map((tie, index) => [`${tie.a} ${tie.b}`, index]));
  const tieOf = (i, j) => pairs.get(`${Math.min(i, j)} ${Math.max(i, j)}`) ?? -1;
  const nodes = new Map(data.actors.map((actor, i) => [actor.node, i]));
  const { ofTie, ofArticle } = groupEvents(data, tieOf);
  const fragment = (kind, actors) =>
    `#${kind}=` +
    actors.map((i) => encodeURIComponent(data.actors[i].node).replaceAll('~', '%7E')).join('~');
  const app = {
    data,
    tieOf,
    nodes,
    eventsOfTie: ofTie,
    eventsOfArticle: ofArticle,
    selection: null,
    byStrength: data.ties
      .map((tie, index) => index)
      .sort((i, j) => data.ties[j].strength - data.ties[i].strength || i - j),
    linkToTie: (index) => fragment('tie', [data.ties[index].a, data.ties[index].b]),
    linkToActor: (i) => fragment('actor', [i]),
    linkToTension: (n) => fragment('tension', data.tensions[n].actors),
    linkToArticle: (index) => `#article=${encodeURIComponent(data.articles[index].id)}`,
    tiesAmong: (actors) =>
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ]
        .map(([p, q]) => tieOf(actors[p], actors[q]))
        .filter((index) => index >= 0),
    clear: () => {
      history.pushState(null, '', location.pathname + location.search);
      follow(app);
    },
  };
  return app;
}

// The fragment as a selection {kind, index, actors, ties, events}, or null.
function readFragment(app) {
  const match = /^#(tie|actor|tension|article)=(.*)$/.exec(location.hash);
  if (!match) return null;
  let names;
  try {
    names = match[2].split('~').map(decodeURIComponent);
  } catch {
    return null;
  }
  if (match[1] === 'article') return articleSelection(app, names.join('~'));
  const actors = names.map((name) => app.nodes.get(name));
  if (actors.some((i) => i === undefined)) return null;
  if (match[1] === 'actor') return actorSelection(app, actors[0]);
  if (match[1] === 'tie') return tieSelection(app, actors);
  return tensionSelection(app, actors);
}

function articleSelection(app, id) {
  const index = app.data.articles.findIndex((article) => article.id === id);
  if (index < 0) return null;
  const events = app.eventsOfArticle[index];
  const ties = app.data.ties
    .map((tie, t) => t)
    .filter((t) => app.eventsOfTie[t].some((e) => events.includes(e)));
  const actors = [...new Set(ties.flatMap((t) => [app.data.ties[t].a, app.data.ties[t].b]))];
  return { kind: 'article', index, actors, ties, events };
}

function actorSelection(app, i) {
  const events = app.data.events
    .map((event, e) => e)
    .filter((e) => app.data.events[e].s === i || app.data.events[e].t === i);
  return { kind: 'actor', index: i, actors: [i], ties: null, events };
}

function tieSelection(app, actors) {
  const index = actors.length === 2 ? app.tieOf(actors[0], actors[1]) : -1;
  return index < 0
    ? null
    : { kind: 'tie', index, actors, ties: [index], events: app.eventsOfTie[index] };
}

function tensionSelection(app, actors) {
  const index = app.data.tensions.findIndex(
    (tension) => actors.length === 3 && actors.every((i) => tension.actors.includes(i)),
  );
  if (index < 0) return null;
  const ties = app.tiesAmong(actors);
  return { kind: 'tension', index, actors, ties, events: ties.flatMap((t) => app.eventsOfTie[t]) };
}

const PANELS = { tie: tiePanel, actor: actorPanel, tension: tensionPanel, article: articlePanel };

function follow(app) {
  const before = app.selection;
  app.selection = readFragment(app);
  const panel = document.getElementById('panel');
  const { selection } = app;
  const content = selection ? PANELS[selection.kind](app, selection.index) : startPanel(app);
  panel.replaceChildren(...content.flat().filter(Boolean));
  panel.classList.toggle('open', Boolean(selection));
  panel.scrollTop = 0;
  emphasize(document.getElementById('canvas'), app.data, selection);
  app.markRows?.();
  app.drawTimeline?.();
  if (selection) document.getElementById('panel-title')?.focus({ preventScroll: true });
  else if (before) app.opener?.focus?.({ preventScroll: true });
}

// ---- pointing

function showTip(text, event) {
  const tip = document.getElementById('tip');
  tip.textContent = text;
  tip.hidden = false;
  const x = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(8, x)}px`;
  tip.style.top = `${event.clientY + 18}px`;
}

function actions(app) {
  const canvas = document.getElementById('canvas');
  const { data } = app;
  return {
    selectTie: (index) => {
      location.hash = app.linkToTie(index);
    },
    selectActor: (i) => {
      location.hash = app.linkToActor(i);
    },
    clear: app.clear,
    point: (i) => emphasize(canvas, data, { actors: [i] }),
    hoverActor: (i, event) => {
      emphasize(canvas, data, { actors: [i] });
      const count = data.ties.filter((tie) => tie.a === i || tie.b === i).length;
      showTip(
        `${data.actors[i].name} · ${campName(data.actors[i].camp)} · ${plural(count, 'tie')}`,
        event,
      );
    },
    hoverTie: (index, event) => {
      const tie = data.ties[index];
      emphasize(canvas, data, { actors: [tie.a, tie.b], ties: [index] });
      showTip(
        `${data.actors[tie.a].name} – ${data.actors[tie.b].name}: ${tie.relation}, ` +
          `strength ${tie.strength.toFixed(1)}, ${plural(tie.events, 'event')}`,
        event,
      );
    },
    leave: () => {
      document.getElementById('tip').hidden = true;
      emphasize(canvas, data, app.selection);
    },
  };
}

function legend(app) {
  const button = (relation) =>
    make(
      'button',
      {
        type: 'button',
        'aria-pressed': 'true',
        title: 'Show or hide',
        onclick: (event) => {
          const pressed = event.currentTarget.getAttribute('aria-pressed') === 'true';
          event.currentTarget.setAttribute('aria-pressed', String(!pressed));
          document.getElementById('canvas').classList.toggle(`without-${relation}`, pressed);
        },
      },
      tieMark({ relation }),
      ` ${relation}`,
    );
  const has = (relation) => app.data.ties.some((tie) => tie.relation === relation);
  const camp = (number) => make('span', { class: `swatch camp-${number}` }, `Camp ${number}`);
  document
    .getElementById('legend')
    .replaceChildren(
      ...[
        ...[1, 2].filter((n) => app.data.actors.some((actor) => actor.camp === n)).map(camp),
        app.data.contested.length > 0
          ? make('span', { class: 'swatch ring' }, 'Between the camps')
          : null,
        make('span', { class: 'gap' }),
        ...RELATIONS.filter(has).map(button),
      ].filter(Boolean),
    );
}

function whatWasRead(app) {
  const { articles, events, actors, ties } = app.data;
  const outlets = new Set(articles.map((article) => article.outlet).filter(Boolean));
  const dates = articles
    .map((article) => article.published)
    .filter(Boolean)
    .sort();
  const sentences = new Set(events.map((event) => `${event.article} ${event.place}`));
  let text = plural(articles.length, 'article');
  if (outlets.size) text += ` from ${plural(outlets.size, 'outlet')}`;
  if (dates.length) text += `, ${dayText(dates[0])}`;
  if (dates.length && dates[0] !== dates.at(-1)) text += ` – ${dayText(dates.at(-1))}`;
  return (
    `${text}. ${plural(events.length, 'event')} in ${plural(sentences.size, 'sentence')}, ` +
    `between ${plural(actors.length, 'actor')}: ${plural(ties.length, 'tie')}.`
  );
}

// Paper cannot be clicked: the strongest ties with their first sentences are printed at the end.
function printAppendix(app) {
  const ties = app.byStrength.slice(0, 40);
  document.getElementById('appendix').replaceChildren(
    make('h2', {}, 'Evidence'),
    ...ties.map((index) =>
      make(
        'div',
        { class: 'printed-tie' },
        make('ul', { class: 'tie-list' }, tieRow(app, index)),
        make(
          'ol',
          { class: 'events' },
          telling(app, index, 4).map((e) => eventCard(app, app.data.events[e])),
        ),
      ),
    ),
  );
}

function whatIsDrawn(data, drawn) {
  const parts = [];
  if (drawn.actors < data.actors.length) {
    parts.push(`the ${drawn.actors} heaviest of ${data.actors.length} actors`);
  }
  if (drawn.ties < data.ties.length) {
    parts.push(`the ${drawn.ties} strongest of ${data.ties.length} ties`);
  }
  return parts.length
    ? `Drawn: ${parts.join(' and ')}. Choose an actor to see more of its ties.`
    : '';
}

function start() {
  const app = makeApp(readData());
  document.getElementById('page').hidden = false;
  document.getElementById('read').textContent = whatWasRead(app);
  document.getElementById('finding').append(...phrases(app, app.data.finding));
  legend(app);
  fillSection(app, 'camps', campsSection(app));
  fillSection(app, 'tensions', tensionsSection(app));
  fillSection(app, 'contested', wordingSection(app, app.data.contested));
  fillSection(app, 'implied', wordingSection(app, app.data.implied));
  fillSection(app, 'timeline', timelineSection(app));
  fillSection(app, 'ties', tiesSection(app));
  fillSection(app, 'articles', articlesSection(app));
  const canvas = document.getElementById('canvas');
  let drawnWidth = 0;
  const draw = () => {
    if (Math.abs(canvas.clientWidth - drawnWidth) < 8) return;
    drawnWidth = canvas.clientWidth;
    const drawn = drawNetwork(canvas, app.data, app.selection, actions(app));
    document.getElementById('network-note').textContent = whatIsDrawn(app.data, drawn);
    emphasize(canvas, app.data, app.selection);
    app.drawTimeline?.();
  };
  app.selection = readFragment(app);
  draw();
  follow(app);
  new ResizeObserver(draw).observe(canvas);
  addEventListener('hashchange', () => follow(app));
  addEventListener('popstate', () => follow(app));
  addEventListener('beforeprint', () => printAppendix(app));
  addEventListener(
    'click',
    (event) => {
      const opener = event.target.closest?.('a[href^="#"], .actor');
      if (opener && !opener.closest('#panel')) app.opener = opener;
    },
    true,
  );
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && app.selection) app.clear();
  });
}

start();
