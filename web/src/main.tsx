// The page: data in, application out.
import { render } from 'preact';
import { Frame } from './frame';
import { currentDrawing } from './exports/picture_source';
import { loadReport } from './data/load';
import { listenToKeys } from './parts/keys';
import { AppContext, applyTheme, makeApp } from './state/app';
import './style/page.css';
import './style/filters.css';
import './style/parts.css';
import './style/views.css';
import './style/narrow.css';
import './style/print.css';

async function start(host: HTMLElement): Promise<void> {
  try {
    const app = makeApp(await loadReport());
    applyTheme(app);
    listenToKeys(app);
    const tests = { app, drawing: currentDrawing };
    Object.assign(globalThis, { entente: tests });
    document.title = app.index.report.title || document.title;
    render(
      <AppContext.Provider value={app}>
        <Frame />
      </AppContext.Provider>,
      host,
    );
    requestAnimationFrame(() => Object.assign(tests, { firstDrawing: performance.now() }));
  } catch (error) {
    render(
      <main class="failure">
        <h1>The data could not be read</h1>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p>Reload the page; if that does not help, write the report anew.</p>
      </main>,
      host,
    );
  }
}

void start(document.getElementById('app')!);
