// The page's data: one document, made by src/views/report_data.cpp and described in docs/views.md.
// Actors, ties, events and articles are named by their index in their list; -1 is none.

export type Phrase = [text: string, actor: number];

export interface Actor {
  node: string;
  name: string;
  the: boolean; // "the United States"
  camp: number; // 1 or 2, 0 for neither
  certain: boolean;
  weight: number;
  country: string; // ISO 3166 alpha-3, or ""
  x: number;
  y: number;
}

export type Relation = 'friends' | 'enemies' | 'mixed' | 'unclear';

export interface Tie {
  a: number;
  b: number;
  sign: number;
  relation: Relation;
  strength: number;
  friendly: number;
  hostile: number;
  mixedness: number;
  ab: number;
  ba: number;
  events: number;
  frustrated: boolean;
}

export type Status = 'happened' | 'denied' | 'planned' | 'demanded' | 'hypothetical';

export interface Event {
  id: string;
  s: number;
  t: number;
  source: string;
  target: string;
  type: string;
  mode: string;
  sign: number;
  intensity: number;
  weight: number; // what it adds to its tie; signed
  told: number; // the event that reports the same deed best, where that is another
  claimed: boolean; // somebody else than the doer or the outlet says so
  coder: string; // who coded it elsewhere; its sentence was not seen
  where: string;
  status: Status;
  mutual: boolean;
  said: string[]; // outermost first
  from: string | null;
  to: string | null;
  precision: string;
  basis: string;
  issue: string;
  rule: string;
  confidence: number;
  article: number;
  place: number; // of the sentence in its article
  parts: [text: string, role: number][]; // 1 source, 2 deed, 3 target, 4 speaker
}

export interface Article {
  id: string;
  title: string;
  outlet: string;
  author: string;
  url: string;
  published: string | null;
}

export interface Tension {
  actors: [number, number, number];
  torn: boolean; // two friends of the first are enemies; else three enemies
  weight: number;
  text: Phrase[];
}

export interface Contested {
  actor: number;
  own: number;
  other: number;
  cost: number;
  text: Phrase[];
}

export interface Implied {
  a: number;
  b: number;
  score: number;
  text: Phrase[];
}

export interface Position {
  actor: number;
  issue: string;
  stand: 'for' | 'against' | 'conditional' | 'mixed';
  events: number[];
}

// Camps over time as the program measured them; windows by their index in the list.
export interface History {
  samples: number; // resamples of the events
  windows: {
    from: string; // month
    to: string;
    ties: number; // with a sign
    balance: number; // share of the weight that fits the camps
    low: number; // in all but each tenth resample
    high: number;
    chance: number; // with signs dealt out anew
    p: number;
    weight: number;
    frustration: number;
    proven: boolean;
    camps: number[]; // of each actor
    undecided: number[]; // actors that could stand in either camp
  }[];
  moves: {
    actor: number;
    last: number;
    now: number;
    camp: number; // the new one
    certain: boolean;
    support: number; // share of the resamples
  }[];
  changes: {
    of: 'fit' | 'tone' | 'tie';
    a: number;
    b: number;
    date: string;
    before: number;
    after: number;
    p: number;
  }[];
}

export interface Report {
  version: number;
  title: string;
  finding: Phrase[];
  balance: {
    explained: number;
    proven: boolean;
    frustration: number;
    lower_bound: number;
    weight: number;
  };
  actors: Actor[];
  ties: Tie[];
  events: Event[];
  articles: Article[];
  tensions: Tension[];
  contested: Contested[];
  implied: Implied[];
  positions?: Position[];
  history?: History;
  examples?: { name: string; title: string }[]; // that a server without data offers
  kept?: { events: number; of: number }; // where a server left events out
  months?: { month: string; friendly: number; hostile: number; articles: number }[]; // then: of all
}
