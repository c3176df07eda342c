// What the serving program reads at the moment; new data are shown when the reader wants them.
import { useEffect, useRef, useState } from 'preact/hooks';
import { isServed } from '../data/load';
import { followProgress, revisionShown, type Progress } from '../data/progress';
import { useApp } from '../state/app';
import { plural } from './names';

export function ReadingProgress() {
  const nothing = useApp().index.report.events.length === 0;
  const [progress, setProgress] = useState<Progress | null>(null);
  const first = useRef(revisionShown());
  useEffect(() => {
    if (!isServed()) return;
    followProgress((now) => {
      first.current ||= now.revision;
      // Who looks at nothing loses nothing.
      if (nothing && now.events && now.revision !== first.current) location.reload();
      setProgress(now);
    });
  }, []);
  if (!progress) return null;
  const isNew = progress.revision !== first.current;
  if (!progress.reading && !isNew) return null;
  return (
    <p class="progress" role="status">
      {progress.reading && `Reading: ${plural(progress.articles, 'article')} so far. `}
      {isNew && (
        <button type="button" class="plain-link" onClick={() => location.reload()}>
          Show what is new
        </button>
      )}
    </p>
  );
}
