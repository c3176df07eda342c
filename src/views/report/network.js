// The drawing: camps as soft areas, actors as circles, friends as solid lines, enemies as dashed
// ones, mixed ties as both side by side.

const SVG = 'http://www.w3.org/2000/svg';
const ACTORS_DRAWN_MAX = 70;
const TIES_DRAWN_MAX = 160;

// An element with attributes; `on...` are listeners, null and false leave an attribute out. Text is
// always set as text: nothing an article says can become markup.
function make(kind, attributes = {}, ...children) {
  const svg = kind.startsWith('svg:');
  const node = svg ? document.createElementNS(SVG, kind.slice(4)) : document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

const RELATIONS = ['friends', 'enemies', 'mixed', 'unclear'];
// A tie with a sign that still has a good deal of the opposite in it.
const isTwoFaced = (tie) => tie.mixedness >= 0.4;

function measureText(text) {
  measureText.context ??= document.createElement('canvas').getContext('2d');
  const context = measureText.context;
  if (!context) return text.length * 7;
  context.font = '600 13px system-ui, sans-serif';
  return context.measureText(text).width;
}

// The actors that are drawn: the heaviest, and whoever is selected.
function drawnActors(data, selection) {
  const order = data.actors
    .map((actor, i) => i)
    .sort((i, j) => data.actors[j].weight - data.actors[i].weight || i - j);
  const kept = order.slice(0, ACTORS_DRAWN_MAX);
  for (const i of selection?.actors ?? []) if (!kept.includes(i)) kept.push(i);
  return kept.sort((i, j) => i - j);
}

// A name on at most two lines of some twenty signs.
function nameLines(name) {
  const most = 20;
  const cut = (text) => (text.length > most + 2 ? text.slice(0, most).trimEnd() + '…' : text);
  if (name.length <= most) return [name];
  const middle = name.length / 2;
  const blanks = [...name].map((c, i) => (c === ' ' ? i : -1)).filter((i) => i > 0);
  if (!blanks.length) return [cut(name)];
  const at = blanks.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return [cut(name.slice(0, at)), cut(name.slice(at + 1))];
}
const LINE_HEIGHT = 15;

function networkPicture(data, drawn, width) {
  const upright = width < 620;
  const heaviest = Math.max(1e-9, ...data.actors.map((actor) => actor.weight));
  const boxes = drawn.map((i) => {
    const actor = data.actors[i];
    const r = 6 + 13 * Math.sqrt(actor.weight / heaviest);
    const lines = nameLines(actor.name);
    return {
      camp: actor.camp,
      weight: actor.weight,
      r,
      lines,
      height: 2 * r + 4 + LINE_HEIGHT * lines.length,
      width: Math.max(2 * r, ...lines.map(measureText)),
    };
  });
  const place = new Map(drawn.map((i, n) => [i, n]));
  const ties = data.ties
    .map((tie, index) => ({ ...tie, index }))
    .filter((tie) => place.has(tie.a) && place.has(tie.b));
  const links = ties.map((tie) => ({ ...tie, a: place.get(tie.a), b: place.get(tie.b) }));
  const area = boxes.reduce((sum, box) => sum + (box.width + 34) * (box.height + 40), 0);
  const height = Math.round(Math.min(Math.max(upright ? 560 : 520, (area * 2.1) / width), 1400));
  return {
    boxes,
    links,
    drawn,
    width,
    height,
    points: layOut(boxes, links, width, height, upright),
  };
}

// How many circles and names other than its ends a curve runs through.
function obstacles(picture, link, bend) {
  let hits = 0;
  for (let n = 0; n < picture.boxes.length; n++) {
    if (n === link.a || n === link.b) continue;
    const box = picture.boxes[n];
    const centre = picture.points[n];
    for (let t = 0.06; t < 0.95; t += 0.06) {
      const p = pointOnCurve(picture, link, bend, t);
      const inCircle = Math.hypot(p.x - centre.x, p.y - centre.y) < box.r + 5;
      const inName =
        Math.abs(p.x - centre.x) < box.width / 2 &&
        p.y > centre.y + box.r &&
        p.y < centre.y + box.height - box.r;
      if (inCircle) hits += 3;
      else if (inName) hits += 1;
    }
  }
  return hits;
}

function controlPoint(picture, link, bend) {
  const p = picture.points[link.a],
    q = picture.points[link.b];
  return { x: (p.x + q.x) / 2 - (q.y - p.y) * bend, y: (p.y + q.y) / 2 + (q.x - p.x) * bend };
}

function pointOnCurve(picture, link, bend, t) {
  const p = picture.points[link.a],
    q = picture.points[link.b];
  const c = controlPoint(picture, link, bend);
  const s = 1 - t;
  return {
    x: s * s * p.x + 2 * s * t * c.x + t * t * q.x,
    y: s * s * p.y + 2 * s * t * c.y + t * t * q.y,
  };
}

// The gentlest curve that meets the fewest others.
function bendOf(picture, link) {
  let best = 0,
    least = Infinity;
  for (const bend of [0.04, -0.04, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42]) {
    const p = pointOnCurve(picture, link, bend, 0.5);
    const outside = p.x < 4 || p.y < 4 || p.x > picture.width - 4 || p.y > picture.height - 4;
    const cost = obstacles(picture, link, bend) + Math.abs(bend) * 4 + (outside ? 20 : 0);
    if (cost < least) {
      least = cost;
      best = bend;
    }
  }
  return best;
}

function curvePath(picture, link, bend, shift) {
  const p = picture.points[link.a],
    q = picture.points[link.b];
  const length = Math.max(Math.hypot(q.x - p.x, q.y - p.y), 1);
  const dx = (-(q.y - p.y) / length) * shift,
    dy = ((q.x - p.x) / length) * shift;
  const c = controlPoint(picture, link, bend);
  const at = (point) => `${(point.x + dx).toFixed(1)} ${(point.y + dy).toFixed(1)}`;
  return `M${at(p)}Q${at(c)} ${at(q)}`;
}

function drawTie(picture, link, strongest, act) {
  const bend = bendOf(picture, link);
  const width = 1.2 + (4 * link.strength) / strongest;
  const group = make('svg:g', {
    class: `tie ${link.relation}${link.quiet ? ' quiet' : ''}`,
    'data-tie': link.index,
    onclick: () => act.selectTie(link.index),
    onmousemove: (event) => act.hoverTie(link.index, event),
    onmouseleave: () => act.leave(),
  });
  const strand = (kind, size, shift) =>
    group.append(
      make('svg:path', {
        class: `strand ${kind}`,
        d: curvePath(picture, link, bend, shift),
        'stroke-width': size.toFixed(1),
        style:
          kind === 'hostile'
            ? `stroke-dasharray:${(3 + size * 1.3).toFixed(1)} ` +
              `${(2.5 + size * 0.9).toFixed(1)}`
            : null,
      }),
    );
  if (link.relation === 'mixed') {
    strand('friendly', 1.6, -2);
    strand('hostile', 1.6, 2);
  } else if (link.relation === 'unclear') {
    strand('unclear', 1.4, 0);
  } else {
    strand(link.sign > 0 ? 'friendly' : 'hostile', width, 0);
    if (isTwoFaced(link)) {
      strand(link.sign > 0 ? 'hostile' : 'friendly', 1.2, width / 2 + 2);
    }
  }
  group.append(make('svg:path', { class: 'touch', d: curvePath(picture, link, bend, 0) }));
  return group;
}

function drawActor(data, picture, n, act) {
  const i = picture.drawn[n];
  const actor = data.actors[i];
  const { x, y } = picture.points[n];
  const box = picture.boxes[n];
  const contested = data.contested.some((entry) => entry.actor === i);
  const group = make('svg:g', {
    class: `actor camp-${actor.camp}`,
    'data-actor': i,
    tabindex: 0,
    role: 'button',
    'aria-label': `${actor.name}, ${campName(actor.camp)}`,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    onclick: () => act.selectActor(i),
    onfocus: () => act.point(i),
    onblur: () => act.leave(),
    onmousemove: (event) => act.hoverActor(i, event),
    onmouseleave: () => act.leave(),
    onkeydown: (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        act.selectActor(i);
      }
    },
  });
  if (contested) group.append(make('svg:circle', { class: 'courted', r: box.r + 4.5 }));
  group.append(make('svg:circle', { class: 'dot', r: box.r.toFixed(1) }));
  group.append(
    make(
      'svg:text',
      { 'text-anchor': 'middle' },
      box.lines.map((line, row) =>
        make('svg:tspan', { x: 0, y: (box.r + LINE_HEIGHT * (row + 1)).toFixed(1) }, line),
      ),
    ),
  );
  return group;
}

