import { fileURLToPath } from 'node:url';
import type { NextApp } from '#indexer/serve/build.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function benchApp(name: string, folder: string): NextApp {
  return {
    name,
    folder,
    sources: [`${folder}/app`, `${folder}/next.config.js`, 'next.config.js', 'package-lock.json'],
  };
}

/** A layout and a page with nothing in them: what Next and React weigh. */
export const emptyPage = benchApp('the empty page', 'tests/bench/empty-page');

/** A search page of react-instantsearch with instant-meilisearch. */
export const instantSearch = benchApp('the page of InstantSearch', 'tests/bench/instantsearch');
