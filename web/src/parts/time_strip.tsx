// The time window: friendly deeds up, hostile deeds down, coverage below; drag over it to choose
// months. Two sliders do the same by keyboard and for screen readers.
import { useSignalEffect } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { monthOf, monthsText, monthText, NO_MONTH } from '../model/dates';
import { selectEvents, type Filter } from '../model/filter';
import { type App, useApp } from '../state/app';
import { plural } from './names';
import { useWidth } from './width';

interface Bins {
  friendly: number[];
  hostile: number[];
}

const HEIGHT = 56;
const MIDDLE = 26;
const BAR_MAX = 46;

export function binsOf(app: App, mask: Uint8Array, first: number, count: number): Bins {
  const bins: Bins = { friendly: new Array(count).fill(0), hostile: new Array(count).fill(0) };
  const { events, months } = app.index.report;
  if (months && mask.every(Boolean)) {
    for (const row of months) {
      const n = monthOf(row.month) - first;
      bins.friendly[n] = row.friendly;
      bins.hostile[n] = row.hostile;
    }
    return bins;
  }
  for (let e = 0; e < events.length; e++) {
    const month = app.index.month[e];
    if (!mask[e] || month < first || month >= first + count) continue;
    if (events[e].sign > 0) bins.friendly[month - first]++;
    else if (events[e].sign < 0) bins.hostile[month - first]++;
  }
  return bins;
}

export function setWindow(app: App, from: number | null, to: number | null): void {
  const { first, last } = app.index;
  const whole = (from ?? first) <= first && (to ?? last) >= last;
  app.setFilter(whole ? { from: null, to: null } : { from, to });
}

// `[` and `]`: the window moves by its own length, or by a month.
export function stepWindow(app: App, direction: number): void {
  const { first, last } = app.index;
  const { from, to } = app.address.value.filter;
  if (first === NO_MONTH) return;
  if (from === null && to === null) {
    const at = direction > 0 ? first : last;
    app.setFilter({ from: at, to: at });
    return;
  }
  const [low, high] = [from ?? first, to ?? last];
  const step = direction * (high - low + 1);
  if (low + step > last || high + step < first) return;
  app.setFilter({ from: low + step, to: high + step });
}

const allMonths = ({ index }: App): string =>
  index.outside ? `all months; ${plural(index.outside, 'event')} outside` : 'all months';

export function useBrush(monthAt: (x: number) => number) {
  const app = useApp();
  const start = useRef<number | null>(null);
  const windowTo = (x: number) => {
    const [p, q] = [start.current!, monthAt(x)];
    return { from: Math.min(p, q), to: Math.max(p, q) };
  };
  const at = (event: PointerEvent) =>
    event.clientX - (event.currentTarget as Element).getBoundingClientRect().left;
  return {
    onPointerDown: (event: PointerEvent) => {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      start.current = monthAt(at(event));
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current !== null) app.brush.value = windowTo(at(event));
    },
    onPointerUp: (event: PointerEvent) => {
      if (start.current === null) return;
      const dragged = app.brush.value !== null;
      const { from, to } = windowTo(at(event));
      start.current = null;
      app.brush.value = null;
      const { filter } = app.address.value;
      const same = filter.from === from && filter.to === to;
      if (!dragged && same) app.setFilter({ from: null, to: null });
      else setWindow(app, from, to);
    },
    onPointerCancel: () => {
      start.current = null;
      app.brush.value = null;
    },
  };
}

