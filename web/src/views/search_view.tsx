// Search over sentences and actors: all words must be there; "in quotes" as they stand.
import { indicesOf } from '../model/filter';
import { searchTerms, matchingEvents } from '../model/search';
import { EventList, MarksKey } from '../parts/evidence';
import { AllAsCsv } from '../parts/kept_note';
import { ActorLink, plural } from '../parts/names';
import { useApp } from '../state/app';

export function SearchView() {
  const app = useApp();
  const { query } = app.address.value;
  const { actors } = app.index.report;
  const terms = searchTerms(query);
  const named = terms.length
    ? actors.flatMap((actor, i) =>
        terms.every((term) => `${actor.name} ${actor.node}`.toLowerCase().includes(term))
          ? [i]
          : [],
      )
    : [];
  const events = terms.length
    ? matchingEvents(app.index, terms, app.mask.value)
    : indicesOf(app.mask.value);
  return (
    <>
      <h2>{terms.length ? `Search: ${query}` : 'All sentences'}</h2>
      {named.length > 0 && (
        <ul class="chips">
          {named.slice(0, 30).map((actor) => (
            <li key={actor}>
              <ActorLink actor={actor} page />
            </li>
          ))}
        </ul>
      )}
      <p class="lead" role="status">
        {plural(events.length, 'sentence')} that the filter lets through
        {terms.length > 0 && events.length === 0 && '; try fewer words, or clear the filters'}.
      </p>
      <AllAsCsv view="search" chosen={{ q: query }} />
      <MarksKey />
      <EventList key={query} events={events} />
    </>
  );
}
