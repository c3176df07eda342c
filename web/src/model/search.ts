// Words in sentences, speakers, outlets, titles and names of actors.
import type { Index } from './index';

export const searchTerms = (query: string): string[] =>
  [...query.toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)]
    .map(([, phrase, word]) => (phrase ?? word).replaceAll('"', ''))
    .filter(Boolean);

export function textOf(index: Index, e: number): string {
  const event = index.report.events[e];
  const article = index.report.articles[event.article];
  return [
    ...event.parts.map(([text]) => text),
    ' ',
    event.source,
    event.target,
    event.type,
    event.mode,
    event.issue,
    event.rule,
    ...event.said,
    article?.title ?? '',
    article?.outlet ?? '',
  ]
    .join(' ')
    .toLowerCase();
}

// Sentences alone are searched without the blanks between their parts.
const sentenceOf = (index: Index, e: number): string =>
  index.report.events[e].parts
    .map(([text]) => text)
    .join('')
    .toLowerCase();

export function matchingEvents(index: Index, terms: string[], mask: Uint8Array): number[] {
  const found = [];
  for (let e = 0; e < mask.length; e++) {
    if (!mask[e]) continue;
    const sentence = sentenceOf(index, e);
    const rest = terms.filter((term) => !sentence.includes(term));
    if (!rest.length) found.push(e);
    else {
      const text = textOf(index, e);
      if (rest.every((term) => text.includes(term))) found.push(e);
    }
  }
  return found;
}
