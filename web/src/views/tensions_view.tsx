// Tensions, contested actors and ties that nobody reported, as sentences.
import type { Phrase, Tension } from '../data/report';
import { NOTHING, Phrases } from '../parts/names';
import { More, useMore } from '../parts/more';
import { isFiltered } from '../model/filter';
import { pairKey } from '../model/index';
import { type App, useApp } from '../state/app';

// Of the ties as they are now: a tension holds while its three ties have the signs that make it.
export function holds(app: App, tension: Tension): boolean {
  const [a, b, c] = tension.actors;
  const { length } = app.index.report.actors;
  const sign = (p: number, q: number) => {
    const index = app.index.tieBetween.get(pairKey(length, p, q));
    return index === undefined ? 0 : (app.tieAt.value.get(index)?.sign ?? 0);
  };
  const signs = [sign(a, b), sign(a, c), sign(b, c)];
  return signs[0] * signs[1] * signs[2] < 0;
}

function Sentences({ entries }: { entries: { text: Phrase[] }[] }) {
  const [shown, more] = useMore(entries.length, 12);
  return (
    <>
      <ol class="sentences">
        {entries.slice(0, shown).map((entry, n) => (
          <li key={n}>
            <Phrases parts={entry.text} />
          </li>
        ))}
      </ol>
      <More shown={shown} of={entries.length} more={more} />
    </>
  );
}

function TensionList({ tensions }: { tensions: Tension[] }) {
  const app = useApp();
  const { actors } = app.index.report;
  const [shown, more] = useMore(tensions.length, 20);
  return (
    <>
      <ol class="sentences">
        {tensions.slice(0, shown).map((tension, n) => {
          const name = tension.actors.map((actor) => actors[actor].node).join('~');
          const chosen = app.address.value.tension === name;
          return (
            <li key={n} class={chosen ? 'chosen' : ''}>
              <Phrases parts={tension.text} />{' '}
              <a class="why" href={app.link({ ...NOTHING, tension: name })}>
                why?
              </a>
              <small class="weight">weight {tension.weight.toFixed(1)}</small>
            </li>
          );
        })}
      </ol>
      <More shown={shown} of={tensions.length} more={more} />
    </>
  );
}

export function TensionsView() {
  const app = useApp();
  const { tensions, contested, implied } = app.index.report;
  const live = tensions.filter((tension) => holds(app, tension));
  const torn = live.filter((tension) => tension.torn);
  const hostile = live.filter((tension) => !tension.torn);
  const unfiltered = isFiltered(app.address.value.filter) && (
    <p class="lead">Of all events, whatever the filter.</p>
  );
  return (
    <div class="prose">
      <h2>Tensions</h2>
      <p class="lead">
        Where a friend of a friend is an enemy, somebody is under pressure to choose. Heaviest
        first.
      </p>
      {torn.length ? <TensionList tensions={torn} /> : <p>None among the ties that are shown.</p>}
      {hostile.length > 0 && (
        <>
          <h2>Three enemies</h2>
          <p class="lead">Nobody has an ally here: whoever makes up first gains one.</p>
          <TensionList tensions={hostile} />
        </>
      )}
      {contested.length > 0 && (
        <>
          <h2>Between the camps</h2>
          {unfiltered}
          <Sentences entries={contested} />
        </>
      )}
      {implied.length > 0 && (
        <>
          <h2>Nobody reported it, but</h2>
          <p class="lead">
            Ties that nobody reported and that balance leads one to expect: friends of friends,
            enemies of enemies. Hints, not findings.
          </p>
          {unfiltered}
          <Sentences entries={implied} />
        </>
      )}
    </div>
  );
}
