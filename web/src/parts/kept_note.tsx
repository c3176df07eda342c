// Where a server left events out, every view says what it counts, and where the rest can be had.
import { csvOfAll } from '../data/whole';
import { useApp } from '../state/app';
import { plural } from './names';

export function KeptNote() {
  const app = useApp();
  const { kept } = app.index.report;
  if (!kept) return null;
  const all = plural(kept.of, 'event');
  const latest = `the ${kept.events.toLocaleString('en')} latest`;
  return (
    <p class="kept note" role="status">
      {app.isWhole.value
        ? `Ties and camps count all ${all}; sentences, positions, outlets, camps over time ` +
          `and filtered months ${latest}.`
        : `This filter counts ${latest} of ${all}, ties and camps included.`}
    </p>
  );
}

// Below a heading over sentences: all of them, as a table.
export function AllAsCsv({ view, chosen }: { view: string; chosen: Record<string, string> }) {
  const app = useApp();
  if (!app.index.report.kept) return null;
  return (
    <p class="note">
      Of the latest events;{' '}
      <a href={csvOfAll(view, app.address.value.filter, chosen)}>all sentences as CSV</a>
    </p>
  );
}
