// Names that do not collide: placed one by one, the most important first, each below, above, beside
// or at a corner of its circle, or left out where there is no room. Pure.

export interface Label {
  lines: string[];
  x: number; // centre of the circle, in pixels, y downwards
  y: number;
  radius: number;
  width: number;
  must: boolean; // of a chosen actor: drawn even where it collides
}

export interface Placed {
  label: number;
  x: number; // centre of the first line's baseline
  y: number;
}

export const LINE_HEIGHT = 15;

// A name on at most two lines of some twenty signs.
export function nameLines(name: string, most = 20): string[] {
  const cut = (text: string) =>
    text.length > most + 2 ? `${text.slice(0, most).trimEnd()}…` : text;
  if (name.length <= most) return [name];
  const middle = name.length / 2;
  let at = -1;
  for (let i = name.indexOf(' '); i >= 0; i = name.indexOf(' ', i + 1)) {
    if (at < 0 || Math.abs(i - middle) < Math.abs(at - middle)) at = i;
  }
  return at < 0 ? [cut(name)] : [cut(name.slice(0, at)), cut(name.slice(at + 1))];
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

// Rectangles by the cells of a grid, so that thousands of names take a millisecond or two.
class Occupied {
  private cells = new Map<number, Rectangle[]>();

  private *keysOf(box: Rectangle): Generator<number> {
    const size = 64;
    for (let x = Math.floor(box.left / size); x <= Math.floor(box.right / size); x++) {
      for (let y = Math.floor(box.top / size); y <= Math.floor(box.bottom / size); y++) {
        yield x * 65_536 + y;
      }
    }
  }

  isFree(box: Rectangle): boolean {
    for (const key of this.keysOf(box)) {
      for (const other of this.cells.get(key) ?? []) {
        const apart =
          other.right <= box.left ||
          other.left >= box.right ||
          other.bottom <= box.top ||
          other.top >= box.bottom;
        if (!apart) return false;
      }
    }
    return true;
  }

  add(box: Rectangle): void {
    for (const key of this.keysOf(box)) {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
    }
  }
}

function placesOf({ x, y, radius, width, lines }: Label): { x: number; y: number }[] {
  const tall = LINE_HEIGHT * lines.length;
  const beside = radius + 5 + width / 2;
  const middle = y - tall / 2 + 11;
  const [below, above] = [y + radius + 14, y - radius - tall + 9];
  const aside = width / 2 - radius / 2;
  return [
    { x, y: below },
    { x, y: above },
    { x: x + beside, y: middle },
    { x: x - beside, y: middle },
    ...[aside, -aside].flatMap((d) => [
      { x: x + d, y: below },
      { x: x + d, y: above },
    ]),
  ];
}

const boxOf = (label: Label, place: { x: number; y: number }): Rectangle => ({
  left: place.x - label.width / 2 - 2,
  right: place.x + label.width / 2 + 2,
  top: place.y - 11,
  bottom: place.y - 11 + LINE_HEIGHT * label.lines.length,
});

// `labels` in order of importance. Circles stand in the way of other actors' names.
export function placeLabels(labels: Label[], width: number, height: number): Placed[] {
  const names = new Occupied();
  const circles = new Occupied();
  for (const { x, y, radius } of labels) {
    circles.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  const placed: Placed[] = [];
  labels.forEach((label, i) => {
    const inside = (box: Rectangle) =>
      box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    const places = placesOf(label);
    const fits = (strict: boolean) =>
      places.find((place) => {
        const box = boxOf(label, place);
        return inside(box) && names.isFree(box) && (!strict || circles.isFree(box));
      });
    const place = fits(true) ?? (label.must ? (fits(false) ?? places[0]) : undefined);
    if (!place) return;
    names.add(boxOf(label, place));
    placed.push({ label: i, ...place });
  });
  return placed;
}
