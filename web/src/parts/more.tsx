// Long lists show their beginning and a button for the rest.
import { useState } from 'preact/hooks';

export function useMore(of: number, step: number): [number, () => void] {
  const [shown, setShown] = useState(step);
  return [Math.min(shown, of), () => setShown(shown * 4)];
}

export function More({ shown, of, more }: { shown: number; of: number; more: () => void }) {
  if (shown >= of) return null;
  return (
    <button type="button" class="more" onClick={more}>
      Show more ({(of - shown).toLocaleString('en')})
    </button>
  );
}
