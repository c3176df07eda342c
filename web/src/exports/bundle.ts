// An evidence bundle: numbered sentences in Markdown, with who says so and where to find it.
import { dateText, dayText } from '../model/dates';
import { isFiltered } from '../model/filter';
import { sayers } from '../parts/evidence';
import { plural, signed } from '../parts/names';
import type { App } from '../state/app';
import { printAddress } from '../state/address';
import { chosenEvents } from './tables';

// Article text cannot become a heading, a link or markup of a Markdown reader.
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~!&]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

const MARKS: Record<number, string> = { 1: '**', 2: '_', 3: '**' };

function sentence(parts: [string, number][]): string {
  return parts
    .map(([text, role]) => {
      const mark = MARKS[role] ?? '';
      const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!;
      return inner ? `${before && ' '}${mark}${escapeMarkdown(inner)}${mark}${after && ' '}` : ' ';
    })
    .join('');
}

function heading(app: App): string {
  const { actors, ties } = app.index.report;
  if (app.tie.value >= 0) {
    const { a, b } = ties[app.tie.value];
    return `${actors[a].name} and ${actors[b].name}`;
  }
  const chosen = app.actors.value.map((actor) => actors[actor].name);
  return chosen.join(', ') || app.address.value.tension.replaceAll('~', ', ') || 'All evidence';
}

export function bundle(app: App): string {
  const { report } = app.index;
  const events = chosenEvents(app);
  const lines = [
    `# ${escapeMarkdown(report.title)}: ${escapeMarkdown(heading(app))}`,
    '',
    `${plural(events.length, 'sentence')}${
      isFiltered(app.address.value.filter) ? ' under the filter of the address below' : ''
    }. Bold: who acts, and toward whom; italics: the deed.`,
    '',
    `Address: \`${printAddress(app.address.value).replaceAll('`', '')}\``,
    '',
  ];
  events.forEach((e, n) => {
    const event = report.events[e];
    const article = report.articles[event.article];
    const type = event.type + (event.mode ? ` ${event.mode}` : '');
    const arrow = event.mutual ? '↔' : '→';
    lines.push(
      `${n + 1}. ${escapeMarkdown(event.source)} ${arrow} ${escapeMarkdown(event.target)} · ` +
        `${type} ${signed(event.intensity)} · ${dateText(event)} · ${event.status}`,
      '',
      `   > ${sentence(event.parts)}`,
      '',
      `   ${escapeMarkdown(sayers(event, article))}${
        article
          ? ` · ${escapeMarkdown(article.title || article.id)}` +
            (article.published ? `, ${dayText(article.published)}` : '') +
            (/^https?:/i.test(article.url) ? ` · <${encodeURI(article.url)}>` : '')
          : ''
      }`,
      '',
      `   rule ${event.rule} · confidence ${event.confidence.toFixed(2)} · id ${event.id}`,
      '',
    );
  });
  return lines.join('\n');
}
