// The side panel: what the chosen tie, actors, tension or article rests on.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dayText, monthsText } from '../model/dates';
import { pairKey } from '../model/index';
import type { TieNow } from '../model/ties';
import { useApp } from '../state/app';
import { holds } from '../views/tensions_view';
import { copyLink } from './copy_link';
import { EventList, MarksKey, webAddress } from './evidence';
import { AllAsCsv } from './kept_note';
import {
  ActorLink,
  Balance,
  campName,
  NOTHING,
  Phrases,
  plural,
  signed,
  TieLink,
  tieName,
} from './names';
import { TieWhatIf, ActorWhatIf } from './what_if_controls';

function Head(props: { title: ComponentChildren; facts: (string | false)[]; page?: string }) {
  const app = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest('.view, .panel')) title.current?.focus();
  }, [app.address.value.tie, app.address.value.actors.join()]);
  return (
    <header class="panel-head">
      <button class="close" type="button" aria-label="Close" onClick={() => app.go({ ...NOTHING })}>
        ×
      </button>
      <h2 tabIndex={-1} ref={title}>
        {props.title}
      </h2>
      <p class="facts">{props.facts.filter(Boolean).join(' · ')}</p>
      <p class="facts">
        {props.page && <a href={props.page}>Open as a page</a>}
        {props.page && ' · '}
        <button type="button" class="plain-link" onClick={() => void copyLink(app)}>
          Copy link
        </button>
      </p>
    </header>
  );
}

function sharedNeighbours(app: ReturnType<typeof useApp>, tie: TieNow) {
  const toward = (actor: number) =>
    new Map(
      app.index.tiesOfActor[actor].flatMap((i) => {
        const other = app.tieAt.value.get(i);
        if (!other?.sign) return [];
        return [[other.a === actor ? other.b : other.a, other.sign] as [number, number]];
      }),
    );
  const [ofA, ofB] = [toward(tie.a), toward(tie.b)];
  const groups: Record<string, number[]> = { '11': [], '1-1': [], '-11': [], '-1-1': [] };
  for (const [actor, sign] of ofA) {
    if (ofB.has(actor)) groups[`${sign}${ofB.get(actor)}`].push(actor);
  }
  return groups;
}

