// The world according to each outlet, and where two of them differ.
import { indicesOf, selectEvents } from '../model/filter';
import { differences, outletRows } from '../model/outlets';
import { More, useMore } from '../parts/more';
import { ActorLink, NOTHING, plural, signed, TieMark, tieName } from '../parts/names';
import { type App, useApp } from '../state/app';

const outletMask = (app: App, outlet: string) =>
  selectEvents(app.index, { ...app.address.value.filter, outlet });

function OutletTable() {
  const app = useApp();
  const { filter } = app.address.value;
  const mask = selectEvents(app.index, { ...filter, outlet: '' });
  const rows = outletRows(app.index, mask);
  const [shown, more] = useMore(rows.length, 25);
  return (
    <>
      <div class="scroll">
        <table class="ties">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col" class="number">
                Events
              </th>
              <th scope="col" class="number">
                Friendly
              </th>
              <th scope="col" class="number">
                Hostile
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.name} class={filter.outlet === row.name ? 'chosen' : ''}>
                <td>
                  <a
                    href={app.link({
                      view: 'network',
                      filter: { ...filter, outlet: row.name },
                      ...NOTHING,
                    })}
                  >
                    {row.name}
                  </a>
                </td>
                <td class="number">{row.events}</td>
                <td class="number">{row.friendly}</td>
                <td class="number">{row.hostile}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More shown={shown} of={rows.length} more={more} />
    </>
  );
}

function Chooser({
  label,
  value,
  set,
}: {
  label: string;
  value: string;
  set: (name: string) => void;
}) {
  const app = useApp();
  return (
    <label class="filter">
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {app.index.outlet.names.slice(0, 200).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Differences() {
  const app = useApp();
  const { names } = app.index.outlet;
  const { filter, against } = app.address.value;
  const first = filter.outlet || names[0];
  const second = against && against !== first ? against : (names.find((n) => n !== first) ?? '');
  const rows = differences(app.index, outletMask(app, first), outletMask(app, second));
  const [shown, more] = useMore(rows.length, 20);
  const { actors } = app.index.report;
  return (
    <>
      <h2>Where two outlets differ</h2>
      <div class="filter-row open choosers">
        <Chooser label="one" value={first} set={(outlet) => app.setFilter({ outlet })} />
        <Chooser label="the other" value={second} set={(name) => app.go({ against: name })} />
      </div>
      {rows.length === 0 ? (
        <p class="note">
          No tie that both report with different signs
          {filter.from !== null || filter.to !== null ? ' in this time window' : ''}.
        </p>
      ) : (
        <div class="scroll">
          <table class="ties">
            <thead>
              <tr>
                <th scope="col">Tie</th>
                <th scope="col">{first}</th>
                <th scope="col">{second}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map(({ one, other }) => (
                <tr key={one.index}>
                  <td>
                    <ActorLink actor={one.a} /> and <ActorLink actor={one.b} />{' '}
                    <a class="why" href={app.link({ ...NOTHING, tie: tieName(app, one) })}>
                      why?
                    </a>
                  </td>
                  {[one, other].map((tie, n) => (
                    <td key={n}>
                      <TieMark relation={tie.relation} /> {tie.relation}{' '}
                      <small>
                        {signed(tie.friendly - tie.hostile)}, {plural(tie.events, 'event')}
                      </small>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <caption class="visually-hidden">
              {actors.length} actors, {rows.length} ties
            </caption>
          </table>
        </div>
      )}
      <More shown={shown} of={rows.length} more={more} />
    </>
  );
}

export function OutletsView() {
  const app = useApp();
  const { names } = app.index.outlet;
  if (!names.length) {
    return (
      <p>
        No event names an outlet. Give articles one (a line under the title, or the field
        <code> outlet</code> of JSON Lines), and this view compares them.
      </p>
    );
  }
  return (
    <>
      <h2>Outlets</h2>
      <p class="lead">
        Who reports what: {plural(indicesOf(app.mask.value).length, 'event')} under the filter.{' '}
        <span class="hint">An outlet’s name opens the network according to it alone.</span>
      </p>
      <OutletTable />
      {names.length > 1 && <Differences />}
    </>
  );
}
