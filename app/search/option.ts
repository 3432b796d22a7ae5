import { isName } from '#lib/search/param-kinds.ts';
import type { Suggestion, Suggestions } from '#lib/search/suggest.ts';
import type { Sign, Typed } from '#lib/search/typed.ts';
import type { Recent } from './recent.ts';

/** One line of the list under the box; `id` is its element's. */
export type Option = { id: string } & (
  | { is: 'named'; value: Suggestion; negated: boolean; words: number }
  | { is: 'recent'; recent: Recent }
  | { is: 'forget' }
  | { is: 'help'; sign: Sign }
);

const MOST_RECENT_TOO = 2;

/** The searches before that are like what is typed; all of them where nothing is. */
function fitting(text: string, recents: Recent[]): Recent[] {
  const like = text.trim().toLowerCase();
  if (like === '') return recents;
  const others = recents.filter((recent) => recent.text.toLowerCase() !== like);
  return others.filter((recent) => recent.text.toLowerCase().includes(like)).slice(0, MOST_RECENT_TOO);
}

/** What is offered: what the archive has by the name, searches made before, and the signs that fit. */
export function optionsOf(text: string, typed: Typed, found: Suggestions | undefined, recents: Recent[]): Option[] {
  const { name, negated, signs } = typed;
  const values = isName(name) && found ? found.values : [];
  const words = found?.name.split(/\s+/).length ?? 0;
  const again = fitting(text, recents);
  return [
    ...values.map((value) => ({
      ...{ is: 'named' as const, value, negated, words },
      id: `suggestion-${value.facet}-${value.id}`,
    })),
    ...again.map((recent) => ({ is: 'recent' as const, recent, id: `suggestion-${recent.search}` })),
    ...(text.trim() === '' && again.length > 0 ? [{ is: 'forget' as const, id: 'suggestion-forget' }] : []),
    ...signs.map((sign) => ({ is: 'help' as const, sign, id: sign === '-' ? 'suggestion-not' : 'suggestion-phrase' })),
  ];
}
