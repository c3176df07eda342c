// While the program that serves the page reads on, the page asks every two seconds how far it is.

export interface Progress {
  reading: boolean;
  articles: number;
  events?: number; // that there are to show
  revision: string; // changes when there is something new to show
}

const WAIT_MS = 2000;

export function followProgress(tell: (progress: Progress) => void): void {
  const ask = async () => {
    try {
      const answer = await fetch(`api/progress.json${location.search}`);
      if (!answer.ok) return; // a program that does not tell
      tell((await answer.json()) as Progress);
    } catch {
      // It is gone or busy: asked again.
    }
    setTimeout(() => void ask(), WAIT_MS);
  };
  void ask();
}
