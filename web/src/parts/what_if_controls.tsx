// What if this tie were turned, or this actor changed camp?
import { useApp } from '../state/app';
import { pairKey } from '../model/index';
import { ActorLink, plural } from './names';

const withoutPair = (turned: string[], a: string, b: string): string[] =>
  turned.filter((text) => {
    const [first, second] = text.split('~');
    return !((first === a && second === b) || (first === b && second === a));
  });

export function TieWhatIf({ a, b }: { a: number; b: number }) {
  const app = useApp();
  const { actors } = app.index.report;
  const key = pairKey(actors.length, a, b);
  const now = app.shownTies.value.find((tie) => pairKey(actors.length, tie.a, tie.b) === key);
  const { node: first } = actors[a];
  const { node: second } = actors[b];
  const { turned } = app.address.value;
  const others = withoutPair(turned, first, second);
  const isTurned = others.length < turned.length;
  const turn = (sign: number) => app.go({ turned: [...others, `${first}~${second}~${sign}`] });
  const choices: [string, number][] = [
    ['friends', 1],
    ['neither', 0],
    ['enemies', -1],
  ];
  return (
    <div class="what-if-row" role="group" aria-label="What if">
      <span>What if they were</span>
      {choices.map(([name, sign]) => (
        <button
          key={name}
          type="button"
          aria-pressed={isTurned && (now?.sign ?? 0) === sign}
          disabled={!isTurned && (now?.sign ?? 0) === sign}
          onClick={() => turn(sign)}
        >
          {name}
        </button>
      ))}
      {isTurned && (
        <button type="button" onClick={() => app.go({ turned: others })}>
          as it is
        </button>
      )}
    </div>
  );
}

export function ActorWhatIf({ actor }: { actor: number }) {
  const app = useApp();
  const { node } = app.index.report.actors[actor];
  const { moved } = app.address.value;
  if (!app.camps.value.camp[actor]) return null;
  const isMoved = moved.includes(node);
  const next = isMoved ? moved.filter((other) => other !== node) : [...moved, node];
  return (
    <div class="what-if-row">
      <button type="button" aria-pressed={isMoved} onClick={() => app.go({ moved: next })}>
        {isMoved ? 'Move it back' : 'What if it changed camp?'}
      </button>
    </div>
  );
}

// The balance of what was changed; stands above every view as long as something is.
export function WhatIfBar() {
  const app = useApp();
  const whatIf = app.whatIf.value;
  if (!whatIf) return null;
  const { before, camps, best } = whatIf;
  const { turned, moved } = app.address.value;
  const share = ({ frustration, weight }: { frustration: number; weight: number }) =>
    weight > 0 ? `${Math.round((1 - frustration / weight) * 100)} %` : '–';
  const changed = [...camps.camp].flatMap((camp, i) => (camp !== before.camp[i] ? [i] : []));
  return (
    <section class="what-if" role="status" aria-label="What if">
      <p>
        <strong>What if:</strong>{' '}
        {[
          turned.length ? plural(turned.length, 'tie') + ' turned' : '',
          moved.length ? plural(moved.length, 'actor') + ' moved' : '',
        ]
          .filter(Boolean)
          .join(', ')}
        . Frustration {before.frustration.toFixed(1)} → <b>{camps.frustration.toFixed(1)}</b>
        {camps.frustration > best.frustration + 0.05 &&
          ` (the best split of these ties: ${best.frustration.toFixed(1)})`}
        ; {share(before)} → {share(camps)} of the ties’ strength fits the camps.
      </p>
      {changed.length > 0 && (
        <p>
          Other camp:{' '}
          {changed.slice(0, 12).map((actor, n) => (
            <span key={actor}>
              {n > 0 && ', '}
              <ActorLink actor={actor} />
            </span>
          ))}
          {changed.length > 12 && ` and ${changed.length - 12} more`}
        </p>
      )}
      <button type="button" onClick={() => app.go({ turned: [], moved: [] })}>
        Back to what was reported
      </button>
    </section>
  );
}
