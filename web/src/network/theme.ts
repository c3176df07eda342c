// The style sheet's colours, for canvases that cannot use it.

export interface Theme {
  ink: string;
  soft: string;
  card: string;
  line: string;
  camps: string[]; // 0 neither, 1, 2
  areas: string[];
  friendly: string;
  hostile: string;
  unclear: string;
  focus: string;
}

export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888888';
  return {
    ink: value('ink'),
    soft: value('soft'),
    card: value('card'),
    line: value('line'),
    camps: [0, 1, 2].map((camp) => value(`camp-${camp}`)),
    areas: [0, 1, 2].map((camp) => value(`camp-${camp}-soft`)),
    friendly: value('friendly'),
    hostile: value('hostile'),
    unclear: value('camp-0'),
    focus: value('focus'),
  };
}

// "#1d5f9f" -> [0.11, 0.37, 0.62]
export const rgb = (colour: string): number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

// Between two "#rrggbb" colours.
export function mixed(first: string, second: string, share: number): string {
  const [p, q] = [rgb(first), rgb(second)];
  const part = (n: number) => Math.round((p[n] * (1 - share) + q[n] * share) * 255);
  return `rgb(${part(0)} ${part(1)} ${part(2)})`;
}

// sigma reads "#rrggbb".
export function toHex(colour: string): string {
  const parts = colour.match(/\d+/g) ?? [];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
