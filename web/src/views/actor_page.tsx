// One actor in full: its camp, ties, positions, history and sentences.
import { standsOf } from '../model/positions';
import { EventList, MarksKey } from '../parts/evidence';
import { ActorLink, Phrases, plural } from '../parts/names';
import { ActorFacts, actorFacts, TieRows, tiesOf } from '../parts/panel';
import { ActorWhatIf } from '../parts/what_if_controls';
import { useApp } from '../state/app';
import { holds } from './tensions_view';
import { History } from './tie_page';

export function ActorPage() {
  const app = useApp();
  const actor = app.actors.value[0];
  if (actor === undefined) {
    return (
      <p>
        No actor is chosen. Choose one in the <a href={app.link({ view: 'network' })}>network</a>,
        or search for it.
      </p>
    );
  }
  const events = app.index.eventsOfActor[actor].filter((e) => app.mask.value[e]);
  const ties = tiesOf(app, actor);
  const stands = standsOf(app.index, app.mask.value).filter((stand) => stand.actor === actor);
  const tensions = app.index.report.tensions.filter(
    (tension) => tension.actors.includes(actor) && holds(app, tension),
  );
  const groups: [string, (sign: number, relation: string) => boolean][] = [
    ['Friends', (sign) => sign > 0],
    ['Enemies', (sign) => sign < 0],
    ['Mixed or unclear', (sign) => sign === 0],
  ];
  return (
    <div class="prose">
      <h2>
        <ActorLink actor={actor} />
      </h2>
      <p class="facts">{actorFacts(app, actor).filter(Boolean).join(' · ')}</p>
      <ActorFacts actor={actor} />
      <ActorWhatIf actor={actor} />
      <div class="columns">
        {groups.map(([name, fits]) => {
          const own = ties.filter((tie) => fits(tie.sign, tie.relation));
          return (
            own.length > 0 && (
              <section key={name}>
                <h3>
                  {name} <small>{own.length}</small>
                </h3>
                <TieRows ties={own.slice(0, 30)} from={actor} />
              </section>
            )
          );
        })}
      </div>
      {tensions.length > 0 && (
        <>
          <h3>Under tension</h3>
          <ul class="sentences">
            {tensions.slice(0, 6).map((tension, n) => (
              <li key={n}>
                <Phrases parts={tension.text} />
              </li>
            ))}
          </ul>
        </>
      )}
      {stands.length > 0 && (
        <>
          <h3>Positions</h3>
          <ul class="chips">
            {stands.map(({ issue, stand, events: list }) => (
              <li key={issue}>
                <span class={`stand-key ${stand}`}>{stand}</span> {issue}{' '}
                <small>{plural(list.length, 'sentence')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>History</h3>
      <History events={events} />
      <h3>{plural(events.length, 'sentence')}</h3>
      <MarksKey />
      <EventList events={events} />
    </div>
  );
}