function Bars({ bins, step }: { bins: Bins; step: number }) {
  const app = useApp();
  const { first, articlesIn } = app.index;
  const most = Math.max(1, ...bins.friendly, ...bins.hostile);
  const covered = Math.max(1, ...articlesIn.values());
  const tall = (count: number) => (count ? Math.max(1.5, (count / most) * (MIDDLE - 3)) : 0);
  const path = (counts: number[], up: boolean) =>
    counts
      .map((count, n) => {
        if (!count) return '';
        const height = tall(count).toFixed(1);
        const wide = Math.min(BAR_MAX, Math.max(1, step * 0.76));
        const x = (n + 0.5) * step - wide / 2;
        return `M${x.toFixed(1)} ${MIDDLE}v${up ? '-' : ''}${height}h${wide.toFixed(1)}V${MIDDLE}z`;
      })
      .join('');
  return (
    <>
      <path class="bin friendly" d={path(bins.friendly, true)} />
      <path class="bin hostile" d={path(bins.hostile, false)} />
      {bins.friendly.map((_, n) => {
        const articles = articlesIn.get(first + n) ?? 0;
        return (
          <rect
            key={n}
            class={articles ? 'covered' : 'uncovered'}
            x={(n * step).toFixed(1)}
            y={HEIGHT - 5}
            width={Math.max(1, step - (step > 4 ? 1 : 0)).toFixed(1)}
            height="4"
            fill-opacity={articles ? (0.35 + (0.65 * articles) / covered).toFixed(2) : undefined}
          />
        );
      })}
    </>
  );
}

export function TimeStrip() {
  const app = useApp();
  const [host, width] = useWidth(900);
  const { first, last } = app.index;
  const count = last - first + 1;
  const step = width / Math.max(1, count);
  const monthAt = (x: number) => Math.min(last, Math.max(first, first + Math.floor(x / step)));
  const brush = useBrush(monthAt);
  const { filter } = app.address.value;
  const open = JSON.stringify({ ...filter, from: null, to: null });
  const bins = useMemo(
    () => binsOf(app, selectEvents(app.index, JSON.parse(open) as Filter), first, count),
    [open],
  );
  const window = { from: filter.from ?? first, to: filter.to ?? last };
  const text = useRef<HTMLSpanElement>(null);
  const before = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  // A step of the brush moves two shades and sets one text: nothing is rendered, laid out or
  // painted beside them.
  useSignalEffect(() => {
    const { filter: chosen } = app.address.value;
    const { from, to } = app.brush.value ?? {
      from: chosen.from ?? first,
      to: chosen.to ?? last,
    };
    if (!before.current || !after.current || !text.current) return;
    const shift = (months: number) => `translateX(${((100 * months) / count).toFixed(3)}%)`;
    before.current.style.transform = shift(Math.max(0, from - first) - count);
    after.current.style.transform = shift(Math.min(count, to + 1 - first));
    const whole = from <= first && to >= last;
    text.current.firstChild!.nodeValue = whole ? allMonths(app) : monthsText(from, to);
  });
  if (first === NO_MONTH || count < 2) return null;
  const slider = (name: string, value: number, set: (month: number) => void) => (
    <input
      type="range"
      aria-label={`${name} month of the time window`}
      aria-valuetext={monthText(value)}
      min={first}
      max={last}
      value={value}
      onInput={(event) => set(Number(event.currentTarget.value))}
    />
  );
  return (
    <div class="time-strip" ref={host}>
      <p class="time-text">
        <span>{monthText(first)}</span>
        <output>
          <span ref={text}>…</span>
          <small> · deeds a month, friendly up, hostile down</small>
        </output>
        <span>{monthText(last)}</span>
      </p>
      <div class="strip-box">
        <svg
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          preserveAspectRatio="none"
          class="strip"
          aria-hidden="true"
          {...brush}
        >
          <title>
            Drag to choose months. Below: months with reports; hatched where there are none
          </title>
          <Hatch />
          <rect class="window" width={width} height={HEIGHT - 7} />
          <Bars bins={bins} step={step} />
        </svg>
        <div class="shade before" ref={before} />
        <div class="shade after" ref={after} />
      </div>
      <div class="sliders">
        {slider('First', window.from, (from) => setWindow(app, from, Math.max(from, window.to)))}
        {slider('Last', window.to, (to) => setWindow(app, Math.min(window.from, to), to))}
      </div>
    </div>
  );
}

export function Hatch() {
  return (
    <defs>
      <pattern
        id="hatch"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="hatch-ground" width="5" height="5" />
        <rect class="hatch-line" width="1.6" height="5" />
      </pattern>
      <pattern
        id="nothing"
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect class="nothing-line" width="1" height="4" />
      </pattern>
    </defs>
  );
}
