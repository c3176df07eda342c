// The filter that drives every view.
import { useState } from 'preact/hooks';
import type { Naming } from '../model/index';
import { isFiltered, NO_FILTER, type Filter } from '../model/filter';
import { useApp } from '../state/app';
import { plural } from './names';
import { TimeStrip } from './time_strip';

type Named = 'outlet' | 'speaker' | 'issue' | 'status';
const OPTIONS_MAX = 300;

function NameFilter({ name, naming }: { name: Named; naming: Naming }) {
  const app = useApp();
  const value = app.address.value.filter[name];
  if (!naming.names.length) return null;
  const unknown = value && !naming.names.includes(value);
  return (
    <label class={`filter${value ? ' set' : ''}`}>
      <span>{name}</span>
      <select
        value={value}
        onChange={(event) =>
          app.setFilter({ [name]: event.currentTarget.value } as Partial<Filter>)
        }
      >
        <option value="">all</option>
        {unknown && <option value={value}>{value} (not in these data)</option>}
        {naming.names.slice(0, OPTIONS_MAX).map((option, i) => (
          <option key={option} value={option}>
            {option.length > 44 ? `${option.slice(0, 43)}…` : option} ({naming.counts[i]})
          </option>
        ))}
      </select>
    </label>
  );
}

function SignFilter() {
  const app = useApp();
  const { sign } = app.address.value.filter;
  const choices: [Filter['sign'], string][] = [
    ['', 'all'],
    ['friendly', 'friendly'],
    ['hostile', 'hostile'],
  ];
  return (
    <div class="filter sign" role="group" aria-label="Sign of the deeds">
      <span>deeds</span>
      {choices.map(([value, name]) => (
        <button
          key={name}
          type="button"
          aria-pressed={sign === value}
          onClick={() => app.setFilter({ sign: value })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function ConfidenceFilter() {
  const app = useApp();
  const { confidence } = app.address.value.filter;
  return (
    <label class={`filter${confidence ? ' set' : ''}`}>
      <span>confidence from</span>
      <input
        type="range"
        min="0"
        max="1"
        step="0.05"
        value={confidence}
        aria-valuetext={confidence.toFixed(2)}
        onChange={(event) => app.setFilter({ confidence: Number(event.currentTarget.value) })}
      />
      <output>{confidence ? confidence.toFixed(2) : 'any'}</output>
    </label>
  );
}

export function Filters() {
  const app = useApp();
  const { index } = app;
  const { filter } = app.address.value;
  const [open, setOpen] = useState(false);
  const count = app.mask.value.reduce((sum, kept) => sum + kept, 0);
  const { outlet, speaker, issue, status, confidence } = filter;
  const set = [outlet, speaker, issue, status, confidence].filter(Boolean).length;
  return (
    <section class="filters" aria-label="Filters">
      <div class={`filter-row${open ? ' open' : ''}`}>
        <SignFilter />
        <button
          type="button"
          class="filter-toggle"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fewer' : 'More'} filters{set > 0 && ` (${set} set)`}
        </button>
        <NameFilter name="outlet" naming={index.outlet} />
        <NameFilter name="speaker" naming={index.speaker} />
        <NameFilter name="issue" naming={index.issue} />
        <NameFilter name="status" naming={index.status} />
        <ConfidenceFilter />
        <p class="filter-count" role="status">
          {isFiltered(filter)
            ? `${count.toLocaleString('en')} of ${plural(index.report.events.length, 'event')}`
            : plural(count, 'event')}
          {isFiltered(filter) && (
            <button type="button" onClick={() => app.go({ filter: NO_FILTER })}>
              Clear filters
            </button>
          )}
        </p>
      </div>
      <TimeStrip />
    </section>
  );
}
