// Actors, ties and sentences about them, as links. Text is always set as text.
import type { ComponentChildren } from 'preact';
import type { Phrase } from '../data/report';
import type { TieNow } from '../model/ties';
import { type App, useApp } from '../state/app';

export const campName = (camp: number): string => (camp ? `camp ${camp}` : 'neither camp');
export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
export const signed = (value: number): string =>
  (value < -0.04 ? '−' : value > 0.04 ? '+' : '') + Math.abs(value).toFixed(1);

export function tieName(app: App, tie: { a: number; b: number }): string {
  const { actors } = app.index.report;
  return `${actors[tie.a].node}~${actors[tie.b].node}`;
}

// What the panel shows is one thing at a time.
export const NOTHING = { actors: [], tie: '', tension: '', article: '' };

export function chooseActor(app: App, actor: number, adding = false): void {
  const { node } = app.index.report.actors[actor];
  const chosen = app.address.value.actors;
  if (!adding) return app.go({ ...NOTHING, actors: [node] });
  const without = chosen.filter((other) => other !== node);
  app.go({ ...NOTHING, actors: without.length < chosen.length ? without : [...chosen, node] });
}

export const chooseTie = (app: App, tie: { a: number; b: number }): void =>
  app.go({ ...NOTHING, tie: tieName(app, tie) });

// A link within the page that adds with Ctrl or Cmd instead of opening a window.
export function ActorLink(props: { actor: number; text?: string; page?: boolean }) {
  const app = useApp();
  const { actor, text, page } = props;
  const entry = app.index.report.actors[actor];
  const camp = app.shownCamps.value.camp[actor];
  const target = { ...NOTHING, actors: [entry.node] };
  return (
    <a
      class={`name camp-${camp}`}
      href={app.link(page ? { ...target, view: 'actor' } : target)}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        chooseActor(app, actor, true);
      }}
      onMouseEnter={() => (app.hovered.value = { actor })}
      onMouseLeave={() => (app.hovered.value = null)}
    >
      {text ?? entry.name}
    </a>
  );
}

export function Phrases({ parts }: { parts: Phrase[] }) {
  return (
    <>
      {parts.map(([text, actor], i) =>
        actor < 0 ? text : <ActorLink key={i} actor={actor} text={text} />,
      )}
    </>
  );
}

export function TieMark({ relation }: { relation: string }) {
  const line = (kind: string, y: number) => (
    <path class={`strand ${kind}`} d={`M2 ${y}H32`} stroke-width="2.2" />
  );
  const single: Record<string, string> = {
    friends: 'friendly',
    enemies: 'hostile',
    unclear: 'unclear',
  };
  return (
    <svg class="mark" viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
      {relation === 'mixed' ? (
        <>
          {line('friendly', 3)}
          {line('hostile', 7.5)}
        </>
      ) : (
        line(single[relation] ?? 'unclear', 5)
      )}
    </svg>
  );
}

export function TieLink({ tie, children }: { tie: TieNow; children?: ComponentChildren }) {
  const app = useApp();
  if (tie.index < 0) return <span class={`relation ${tie.relation}`}>{children}</span>;
  return (
    <a
      class={`relation ${tie.relation}`}
      href={app.link({ ...NOTHING, tie: tieName(app, tie) })}
      onMouseEnter={() => (app.hovered.value = { tie: tie.index })}
      onMouseLeave={() => (app.hovered.value = null)}
    >
      <TieMark relation={tie.relation} /> {children ?? tie.relation}
    </a>
  );
}

// How friendly and how hostile, side by side.
export function Balance({ friendly, hostile }: { friendly: number; hostile: number }) {
  const sum = friendly + hostile || 1;
  return (
    <p class="scale">
      <span>friendly {friendly.toFixed(1)}</span>
      <span class="bar" aria-hidden="true">
        <span class="part friendly" style={{ flexGrow: friendly / sum }} />
        <span class="part hostile" style={{ flexGrow: hostile / sum }} />
      </span>
      <span>hostile {hostile.toFixed(1)}</span>
    </p>
  );
}
