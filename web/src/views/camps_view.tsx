// Camps: who is in which, and over time, who moved when.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { windowText } from '../model/dates';
import {
  campsOverTime,
  columnsOf,
  columnText,
  historyFor,
  measuredMoves,
  movesOf,
  type Move,
  type Window,
} from '../model/moves';
import { More, useMore } from '../parts/more';
import { ActorLink, plural } from '../parts/names';
import { type App, useApp } from '../state/app';
import { BalanceCurve, TurningPoints } from './balance_curve';

function Members({ camp, title }: { camp: number; title: string }) {
  const app = useApp();
  const { actors } = app.index.report;
  const between = new Set(app.contested.value.map((entry) => entry.actor));
  const members = actors
    .map((_, i) => i)
    .filter((i) => app.shownCamps.value.camp[i] === camp)
    .sort((p, q) => actors[q].weight - actors[p].weight || p - q);
  const [shown, more] = useMore(members.length, 40);
  if (!members.length) return null;
  return (
    <div class={`camp camp-${camp}`}>
      <h3>
        {title} <small>{members.length}</small>
      </h3>
      <ul class="chips">
        {members.slice(0, shown).map((i) => (
          <li key={i}>
            <ActorLink actor={i} />
            {between.has(i) && <small> between the camps</small>}
            {camp > 0 && !actors[i].certain && <small> uncertain</small>}
          </li>
        ))}
      </ul>
      <More shown={shown} of={members.length} more={more} />
    </div>
  );
}

// Actors that are in a camp in most windows; movers first of all.
function rowsOf(app: App, windows: Window[], movers: Set<number>): number[] {
  const { actors } = app.index.report;
  const heard = actors.map((_, i) => windows.filter(({ camps }) => camps?.camp[i]).length);
  const now = app.shownCamps.value.camp;
  return actors
    .map((_, i) => i)
    .filter((i) => heard[i] > 0)
    .sort(
      (p, q) =>
        Number(movers.has(q)) - Number(movers.has(p)) || actors[q].weight - actors[p].weight,
    )
    .slice(0, 40)
    .sort((p, q) => (now[p] || 3) - (now[q] || 3) || actors[q].weight - actors[p].weight);
}

// "moved to camp 2 in May 2017, in 93 % of the resamples", or less where it is not certain.
function moveText({ camp, certain, support }: Move, when: string, samples: number): string {
  const sure = certain !== false && (support ?? 1) >= 0.5;
  const share = samples > 0 ? `, in ${Math.round((support ?? 1) * 100)} % of the resamples` : '';
  const doubt = certain === false ? '; its camp is not certain in both windows' : '';
  return ` ${sure ? 'moved' : 'may have moved'} to camp ${camp} in ${when}${share}${doubt}. `;
}

function OverTime() {
  const app = useApp();
  const key = JSON.stringify(app.address.value.filter);
  const windows = useMemo(() => campsOverTime(app.index, app.address.value.filter), [key]);
  const { actors } = app.index.report;
  const history = historyFor(app.index, app.address.value.filter);
  const moves = useMemo(
    () => (history ? measuredMoves(history) : movesOf(windows, actors.length)),
    [windows],
  );
  const table = useRef<HTMLDivElement>(null);
  // Where not all windows fit, the latest are seen first.
  useEffect(() => table.current?.scrollTo(1e6, 0), [windows]);
  if (windows.length < 2) {
    return <p>All events lie within one month: camps over time need a longer span.</p>;
  }
  const movers = new Set(moves.map((move) => move.actor));
  const moved = new Set(moves.map((move) => `${move.actor}-${move.window}`));
  const columns = columnsOf(windows.map(({ from, to, camps }) => ({ from, to, known: !!camps })));
  return (
    <>
      <h2>Over time</h2>
      <p class="lead">
        Each window on its own, with the ties that were reported in it. <b>1</b> and <b>2</b> are
        the camps; a ring marks a move; hatched: no tie was reported, a dot: none of that actor
        {history && '; a question mark: it fits either camp as well'}.
      </p>
      {history && <BalanceCurve history={history} />}
      <div
        ref={table}
        class="scroll fixed-first"
        tabIndex={0}
        role="group"
        aria-label="Camps over time"
      >
        <table class="over-time">
          <thead>
            <tr>
              <th scope="col">Actor</th>
              {columns.map((column) => (
                <th key={column.from} scope="col">
                  {column.window < 0 ? (
                    columnText(column)
                  ) : (
                    <a
                      title="The network of these months"
                      href={app.link({
                        filter: { ...app.address.value.filter, from: column.from, to: column.to },
                        view: 'network',
                      })}
                    >
                      {columnText(column)}
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(app, windows, movers).map((i) => (
              <tr key={i}>
                <th scope="row">
                  <ActorLink actor={i} />
                </th>
                {columns.map(({ from, window: n }) => {
                  const camps = windows[n]?.camps;
                  const camp = camps?.camp[i] ?? 0;
                  const ring = moved.has(`${i}-${n}`) ? ' moved' : '';
                  const silent = camps ? '' : ' uncovered';
                  return (
                    <td key={from} class={`camp-${camp}${ring}${silent}`}>
                      {camps && (camp || '·')}
                      {history?.windows[n]?.undecided.includes(i) && '?'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>Who moved when</h3>
      {moves.length === 0 ? (
        <p>Nobody changed camp from one window to another.</p>
      ) : (
        <ul class="sentences">
          {moves.slice(0, 60).map((move) => {
            const { actor, window } = move;
            return (
              <li key={`${actor}-${window}`}>
                <ActorLink actor={actor} />
                {moveText(move, windowText(windows[window]), history?.samples ?? 0)}
                <a
                  class="why"
                  href={app.link({
                    filter: {
                      ...app.address.value.filter,
                      from: windows[window].from,
                      to: windows[window].to,
                    },
                    actors: [actors[actor].node],
                    tie: '',
                  })}
                >
                  why?
                </a>
              </li>
            );
          })}
        </ul>
      )}
      {history && <TurningPoints history={history} />}
    </>
  );
}

export function CampsView() {
  const app = useApp();
  const { frustration, weight, exact } = app.shownCamps.value;
  const share = weight > 0 ? Math.round((1 - frustration / weight) * 100) : 100;
  return (
    <>
      <h2>Camps</h2>
      <div class="camps">
        <Members camp={1} title="Camp 1" />
        <Members camp={2} title="Camp 2" />
        <Members camp={0} title="Neither" />
      </div>
      <p class="note">
        {weight > 0
          ? `${share} % of the strength of all ties fits these camps` +
            (exact ? '. No other split fits better.' : '; a better split may exist.')
          : `No ties with a sign among ${plural(app.shownTies.value.length, 'tie')}.`}
      </p>
      <OverTime />
    </>
  );
}
