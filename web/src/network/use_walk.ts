// Walking through the drawing by keyboard: the actor that it stands on has a ring, stands out with
// its ties, and is announced with the tie that led there.
import { useRef, useState } from 'preact/hooks';
import { campName, chooseActor, chooseTie, plural } from '../parts/names';
import type { App } from '../state/app';
import type { Drawing } from './drawing';
import { stepFrom, WAYS } from './walk';

interface Place {
  actor: number;
  before: number; // the actor that the last step came from, -1 at the start
}

function tieBetween(app: App, a: number, b: number) {
  return app.shownTies.value.find(
    (tie) => (tie.a === a && tie.b === b) || (tie.a === b && tie.b === a),
  );
}

function placeText(app: App, { actor, before }: Place): string {
  const { actors } = app.index.report;
  const camp = campName(app.shownCamps.value.camp[actor]);
  const ties = app.shownTies.value.filter((tie) => tie.a === actor || tie.b === actor).length;
  const tie = before >= 0 ? tieBetween(app, actor, before) : undefined;
  const from = tie
    ? `; ${actors[before].name} and it: ${tie.relation}, strength ${tie.strength.toFixed(1)}`
    : '';
  return `${actors[actor].name}, ${camp}, ${plural(ties, 'tie')}${from}`;
}

// Where the walk begins: at what is chosen, or at the heaviest actor.
function startOf(app: App): number {
  const { actors } = app.index.report;
  const heaviest = actors.reduce(
    (best, { weight }, i) => (weight > actors[best].weight ? i : best),
    0,
  );
  return app.actors.value[0] ?? app.index.report.ties[app.tie.value]?.a ?? heaviest;
}

function stepOf(app: App, drawing: Drawing, key: string, actor: number): number {
  const places = app.index.report.actors.map((_, i) => drawing.onScreen(i));
  const tied = app.shownTies.value.flatMap(({ a, b }) =>
    a === actor ? [b] : b === actor ? [a] : [],
  );
  return stepFrom(places, actor, tied, WAYS[key]);
}

// What is announced, and what the drawing's element listens to.
export function useWalk(app: App, drawing: Drawing | null) {
  const [text, setText] = useState('');
  const place = useRef<Place | null>(null);
  const stand = (next: Place) => {
    place.current = next;
    app.hovered.value = { actor: next.actor };
    drawing!.setCursor(next.actor);
    setText(placeText(app, next));
  };
  const open = (byTie: boolean) => {
    const { actor, before } = place.current!;
    const tie = byTie && before >= 0 ? tieBetween(app, actor, before) : undefined;
    if (tie) chooseTie(app, tie);
    else chooseActor(app, actor);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!drawing || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = place.current;
    if (event.key === 'Enter' && now) open(event.shiftKey);
    else if (event.key === 'Home' || (Object.hasOwn(WAYS, event.key) && !now)) {
      stand({ actor: startOf(app), before: -1 });
    } else if (Object.hasOwn(WAYS, event.key)) {
      const actor = stepOf(app, drawing, event.key, now!.actor);
      if (actor !== now!.actor) stand({ actor, before: now!.actor });
    } else return;
    event.preventDefault();
  };
  // The place is kept: who comes back goes on from there. A click is no walk.
  const onFocus = (event: FocusEvent) => {
    if (!drawing || !(event.currentTarget as Element).matches(':focus-visible')) return;
    stand(place.current ?? { actor: startOf(app), before: -1 });
  };
  const onBlur = () => {
    if (!place.current) return;
    app.hovered.value = null;
    drawing?.setCursor(-1);
  };
  return { text, listeners: { onKeyDown, onFocus, onBlur } };
}
