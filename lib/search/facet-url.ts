import { facetOf } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { isName, MOST_NAME_LETTERS, VALUE } from './param-kinds.ts';
import type { Problem, Query } from './query.ts';
import { parseQuery } from './url.ts';

/** Which values of a facet are asked for: those that go by a name, or those that lie in another. */
type Sought = { name: string } | { within: string };
type ParsedFacetSearch = ({ ok: true; query: Query } & Sought) | { ok: false; problems: Problem[] };

const HINT = `It takes the beginning of a name, in any script, at most ${MOST_NAME_LETTERS} characters.`;

function bad(param: string, detail: string, hint: string): Problem {
  return { code: 'bad_value', param, detail, hint };
}

/** Is a parameter given more than once? */
export function repeated(param: string, values: string[]): Problem[] {
  const detail = `“${param}” is given ${values.length} times.`;
  return values.length > 1 ? [{ code: 'repeated_parameter', param, detail, hint: 'Give it once.' }] : [];
}

/** What is wrong with a name, if anything. */
export function nameProblems([name = '']: string[]): Problem[] {
  if (isName(name)) return [];
  const detail = name.trim() === '' ? '“name” is missing.' : `“${name}” is no value of “name”.`;
  return [bad('name', detail, HINT)];
}

function withinProblems(facet: FacetId, [within = '']: string[]): Problem[] {
  const { kind, plural } = facetOf(facet);
  if (kind !== 'tree') return [bad('within', `There are no ${plural} within others.`, 'Give “name” in its place.')];
  if (VALUE.test(within)) return [];
  return [bad('within', `“${within}” is no value of “within”.`, 'It takes an id, such as one that an answer lists.')];
}

/** A search for values of a facet, from its URL: `name` or `within`, and the parameters of a search. */
export function parseFacetSearch(facet: FacetId, search: URLSearchParams): ParsedFacetSearch {
  const [names, withins] = [search.getAll('name'), search.getAll('within')];
  const rest = new URLSearchParams(search);
  rest.delete('name');
  rest.delete('within');
  const parsed = parseQuery(rest);
  const isWithin = withins.length > 0;
  const problems = [
    ...(isWithin && names.length > 0
      ? [bad('within', '“name” and “within” are both given.', 'Give one of the two.')]
      : [...repeated('name', names), ...repeated('within', withins)]),
    ...(isWithin ? withinProblems(facet, withins) : nameProblems(names)),
    ...(parsed.ok ? [] : parsed.problems),
  ];
  if (!parsed.ok || problems.length > 0) return { ok: false, problems };
  const [name = '', within = ''] = [names[0], withins[0]];
  return { ok: true, query: parsed.query, ...(isWithin ? { within } : { name: name.trim() }) };
}
