// The network: camps as colour and place, friends solid, enemies dashed.
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { selectEvents } from '../model/filter';
import { Drawing, type Focus } from '../network/drawing';
import { NetworkPicture } from '../network/picture';
import { sumsAtRest, sumsOverTime } from '../network/sums';
import { useWalk } from '../network/use_walk';
import { Legend } from '../parts/legend';
import { campName, chooseActor, chooseTie, NOTHING, plural } from '../parts/names';
import { type App, useApp } from '../state/app';
import { registerDrawing } from '../exports/picture_source';

// What is chosen, or under the pointer, stands out with everything tied to it.
function focusOf(app: App): Focus | null {
  const hovered = app.hovered.value;
  const tie = hovered?.tie ?? (hovered?.actor === undefined ? app.tie.value : -1);
  const chosen = hovered?.actor !== undefined ? [hovered.actor] : app.actors.value;
  if (tie >= 0) {
    const { a, b } = app.index.report.ties[tie];
    return { actors: new Set([a, b]), ties: new Set([tie]), strict: new Set([a, b]) };
  }
  const tension = app.address.value.tension;
  const torn = tension.split('~').flatMap((node) => app.index.actorOf.get(node) ?? []);
  const strict = new Set(torn.length ? torn : chosen);
  if (!strict.size) return null;
  const actors = new Set(strict);
  const ties = new Set<number>();
  for (const now of app.shownTies.value) {
    const [a, b] = [strict.has(now.a), strict.has(now.b)];
    if (strict.size > 1 ? !(a && b) : !(a || b)) continue;
    ties.add(now.index);
    actors.add(now.a).add(now.b);
  }
  return { actors, ties, strict };
}

function drawInto(app: App, host: HTMLElement, tip: HTMLElement): Drawing {
  return new Drawing(
    host,
    app.index,
    {
      chooseActor: (actor, adding) => chooseActor(app, actor, adding),
      chooseTie: (tie) => chooseTie(app, app.index.report.ties[tie]),
      clear: () => app.go({ ...NOTHING }),
      hover: (what, x, y) => {
        app.hovered.value = what;
        tip.hidden = !what;
        if (!what) return;
        tip.textContent = tipText(app, what);
        tip.style.left = `${Math.min(x + 14, Math.max(0, host.clientWidth - 240))}px`;
        tip.style.top = `${y + 14}px`;
      },
    },
    app.shownCamps.value.camp,
  );
}

function tipText(app: App, what: { actor?: number; tie?: number }): string {
  const { actors, ties } = app.index.report;
  if (what.actor !== undefined) {
    const camp = campName(app.shownCamps.value.camp[what.actor]);
    return `${actors[what.actor].name} · ${camp}`;
  }
  const { a, b } = ties[what.tie!];
  const tie = app.tieAt.value.get(what.tie!);
  const relation = tie ? `${tie.relation}, ${plural(tie.events, 'event')}` : '';
  return `${actors[a].name} – ${actors[b].name} · ${relation}`;
}

// Everything that moves the drawing, each in an effect of its own so that it costs only itself.
function follow(app: App, drawing: Drawing): (() => void)[] {
  return [
    app.shownCamps.subscribe(({ camp }) =>
      drawing.setCamps(
        camp,
        app.contested.peek().map(({ actor }) => actor),
      ),
    ),
    app.shownTies.subscribe((ties) =>
      drawing.setTies(ties, sumsAtRest(app.index.report.ties.length, ties)),
    ),
  ];
}

function brushSums(app: App, drawing: Drawing): void {
  const { filter } = app.address.peek();
  const mask = selectEvents(app.index, { ...filter, from: null, to: null, sign: '' });
  const sign = filter.sign === 'friendly' ? 1 : filter.sign === 'hostile' ? -1 : 0;
  drawing.setSums(sumsOverTime(app.index, mask), sign);
}

export function NetworkView() {
  const app = useApp();
  const host = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let made: Drawing;
    try {
      made = drawInto(app, host.current!, tip.current!);
    } catch {
      setFailed(true); // no WebGL
      return undefined;
    }
    setDrawing(made);
    registerDrawing(made);
    const stops = follow(app, made);
    made.setFocus(focusOf(app)); // of the address that the page was opened with
    const fit = () => made.fit();
    addEventListener('entente:fit', fit);
    return () => {
      removeEventListener('entente:fit', fit);
      stops.forEach((stop) => stop());
      registerDrawing(null);
      made.kill();
    };
  }, []);
  const brushing = useRef(false);
  useSignalEffect(() => {
    const window = app.brush.value;
    // Of events that only the server has, nothing can be drawn until the window is let go.
    if (!drawing || app.index.report.kept) return;
    if (window && !brushing.current) brushSums(app, drawing);
    if (window) drawing.setWindow(window.from, window.to);
    else if (brushing.current) {
      const ties = app.shownTies.peek();
      drawing.setTies(ties, sumsAtRest(app.index.report.ties.length, ties));
    }
    brushing.current = window !== null;
  });
  // What it follows is read before there is a drawing: else it would follow nothing.
  useSignalEffect(() => {
    const focus = focusOf(app);
    drawing?.setFocus(focus);
  });
  useSignalEffect(() => {
    if (app.address.value.theme !== undefined) requestAnimationFrame(() => drawing?.repaint());
  });
  const walk = useWalk(app, drawing);
  const { report } = app.index;
  return (
    <section class="network" aria-label="Network">
      <Legend between={app.contested.value.length > 0} />
      {failed ? (
        <NetworkPicture />
      ) : (
        <div
          class="canvas"
          ref={host}
          tabIndex={0}
          role="application"
          aria-roledescription="network"
          aria-label={summary(app)}
          aria-describedby="walk-here"
          {...walk.listeners}
        >
          <div class="tip" ref={tip} hidden />
          <p class="visually-hidden" id="walk-here" role="status" aria-live="polite">
            {walk.text || 'Arrow keys go from actor to neighbour.'}
          </p>
        </div>
      )}
      <div class="print-only">
        <NetworkPicture />
      </div>
      <p class="note">
        {plural(report.actors.length, 'actor')}, {plural(app.shownTies.value.length, 'tie')}.{' '}
        <span class="hint">
          Scroll or pinch to zoom, drag to move
          <span class="keys-button">
            , <kbd>f</kbd> to see all, arrow keys to walk
          </span>
          ; the <a href={app.link({ view: 'matrix' })}>table</a> says the same in words.
        </span>
      </p>
    </section>
  );
}

function summary(app: App): string {
  const { camp } = app.shownCamps.value;
  const count = (number: number) => camp.filter((other) => other === number).length;
  const ties = app.shownTies.value;
  return (
    `Network of ${plural(camp.length, 'actor')} and ${plural(ties.length, 'tie')}: ` +
    `${count(1)} actors in camp 1, ${count(2)} in camp 2, ${count(0)} in neither. ` +
    'The view "Matrix and table" says the same in words.'
  );
}
