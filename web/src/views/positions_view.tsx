// Actor by issue: for, against, conditional, mixed; a cell opens its sentences.
import { useState } from 'preact/hooks';
import { standsOf, standTable, type Stand } from '../model/positions';
import { EventList, MarksKey } from '../parts/evidence';
import { ActorLink, plural } from '../parts/names';
import { useApp } from '../state/app';

const MARKS = { for: '+', against: '−', conditional: '?', mixed: '±' };

export function PositionsView() {
  const app = useApp();
  const [open, setOpen] = useState<Stand | null>(null);
  const stands = standsOf(app.index, app.mask.value);
  if (!stands.length) {
    return (
      <p>
        Nobody takes a stand on an issue (foreign troops, sanctions, gas, refugees …) in the
        sentences that the filter lets through.
      </p>
    );
  }
  const { actors, issues, cell } = standTable(stands, 30);
  const { actors: all } = app.index.report;
  return (
    <>
      <h2>Positions</h2>
      <p class="lead">
        Where each actor stands on each issue, by what it does and says; the numbers count its
        sentences. <span class="hint">Open a cell to read them.</span>
      </p>
      <div class="scroll fixed-first" tabIndex={0} role="group" aria-label="Positions">
        <table class="positions">
          <thead>
            <tr>
              <th scope="col">Actor</th>
              {issues.map((issue) => (
                <th key={issue} scope="col">
                  <span>{issue}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actors.map((actor) => (
              <tr key={actor}>
                <th scope="row">
                  <ActorLink actor={actor} />
                </th>
                {issues.map((issue) => {
                  const stand = cell(actor, issue);
                  if (!stand) return <td key={issue} class="none" />;
                  const chosen = open?.actor === actor && open.issue === issue;
                  return (
                    <td key={issue}>
                      <button
                        type="button"
                        class={`stand ${stand.stand}`}
                        aria-expanded={chosen}
                        aria-label={
                          `${all[actor].name} on ${issue}: ${stand.stand}, ` +
                          plural(stand.events.length, 'sentence')
                        }
                        onClick={() => setOpen(chosen ? null : stand)}
                      >
                        {MARKS[stand.stand]}
                        <small>{stand.events.length}</small>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="key">
        {Object.entries(MARKS).map(([stand, mark]) => (
          <span key={stand} class={`stand-key ${stand}`}>
            {mark} {stand}
          </span>
        ))}
      </p>
      {open && (
        <section aria-live="polite">
          <h3>
            <ActorLink actor={open.actor} /> on {open.issue}: {open.stand}
          </h3>
          <MarksKey />
          <EventList key={`${open.actor}${open.issue}`} events={open.events} />
        </section>
      )}
    </>
  );
}
