// Sentences: who does what to whom, who says so, when, by which rule, in which article.
import { useState } from 'preact/hooks';
import type { Article, Event } from '../data/report';
import { dateText, dayText } from '../model/dates';
import { useApp } from '../state/app';
import { ActorLink, NOTHING, signed } from './names';

const ROLES = ['', 'source', 'deed', 'target', 'speaker'];
const ROLE_NAMES = ['', 'who acts', 'the deed', 'toward whom', 'who says so'];

export const kindOf = (event: Event): string =>
  event.sign > 0 ? 'friendly' : event.sign < 0 ? 'hostile' : 'neutral';

// Only web addresses become links, whatever an article claims as its own.
export const webAddress = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);

export function Sentence({ event }: { event: Event }) {
  return (
    <blockquote>
      {event.parts.map(([text, role], i) =>
        role ? (
          <span key={i} class={ROLES[role]} title={ROLE_NAMES[role]}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </blockquote>
  );
}

export const sayers = (event: Event, article: Article | undefined): string =>
  event.said.length ? event.said.join(' › ') : (article?.outlet ?? '');

function Origin({ event, article }: { event: Event; article: Article | undefined }) {
  const app = useApp();
  const chain = sayers(event, article);
  const address = article && webAddress(article.url);
  return (
    <p class="origin">
      {chain && <span>{chain}</span>}
      {article && (
        <>
          {chain && ' · '}
          <a href={app.link({ ...NOTHING, article: article.id })}>{article.title || article.id}</a>
          {article.published && `, ${dayText(article.published)}`}
          {address && (
            <>
              {' '}
              <a href={address} rel="noopener noreferrer" target="_blank" class="outward">
                read it ↗
              </a>
            </>
          )}
        </>
      )}
    </p>
  );
}

export function EventCard({ index }: { index: number }) {
  const app = useApp();
  const event = app.index.report.events[index];
  const article = app.index.report.articles[event.article];
  const kind = kindOf(event);
  const end = (actor: number, name: string) =>
    actor >= 0 ? <ActorLink actor={actor} text={name} /> : name;
  return (
    <li class={`event ${kind}`} id={`event-${index}`}>
      <p class="event-head">
        <span class="when">{dateText(event)}</span>
        <span class={`type ${kind}`}>
          {event.type}
          {event.mode && ` · ${event.mode}`} {signed(event.intensity)}
        </span>
        {event.status !== 'happened' && <span class="status">{event.status}</span>}
        {event.claimed && <span class="status">claimed</span>}
        {event.told >= 0 && <span class="status">told again</span>}
      </p>
      <p class="who">
        {end(event.s, event.source)} {event.mutual ? '↔' : '→'} {end(event.t, event.target)}
        {event.where && ` · ${event.where}`}
        {event.issue && <span class="issue">{event.issue}</span>}
      </p>
      {event.coder ? (
        <p class="elsewhere">Coded elsewhere ({event.coder}); the sentence was not seen here.</p>
      ) : (
        <Sentence event={event} />
      )}
      <Origin event={event} article={article} />
      <p class="rule">
        {`rule ${event.rule} · confidence ${event.confidence.toFixed(2)}`}
        {` · adds ${signed(event.weight)} to the tie`}
      </p>
    </li>
  );
}

export function MarksKey() {
  return (
    <p class="key">
      Marked: <span class="source">who</span> <span class="deed">does</span>{' '}
      <span class="target">to whom</span>, <span class="speaker">who says so</span>
    </p>
  );
}

// The first sentences and a button for more.
export function EventList({ events, step = 20 }: { events: number[]; step?: number }) {
  const [shown, setShown] = useState(step);
  return (
    <ol class="events">
      {events.slice(0, shown).map((e) => (
        <EventCard key={e} index={e} />
      ))}
      {events.length > shown && (
        <li class="plain">
          <button type="button" class="more" onClick={() => setShown(shown + 5 * step)}>
            Show {Math.min(5 * step, events.length - shown)} more of {events.length - shown}
          </button>
        </li>
      )}
    </ol>
  );
}
