import type { Meilisearch } from '#lib/archive/client.ts';
import { ask } from './ask.ts';
import { archiveFigures } from './request.ts';
import type { Answers } from './response.ts';

/** How much there is in the archive, and of which days: the answers to `archiveFigures`, a second old at most. */
export type ReadFigures = () => Promise<Answers>;

const KEEP_MS = 1_000;

/** Asks for the figures at most once a second: each key that a reader types asks for a search. */
export function createFigures(client: Meilisearch, now: () => number = Date.now): ReadFigures {
  let kept: { at: number; answers: Promise<Answers> } | undefined;
  return () => {
    if (kept && now() - kept.at < KEEP_MS) return kept.answers;
    const asked = { at: now(), answers: ask(client, archiveFigures()) };
    kept = asked;
    asked.answers.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked.answers;
  };
}