function Shared({ tie }: { tie: TieNow }) {
  const app = useApp();
  const groups = sharedNeighbours(app, tie);
  const { actors } = app.index.report;
  const [a, b] = [actors[tie.a].name, actors[tie.b].name];
  const lines: [string, number[]][] = [
    ['Friends of both', groups['11']],
    ['Enemies of both', groups['-1-1']],
    [`Friends of ${a}, enemies of ${b}`, groups['1-1']],
    [`Friends of ${b}, enemies of ${a}`, groups['-11']],
  ];
  const shown = lines.filter(([, list]) => list.length);
  if (!shown.length) return null;
  return (
    <dl class="shared">
      {shown.map(([name, list]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {list.slice(0, 12).map((actor, n) => (
              <span key={actor}>
                {n > 0 && ', '}
                <ActorLink actor={actor} />
              </span>
            ))}
            {list.length > 12 && ` and ${list.length - 12} more`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function TieFacts({ tie }: { tie: TieNow }) {
  const app = useApp();
  const { actors } = app.index.report;
  const camps = app.shownCamps.value.camp;
  const [ca, cb] = [camps[tie.a], camps[tie.b]];
  const against = tie.sign !== 0 && ca && cb && (ca === cb) !== tie.sign > 0;
  const { [tie.a]: a, [tie.b]: b } = actors;
  return (
    <>
      <Balance friendly={tie.friendly} hostile={tie.hostile} />
      <p class="toward">
        {a.name} → {b.name} {signed(tie.ab)}
        <br />
        {b.name} → {a.name} {signed(tie.ba)}
      </p>
      {against && (
        <p class="warning">
          This tie runs against the camps:{' '}
          {tie.sign > 0 ? 'friends in different camps.' : 'enemies in the same camp.'}
        </p>
      )}
      <Shared tie={tie} />
    </>
  );
}

const tieFacts = (tie: TieNow) => [
  tie.relation,
  `strength ${tie.strength.toFixed(1)}`,
  plural(tie.events, 'event'),
  monthsText(tie.from, tie.to),
];

function TiePanel({ index }: { index: number }) {
  const app = useApp();
  const tie = app.tieAt.value.get(index);
  const { a, b } = app.index.report.ties[index];
  const events = app.index.eventsOfTie[index].filter((e) => app.mask.value[e]);
  const title = (
    <>
      <ActorLink actor={a} /> and <ActorLink actor={b} />
    </>
  );
  return (
    <>
      <Head
        title={title}
        facts={tie ? tieFacts(tie) : ['no events that the filter lets through']}
        page={app.link({ view: 'tie' })}
      />
      {tie && <TieFacts tie={tie} />}
      <TieWhatIf a={a} b={b} />
      <h3>Evidence</h3>
      <AllAsCsv view="tie" chosen={{ tie: tieName(app, { a, b }) }} />
      <MarksKey />
      <EventList events={events} />
    </>
  );
}

export function TieRows({ ties, from }: { ties: TieNow[]; from: number }) {
  return (
    <ul class="tie-list">
      {ties.map((tie) => (
        <li key={`${tie.a}~${tie.b}`} class="tie-row">
          <span class="ends">
            <ActorLink actor={tie.a === from ? tie.b : tie.a} />
          </span>
          <TieLink tie={tie} />
          <span class="number">{tie.strength.toFixed(1)}</span>
        </li>
      ))}
    </ul>
  );
}

export const tiesOf = (app: ReturnType<typeof useApp>, actor: number): TieNow[] =>
  app.shownTies.value.filter((tie) => tie.a === actor || tie.b === actor);

export function ActorFacts({ actor }: { actor: number }) {
  const app = useApp();
  const entry = app.contested.value.find((row) => row.actor === actor);
  return (
    <>
      {entry && (
        <p class="warning">
          <Phrases parts={entry.text} />
        </p>
      )}
    </>
  );
}

export function actorFacts(app: ReturnType<typeof useApp>, actor: number): (string | false)[] {
  const { node, certain } = app.index.report.actors[actor];
  const camp = app.shownCamps.value.camp[actor];
  const events = app.index.eventsOfActor[actor].filter((e) => app.mask.value[e]);
  return [
    campName(camp) + (camp && !certain ? ' (uncertain)' : ''),
    plural(tiesOf(app, actor).length, 'tie'),
    plural(events.length, 'event'),
    node,
  ];
}

function ActorPanel({ actor }: { actor: number }) {
  const app = useApp();
  const events = app.index.eventsOfActor[actor].filter((e) => app.mask.value[e]);
  return (
    <>
      <Head
        title={<ActorLink actor={actor} page />}
        facts={actorFacts(app, actor)}
        page={app.link({ view: 'actor' })}
      />
      <ActorFacts actor={actor} />
      <ActorWhatIf actor={actor} />
      <h3>Ties</h3>
      <TieRows ties={tiesOf(app, actor)} from={actor} />
      <h3>Evidence</h3>
      <AllAsCsv view="actor" chosen={{ actor: app.index.report.actors[actor].node }} />
      <MarksKey />
      <EventList events={events} />
    </>
  );
}

function ActorsPanel({ actors }: { actors: number[] }) {
  const app = useApp();
  const chosen = new Set(actors);
  const ties = app.shownTies.value.filter((tie) => chosen.has(tie.a) && chosen.has(tie.b));
  const { length } = app.index.report.actors;
  return (
    <>
      <Head
        title={`${actors.length} actors`}
        facts={[`${plural(ties.length, 'tie')} among them`]}
      />
      <ul class="chips">
        {actors.map((actor) => (
          <li key={actor}>
            <ActorLink actor={actor} />
          </li>
        ))}
      </ul>
      <h3>Ties among them</h3>
      <ul class="tie-list">
        {ties.map((tie) => (
          <li key={pairKey(length, tie.a, tie.b)} class="tie-row">
            <span class="ends">
              <ActorLink actor={tie.a} /> <ActorLink actor={tie.b} />
            </span>
            <TieLink tie={tie} />
            <span class="number">{tie.strength.toFixed(1)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function TensionPanel({ nodes }: { nodes: string[] }) {
  const app = useApp();
  const { report } = app.index;
  const ids = nodes.map((node) => app.index.actorOf.get(node) ?? -1);
  const tension = report.tensions.find(
    ({ actors }) => actors.length === ids.length && actors.every((actor) => ids.includes(actor)),
  );
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b): [number, number] => [a, b]));
  const ties = pairs.flatMap(([a, b]) => {
    const index = app.index.tieBetween.get(pairKey(report.actors.length, a, b));
    return index === undefined ? [] : [index];
  });
  return (
    <>
      <Head title="Tension" facts={tension ? [`weight ${tension.weight.toFixed(1)}`] : []} />
      {tension && (
        <p class="statement">
          <Phrases parts={tension.text} />
        </p>
      )}
      <MarksKey />
      {ties.map((index) => (
        <TensionSide key={index} index={index} />
      ))}
    </>
  );
}

function TensionSide({ index }: { index: number }) {
  const app = useApp();
  const { a, b } = app.index.report.ties[index];
  const tie = app.tieAt.value.get(index);
  const events = app.index.eventsOfTie[index].filter((e) => app.mask.value[e]);
  return (
    <>
      <h3>
        <ActorLink actor={a} /> {tie ? <TieLink tie={tie} /> : '·'} <ActorLink actor={b} />
      </h3>
      <EventList events={events} step={4} />
    </>
  );
}

function ArticlePanel({ id }: { id: string }) {
  const app = useApp();
  const number = app.index.report.articles.findIndex((article) => article.id === id);
  if (number < 0) return <Head title="No such article" facts={[id]} />;
  const article = app.index.report.articles[number];
  const address = webAddress(article.url);
  const events = app.index.eventsOfArticle[number]
    .filter((e) => app.mask.value[e])
    .sort((p, q) => app.index.report.events[p].place - app.index.report.events[q].place);
  const facts = [
    article.outlet,
    article.author,
    article.published ? dayText(article.published) : '',
    plural(events.length, 'event'),
  ];
  return (
    <>
      <Head title={article.title || article.id} facts={facts} />
      {address && (
        <p>
          <a href={address} rel="noopener noreferrer" target="_blank">
            Read it ↗
          </a>
        </p>
      )}
      <MarksKey />
      <EventList events={events} />
    </>
  );
}

function Hint() {
  const app = useApp();
  const contested = app.contested.value;
  const tensions = app.index.report.tensions.filter((tension) => holds(app, tension));
  const told = app.address.value.view === 'tensions'; // beside it, in full
  return (
    <>
      <h2>Open the evidence</h2>
      <p class="lead">
        Choose a line for the sentences behind a tie, a circle for an actor with all of its ties.
        Hold Ctrl to choose several.
      </p>
      {!told && tensions.length > 0 && (
        <>
          <h3>Under tension</h3>
          <ul class="sentences">
            {tensions.slice(0, 3).map((tension, n) => (
              <li key={n}>
                <Phrases parts={tension.text} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!told && contested.length > 0 && (
        <>
          <h3>Between the camps</h3>
          <ul class="sentences">
            {contested.slice(0, 3).map((entry) => (
              <li key={entry.actor}>
                <Phrases parts={entry.text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function Panel() {
  const app = useApp();
  const { tension, article } = app.address.value;
  const actors = app.actors.value;
  const tie = app.tie.value;
  const open = tie >= 0 || actors.length > 0 || tension || article;
  return (
    <aside class={`panel card${open ? ' open' : ''}`} id="panel" aria-label="Evidence">
      {tie >= 0 ? (
        <TiePanel key={tie} index={tie} />
      ) : tension ? (
        <TensionPanel nodes={tension.split('~')} />
      ) : article ? (
        <ArticlePanel key={article} id={article} />
      ) : actors.length > 1 ? (
        <ActorsPanel actors={actors} />
      ) : actors.length === 1 ? (
        <ActorPanel key={actors[0]} actor={actors[0]} />
      ) : (
        <Hint />
      )}
    </aside>
  );
}
