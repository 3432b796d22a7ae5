import type { Locator, Page } from '@playwright/test';
import { archiveClient } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { MARK, rangesOf } from '#lib/search/highlight.ts';
import type { Result } from '#lib/search/result.ts';
import { box } from '#tests/e2e/parts.ts';

/** A hit as a reader sees it. */
export interface Shown {
  text: string;
  marks: string[];
}

/** A search page under measurement. */
export interface Contender {
  name: string;
  url: string;
  /** A page of another site. */
  from: string;
  box: (page: Page) => Locator;
  /** The hit that words bring up first; null where they find nothing. */
  firstHit: (words: string) => Promise<Shown | null>;
}

function shown(text: string, ranges: [number, number][]): Shown {
  return { text, marks: ranges.map(([start, end]) => text.slice(start, end)) };
}

export function ours(url: string, from: string): Contender {
  const firstHit = async (words: string) => {
    const { results }: Result = await fetch(`${url}/api/search?q=${encodeURIComponent(words)}`).then((answer) =>
      answer.json(),
    );
    const [hit] = results;
    if (hit?.type !== 'finding') return null;
    return shown(hit.text, hit.snippets.find(({ field }) => field === 'text')?.ranges ?? []);
  };
  return { name: 'ours', url, from, box, firstHit };
}

/** The page of InstantSearch asks the engine itself. */
export function theirs(url: string, from: string, engine: { host: string; key: string }): Contender {
  const index = archiveClient(engine.host, engine.key).index<FindingDocument>('findings');
  const firstHit = async (words: string) => {
    const { hits } = await index.search(words, {
      ...{ filter: 'copy = false', hitsPerPage: 20, page: 1 },
      ...{ attributesToHighlight: ['text'], highlightPreTag: MARK.open, highlightPostTag: MARK.close },
    });
    const marked = hits[0]?._formatted?.text;
    if (marked === undefined) return null;
    const { text, ranges } = rangesOf(marked);
    return shown(text, ranges);
  };
  return { name: 'InstantSearch', url, from, box: (page) => page.getByRole('searchbox'), firstHit };
}
