import { chooseTheme } from '#app/theme/choose.ts';
import { THEME_LABELS, themes } from '#app/theme/theme.ts';
import { choosable, facetOf } from '#lib/facets/derive.ts';
import { change, choose, hasFilters, withoutFilters } from '#lib/search/edit.ts';
import type { NamedValues } from '#lib/search/facet-values.ts';
import { type Query, type Sort, sortOf } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import type { SavedSearch } from '#lib/search/saved.ts';
import { queryOf } from '#lib/search/url.ts';
import { showQuery } from '../asking.ts';
import { presetsOf } from '../presets.ts';
import { showPane } from './pane.ts';
import type { Shared } from './share.ts';

export interface Command {
  /** Unique of a list. */
  id: string;
  group: string;
  label: string;
  /** What is said of it at its end. */
  note?: string;
  run: () => void;
  /** It is run with the list still open. */
  stays?: true;
}

const SORTS: Record<Sort, string> = { relevance: 'Most relevant', newest: 'Newest', oldest: 'Oldest' };

function to(group: string, label: string, query: Query): Command {
  return { id: label, group, label, run: () => showQuery(query) };
}

/** Opens the filters where they are closed, then goes to the first row of one. */
function goToFacet(id: string): void {
  const opener = document.querySelector<HTMLElement>('a[href="#filters"]');
  if (opener?.checkVisibility()) opener.click();
  requestAnimationFrame(() => {
    const facet = document.querySelector(`#facet-${id}`);
    facet?.scrollIntoView({ block: 'start', behavior: 'instant' });
    facet?.querySelector<HTMLElement>('a, input, button')?.focus({ preventScroll: true });
  });
}

function searchCommands(query: Query, result: Result): Command[] {
  const current = sortOf(query);
  const sorts = (['relevance', 'newest', 'oldest'] as const).filter(
    (sort) => sort !== current && (query.q || sort !== 'relevance'),
  );
  const fallback = sortOf({ ...query, sort: null });
  const type = query.type === 'finding' ? 'report' : 'finding';
  return [
    to('This search', `List ${type}s`, change(query, { type })),
    ...sorts.map((sort) =>
      to('This search', `${SORTS[sort]} first`, change(query, { sort: sort === fallback ? null : sort })),
    ),
    ...presetsOf(result)
      .filter(({ from }) => from !== query.from || query.to)
      .map(({ label, from }) => to('Dates', label, change(query, { from, to: null }))),
    ...(hasFilters(query) ? [to('This search', 'Clear all filters', withoutFilters(query))] : []),
  ];
}

/** All that can be asked of the page; `copy` takes the link or the API's call. */
export function commandsOf(query: Query, result: Result, copy: (shared: Shared) => void): Command[] {
  const filters = choosable.map(({ id, label }) => ({
    ...{ id: `go ${id}`, group: 'Filters', label: `Go to ${label}`, run: () => goToFacet(id) },
  }));
  const own: Command[] = [
    { id: 'save', group: 'Saved', label: 'Save this search', run: () => showPane('save') },
    { id: 'saved', group: 'Saved', label: 'Saved searches', run: () => showPane('saved') },
    { id: 'share', group: 'Share', label: 'Share this search', run: () => showPane('share') },
    { id: 'link', group: 'Share', label: 'Copy a link to this search', stays: true, run: () => copy('link') },
    { id: 'curl', group: 'Share', label: 'Copy the API call as curl', stays: true, run: () => copy('curl') },
    ...themes.map((theme) => ({
      ...{ id: theme, group: 'Page', label: `Colours: ${THEME_LABELS[theme]}`, run: () => chooseTheme(theme) },
    })),
    { id: 'keys', group: 'Page', label: 'Keys', run: () => showPane('keys') },
  ];
  return [...searchCommands(query, result), ...filters, ...own];
}

/** Filters by what goes by a name, as commands. */
export function nameCommands({ facet, values }: NamedValues, query: Query): Command[] {
  const { label: kind } = facetOf(facet);
  const found = values.filter(({ count, active }) => count > 0 || active);
  return found.map(({ id, label, alias, count, active }) => ({
    id: `${facet} ${id}`,
    group: kind,
    label: `${active ? 'Remove filter: ' : ''}${label}${alias === label ? '' : ` (${alias})`}`,
    note: String(count),
    run: () => showQuery(choose(query, facet, id, active ? null : 'only')),
  }));
}

/** Those that have every word that was typed. */
export function matching(commands: Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ group, label }) => {
    const text = `${group} ${label}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A search for what was typed, as its command. */
export function wordsCommand(typed: string, query: Query): Command {
  const q = typed.trim();
  return { id: 'words', group: 'Search', label: `Search for ${q}`, run: () => showQuery(change(query, { q })) };
}

export function savedCommands(searches: SavedSearch[], onOpen: (saved: SavedSearch) => void): Command[] {
  return searches.map((saved) => ({
    ...{ id: `saved ${saved.search}`, group: 'Saved', label: saved.name },
    run: () => {
      onOpen(saved);
      showQuery(queryOf(saved.search));
    },
  }));
}
