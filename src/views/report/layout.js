// Where the actors lie. A force layout that starts from the same places every time: friends
// attract, enemies push apart, each camp keeps to its side of a gap, and the boxes of circles and
// names are moved until none overlaps another. Pure: numbers in, numbers out.

// boxes: [{camp, weight, width, height, r}], links: [{a, b, sign, strength}] -> [{x, y}], centres
// of the circles. `upright` puts the camps one above the other instead of side by side.
function layOut(boxes, links, width, height, upright) {
  const long = upright ? height : width;
  const wide = upright ? width : height;
  const points = startPlaces(boxes, long, wide);
  const ideal = Math.sqrt((long * wide) / Math.max(boxes.length, 1)) * 0.8;
  const strongest = Math.max(1e-9, ...links.map((link) => link.strength));
  const rounds = boxes.length > 80 ? 150 : 400;
  for (let round = 0; round < rounds; round++) {
    const step = ideal * 0.25 * (1 - round / rounds);
    moveOnce(boxes, links, points, { long, wide, ideal, strongest, step });
  }
  stretch(boxes, points, long, wide, upright);
  for (let round = 0; round < 300; round++) {
    const moved = separate(boxes, points, upright);
    keepInside(boxes, points, long, wide, upright);
    if (!moved) break;
  }
  return points.map((p) => (upright ? { x: p.v, y: p.u } : { x: p.u, y: p.v }));
}

// u runs across the gap between the camps, v along it.
const CAMP_CENTRE = { 1: 0.25, 2: 0.75, 0: 0.5 };

function startPlaces(boxes, long, wide) {
  const order = boxes.map((box, i) => i).sort((i, j) => boxes[j].weight - boxes[i].weight || i - j);
  const points = new Array(boxes.length);
  const seen = { 0: 0, 1: 0, 2: 0 };
  for (const i of order) {
    const camp = boxes[i].camp;
    const n = seen[camp]++;
    const angle = n * 2.399963; // the golden angle spreads any number of points evenly
    const radius = Math.sqrt(n + 0.3) * 0.09;
    points[i] = {
      u: (CAMP_CENTRE[camp] + radius * Math.cos(angle)) * long,
      v: (0.5 + radius * 1.6 * Math.sin(angle)) * wide,
    };
  }
  return points;
}

function moveOnce(boxes, links, points, scale) {
  const { long, wide, ideal, strongest, step } = scale;
  const forces = points.map((p, i) => ({
    u: (CAMP_CENTRE[boxes[i].camp] * long - p.u) * 0.12,
    v: (0.5 * wide - p.v) * 0.05,
  }));
  const push = (i, j, size) => {
    let du = points[i].u - points[j].u;
    let dv = points[i].v - points[j].v;
    const distance = Math.max(Math.hypot(du, dv), 1);
    du *= size / distance;
    dv *= size / distance;
    forces[i].u += du;
    forces[i].v += dv;
    forces[j].u -= du;
    forces[j].v -= dv;
  };
  const distanceOf = (i, j) =>
    Math.max(Math.hypot(points[i].u - points[j].u, points[i].v - points[j].v), 1);
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < i; j++) push(i, j, (ideal * ideal) / distanceOf(i, j));
  }
  for (const { a, b, sign, strength } of links) {
    const share = 0.3 + (0.7 * strength) / strongest;
    const distance = distanceOf(a, b);
    if (sign > 0) push(a, b, ((-distance * distance) / ideal) * 0.5 * share);
    if (sign < 0) push(a, b, ((ideal * ideal) / distance) * 1.5 * share);
  }
  points.forEach((p, i) => {
    const size = Math.max(Math.hypot(forces[i].u, forces[i].v), 1e-9);
    const length = Math.min(size, step);
    p.u += (forces[i].u / size) * length;
    p.v += (forces[i].v / size) * length;
  });
}

// Half the gap that stays free between the camps.
const HALF_GAP = 26;

// What the box of an actor needs on each side of its circle's centre.
function extent(box, upright) {
  const across = box.width / 2 + 5;
  const above = box.r + 4;
  const below = box.height - box.r + 4;
  return upright
    ? { before: above, after: below, side: across, other: across }
    : { before: across, after: across, side: above, other: below };
}

// Each camp fills its own part of the field.
function stretch(boxes, points, long, wide, upright) {
  for (const camp of [0, 1, 2]) {
    const own = points.map((p, i) => i).filter((i) => boxes[i].camp === camp);
    if (!own.length) continue;
    const [from, to] = campSpan(camp, boxes, long, upright);
    spread(
      own.map((i) => points[i]),
      'u',
      from,
      to,
    );
    spread(
      own.map((i) => points[i]),
      'v',
      0.1 * wide,
      0.88 * wide,
    );
  }
}

function campSpan(camp, boxes, long) {
  const both = boxes.some((box) => box.camp === 1) && boxes.some((box) => box.camp === 2);
  if (camp === 0) return [0.47 * long, 0.53 * long];
  if (!both) return [0.1 * long, 0.9 * long];
  return camp === 1 ? [0.08 * long, 0.41 * long] : [0.59 * long, 0.92 * long];
}

// Half by place and half by rank, so that a few far ones do not press the others together.
function spread(points, axis, from, to) {
  const order = [...points].sort((p, q) => p[axis] - q[axis]);
  const least = order[0][axis];
  const size = order.at(-1)[axis] - least;
  order.forEach((p, rank) => {
    const share = size > 1 ? ((p[axis] - least) / size + rank / (order.length - 1)) / 2 : 0.5;
    p[axis] = from + share * (to - from);
  });
}

// Moves overlapping boxes apart along the shorter way; true if any moved.
function separate(boxes, points, upright) {
  let moved = false;
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < i; j++) {
      const [p, q] = points[i].u < points[j].u ? [i, j] : [j, i];
      const [low, high] = points[i].v < points[j].v ? [i, j] : [j, i];
      const first = extent(boxes[p], upright),
        second = extent(boxes[q], upright);
      const lower = extent(boxes[low], upright),
        upper = extent(boxes[high], upright);
      const overU = first.after + second.before - (points[q].u - points[p].u);
      const overV = lower.other + upper.side - (points[high].v - points[low].v);
      if (overU <= 0 || overV <= 0) continue;
      moved = true;
      if (overU < overV) {
        points[p].u -= overU / 2 + 0.1;
        points[q].u += overU / 2 + 0.1;
      } else {
        points[low].v -= overV / 2 + 0.1;
        points[high].v += overV / 2 + 0.1;
      }
    }
  }
  return moved;
}

function keepInside(boxes, points, long, wide, upright) {
  const both = boxes.some((box) => box.camp === 1) && boxes.some((box) => box.camp === 2);
  points.forEach((p, i) => {
    const e = extent(boxes[i], upright);
    const margin = 22;
    const middle = long / 2;
    const end = both && boxes[i].camp === 1 ? middle - HALF_GAP : long - margin;
    const begin = both && boxes[i].camp === 2 ? middle + HALF_GAP : margin;
    p.u = Math.min(Math.max(p.u, begin + e.before), end - e.after);
    p.v = Math.min(Math.max(p.v, margin + e.side), wide - margin - e.other);
  });
}

// The convex hull of points [[x, y]], counter-clockwise (Andrew's monotone chain).
function convexHull(points) {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const turn = (o, p, q) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);
  const half = (list) => {
    const chain = [];
    for (const p of list) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