function campName(camp) {
  return camp > 0 ? `camp ${camp}` : 'in no camp';
}

function drawCamp(picture, camp) {
  const corners = [];
  picture.boxes.forEach((box, n) => {
    if (box.camp !== camp) return;
    const { x, y } = picture.points[n];
    for (const side of [-1, 1]) {
      corners.push(
        [x + (side * box.width) / 2, y - box.r],
        [x + (side * box.width) / 2, y + box.height - box.r - 2],
      );
    }
  });
  if (!corners.length) return null;
  const hull = convexHull(corners).map((p) => p.map((value) => value.toFixed(1)).join(' '));
  return make('svg:path', { class: `area camp-${camp}`, d: `M${hull.join('L')}Z` });
}

// Marks as quiet the ties that a dense drawing shows only when they are asked for: all but the
// strongest and each actor's own strongest.
function markQuiet(links) {
  const met = new Set();
  [...links]
    .sort((p, q) => q.strength - p.strength || p.index - q.index)
    .forEach((link, rank) => {
      const first = !met.has(link.a) || !met.has(link.b);
      met.add(link.a).add(link.b);
      link.quiet = rank >= TIES_DRAWN_MAX && !first;
    });
  return links.filter((link) => link.quiet).length;
}

// Draws into `host`; `act` has selectTie, selectActor, hoverTie, hoverActor, point and leave.
// Returns how many actors and ties are in sight.
function drawNetwork(host, data, selection, act) {
  const width = Math.max(host.clientWidth, 300);
  const picture = networkPicture(data, drawnActors(data, selection), width);
  const strongest = Math.max(1e-9, ...data.ties.map((tie) => tie.strength));
  const svg = make('svg:svg', {
    viewBox: `0 0 ${picture.width} ${picture.height}`,
    width: picture.width,
    height: picture.height,
    role: 'group',
    'aria-label': 'Network of friends and enemies',
  });
  svg.append(
    make(
      'svg:g',
      {},
      [1, 2].map((camp) => drawCamp(picture, camp)),
    ),
  );
  const quiet = markQuiet(picture.links);
  const byStrength = [...picture.links].sort((p, q) => p.strength - q.strength);
  svg.append(
    make(
      'svg:g',
      {},
      byStrength.map((link) => drawTie(picture, link, strongest, act)),
    ),
  );
  svg.append(
    make(
      'svg:g',
      {},
      picture.drawn.map((i, n) => drawActor(data, picture, n, act)),
    ),
  );
  svg.addEventListener('click', (event) => {
    if (event.target === svg) act.clear();
  });
  host.replaceChildren(svg);
  return { actors: picture.drawn.length, ties: picture.links.length - quiet };
}

// Marks what is selected or pointed at and lets the rest step back.
function emphasize(host, data, focus) {
  const svg = host.querySelector('svg');
  if (!svg) return;
  svg.classList.toggle('focused', Boolean(focus));
  for (const group of svg.querySelectorAll('.tie')) {
    const index = Number(group.dataset.tie);
    const tie = data.ties[index];
    const near =
      focus &&
      (focus.ties
        ? focus.ties.includes(index)
        : focus.actors.includes(tie.a) || focus.actors.includes(tie.b));
    group.classList.toggle('near', Boolean(near));
  }
  for (const group of svg.querySelectorAll('.actor')) {
    const i = Number(group.dataset.actor);
    const chosen = focus?.actors.includes(i);
    const beside =
      focus &&
      !focus.ties &&
      data.ties.some(
        (tie) =>
          (tie.a === i && focus.actors.includes(tie.b)) ||
          (tie.b === i && focus.actors.includes(tie.a)),
      );
    group.classList.toggle('near', Boolean(chosen || beside));
    group.classList.toggle('chosen', Boolean(chosen));
  }
}
