// On paper: the evidence of the strongest ties, since nothing can be opened there.
import { useEffect, useState } from 'preact/hooks';
import { EventCard } from '../parts/evidence';
import { ActorLink } from '../parts/names';
import { useApp } from '../state/app';

const TIES_MAX = 40;
const SENTENCES_MAX = 12;

export function PrintAppendix() {
  const app = useApp();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    const follow = () => setPrinting(media.matches);
    const before = () => setPrinting(true);
    media.addEventListener('change', follow);
    addEventListener('beforeprint', before);
    follow();
    return () => {
      media.removeEventListener('change', follow);
      removeEventListener('beforeprint', before);
    };
  }, []);
  if (!printing) return null;
  return (
    <section class="print-only appendix">
      <h2>Evidence</h2>
      {app.shownTies.value.slice(0, TIES_MAX).map((tie) => (
        <div key={tie.index} class="printed-tie">
          <h3>
            <ActorLink actor={tie.a} /> and <ActorLink actor={tie.b} />
            {`: ${tie.relation}, strength ${tie.strength.toFixed(1)}`}
          </h3>
          <ol class="events">
            {(app.index.eventsOfTie[tie.index] ?? [])
              .filter((e) => app.mask.value[e])
              .slice(0, SENTENCES_MAX)
              .map((e) => (
                <EventCard key={e} index={e} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
