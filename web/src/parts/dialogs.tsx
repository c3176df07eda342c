// What the keys do, and what the page is made of.
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/app';
import { KEYS } from './keys';
import { ISC, LICENCES, MIT } from './licences';

function Dialog({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const app = useApp();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog
      ref={box}
      aria-label={title}
      onClose={() => (app.dialog.value = '')}
      onClick={(event) => event.target === box.current && (app.dialog.value = '')}
    >
      <h2 tabIndex={-1} autofocus>
        {title}
      </h2>
      {children}
      <button type="button" class="more" onClick={() => (app.dialog.value = '')}>
        Close
      </button>
    </dialog>
  );
}

function Keys() {
  return (
    <Dialog title="Keys">
      <dl class="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function About() {
  const app = useApp();
  const { balance } = app.index.report;
  return (
    <Dialog title="About this page">
      <p>
        A program read the articles and found who did what to whom, by whose account. Each deed adds
        its intensity, times the reader’s confidence and a factor for its status, to the tie of the
        two; strength grows slowly with that sum. Camps split the network so that as little of the
        ties’ strength as possible runs against them: friends across, enemies within
        {balance.proven ? '; here no other split does better, which is proven' : ''}. Under a filter
        the page computes ties and camps anew from the events that are left.
      </p>
      <p>
        Programs misread. Open a tie and check the sentences that it rests on. Where a month has no
        reports, that nothing is shown does not mean that nothing happened.
      </p>
      <h3>Made with</h3>
      <ul class="licences">
        {LICENCES.map(({ name, version, licence, holder }) => (
          <li key={name}>
            {name} {version} · {licence} · {holder}
          </li>
        ))}
      </ul>
      <details>
        <summary>Licence texts</summary>
        <p class="note">Entente: Apache License 2.0.</p>
        <p class="note">MIT: {MIT}</p>
        <p class="note">ISC: {ISC}</p>
      </details>
    </Dialog>
  );
}

export function Dialogs() {
  const app = useApp();
  if (app.dialog.value === 'keys') return <Keys />;
  return app.dialog.value === 'about' ? <About /> : null;
}
