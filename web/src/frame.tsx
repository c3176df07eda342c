// What stands around every view: title, finding, navigation, filters, panel, dialogs.
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ExportMenu } from './exports/export_menu';
import { copyLink } from './parts/copy_link';
import { Dialogs } from './parts/dialogs';
import { Filters } from './parts/filters';
import { KeptNote } from './parts/kept_note';
import { Phrases, plural } from './parts/names';
import { Panel } from './parts/panel';
import { ReadingProgress } from './parts/progress';
import { WhatIfBar } from './parts/what_if_controls';
import { isServed } from './data/load';
import { dayText } from './model/dates';
import { isFiltered } from './model/filter';
import { VIEWS, type View } from './state/address';
import { type App, useApp } from './state/app';
import { ActorPage } from './views/actor_page';
import { CampsView } from './views/camps_view';
import { MapView } from './views/map_view';
import { MatrixView } from './views/matrix_view';
import { NetworkView } from './views/network_view';
import { OutletsView } from './views/outlets_view';
import { PositionsView } from './views/positions_view';
import { SearchView } from './views/search_view';
import { TensionsView } from './views/tensions_view';
import { TiePage } from './views/tie_page';
import { TimelineView } from './views/timeline_view';
import { PrintAppendix } from './views/print_appendix';

const SHOWN: Record<View, ComponentType> = {
  network: NetworkView,
  map: MapView,
  timeline: TimelineView,
  camps: CampsView,
  tensions: TensionsView,
  positions: PositionsView,
  matrix: MatrixView,
  outlets: OutletsView,
  search: SearchView,
  actor: ActorPage,
  tie: TiePage,
};

const NAMES: Record<View, string> = {
  network: 'Network',
  map: 'Map',
  timeline: 'Timeline',
  camps: 'Camps',
  tensions: 'Tensions',
  positions: 'Positions',
  matrix: 'Matrix and table',
  outlets: 'Outlets',
  search: 'Search',
  actor: 'Actor',
  tie: 'Tie',
};

function whatWasRead(app: App): string {
  const { articles, events, actors, ties, kept } = app.index.report;
  const network = `${plural(actors.length, 'actor')}, ${plural(ties.length, 'tie')}, `;
  if (kept) return network + plural(kept.of, 'event');
  const outlets = new Set(articles.map((article) => article.outlet).filter(Boolean));
  const dates = articles.flatMap((article) => article.published ?? []).sort();
  const span = dates.length
    ? `, ${dayText(dates[0])}${dates.length > 1 ? ` to ${dayText(dates[dates.length - 1])}` : ''}`
    : '';
  return (
    plural(articles.length, 'article') +
    (outlets.size ? ` from ${plural(outlets.size, 'outlet')}` : '') +
    `${span}: ${network}${plural(events.length, 'event')}`
  );
}

function SearchBox() {
  const app = useApp();
  const { query } = app.address.value;
  return (
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        app.go({ view: 'search' });
      }}
    >
      <input
        id="search"
        type="search"
        placeholder="Search sentences and actors"
        aria-label="Search sentences and actors"
        aria-keyshortcuts="/"
        value={query}
        onInput={(event) =>
          app.go({ query: event.currentTarget.value, view: 'search' }, query ? 'replace' : 'push')
        }
      />
    </form>
  );
}

function ThemeButton() {
  const app = useApp();
  const { theme } = app.address.value;
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  return (
    <button type="button" onClick={() => app.go({ theme: dark ? 'light' : 'dark' }, 'replace')}>
      {dark ? 'Light' : 'Dark'}
    </button>
  );
}

function Masthead() {
  const app = useApp();
  const { report } = app.index;
  return (
    <header class="masthead">
      <div class="top">
        <div class="title">
          <p class="eyebrow">Entente · who stands with whom</p>
          <h1>{report.title}</h1>
        </div>
        <div class="tools">
          <SearchBox />
          <button type="button" onClick={() => void copyLink(app)}>
            Copy link
          </button>
          <ExportMenu />
          <ThemeButton />
          <button
            type="button"
            class="keys-button"
            aria-keyshortcuts="?"
            onClick={() => (app.dialog.value = 'keys')}
          >
            Keys
          </button>
          <button type="button" onClick={() => (app.dialog.value = 'about')}>
            About
          </button>
        </div>
      </div>
      <p class="finding">
        {isFiltered(app.address.value.filter) && 'Of all events: '}
        <Phrases parts={report.finding} />
      </p>
      {report.articles.length > 0 && <p class="read">{whatWasRead(app)}</p>}
    </header>
  );
}

function Navigation() {
  const app = useApp();
  const { view } = app.address.value;
  const bar = useRef<HTMLElement>(null);
  // On a narrow screen the bar scrolls: the view that is open stays in sight.
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (here) bar.current!.scrollLeft = here.offsetLeft - bar.current!.clientWidth / 3;
  }, [view]);
  return (
    <nav class="views" aria-label="Views" ref={bar}>
      {VIEWS.map((name, n) => (
        <a
          key={name}
          href={app.link({ view: name })}
          aria-current={view === name ? 'page' : undefined}
          aria-keyshortcuts={String(n + 1)}
          title={`Key ${n + 1}`}
        >
          {NAMES[name]}
        </a>
      ))}
    </nav>
  );
}

function Empty() {
  const { articles, examples = [] } = useApp().index.report;
  return (
    <section class="empty card">
      <h2>Nothing to show yet</h2>
      <p>
        {articles.length
          ? 'No deed of one known actor toward another was found in what was read.'
          : 'No article has been read so far.'}
      </p>
      {examples.length > 0 && (
        <>
          <p>Look at an example first. Each is a handful of articles, read when you open it:</p>
          <ul class="sentences">
            {examples.map(({ name, title }) => (
              <li key={name}>
                <a href={`?example=${encodeURIComponent(name)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isServed() ? (
        <p>
          Or read articles of your own in another terminal; they are shown here as soon as there is
          something to show: <br />
          <code>entente read FOLDER</code>
        </p>
      ) : (
        <p>
          Give the program texts that name states or organisations and what they do:{' '}
          <code>entente report --read FOLDER -o report.html</code>
        </p>
      )}
    </section>
  );
}

export function Frame() {
  const app = useApp();
  const { view } = app.address.value;
  const View = SHOWN[view];
  const { report } = app.index;
  useEffect(() => {
    if (!location.hash) history.replaceState(null, '', app.link({}));
  }, []);
  const wide = view === 'actor' || view === 'tie';
  return (
    <>
      <a
        class="skip"
        href="#view"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('view')?.focus();
        }}
      >
        Skip to the view
      </a>
      <Masthead />
      <ReadingProgress />
      {report.events.length === 0 ? (
        <Empty />
      ) : (
        <>
          <Navigation />
          <Filters />
          <KeptNote />
          <WhatIfBar />
          <div class={`page${wide ? ' wide' : ''}`}>
            <main class={`view card view-${view}`} id="view" tabIndex={-1} aria-label={NAMES[view]}>
              <View />
            </main>
            {!wide && <Panel />}
          </div>
          <PrintAppendix />
        </>
      )}
      <p class="message" role="status" aria-live="polite">
        {app.message.value}
      </p>
      <Dialogs />
    </>
  );
}
