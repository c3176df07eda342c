// While the program that serves the page reads on, the page asks every two seconds how far it is.

export interface Progress {
  reading: boolean;
  articles: number;
  events?: number; // that there are to show
  revision: string; // changes when there is something new to show
}

const WAIT_MS = 2000;

const progressNow = () => fetch(`api/progress.json${location.search}`);

let before = ''; // the revision when the page's data were about to be asked for

// To be called ahead of the report: what comes in between is offered as new.
export async function noteRevision(): Promise<void> {
  try {
    const answer = await progressNow();
    if (answer.ok) before = ((await answer.json()) as Progress).revision;
  } catch {
    // A program that does not tell.
  }
}

export const revisionShown = (): string => before;

export function followProgress(tell: (progress: Progress) => void): void {
  const ask = async () => {
    try {
      const answer = await progressNow();
      if (!answer.ok) return; // a program that does not tell
      tell((await answer.json()) as Progress);
    } catch {
      // It is gone or busy: asked again.
    }
    setTimeout(() => void ask(), WAIT_MS);
  };
  void ask();
}
