import type { Problem, Query } from './query.ts';
import { parseQuery } from './url.ts';

type ParsedFacetSearch = { ok: true; name: string; query: Query } | { ok: false; problems: Problem[] };

const MOST_LETTERS = 100;
const HINT = `It takes the beginning of a name, in any script, at most ${MOST_LETTERS} characters.`;

/** What is wrong with the values of `name`, if anything. */
export function nameProblem(names: string[]): Problem | null {
  const param = 'name';
  const [name = '', ...more] = names;
  if (more.length > 0)
    return {
      code: 'repeated_parameter',
      param,
      detail: `“name” is given ${names.length} times.`,
      hint: 'Give it once.',
    };
  if (/[\p{L}\p{N}]/u.test(name) && name.length <= MOST_LETTERS) return null;
  const detail = name.trim() === '' ? '“name” is missing.' : `“${name}” is no value of “name”.`;
  return { code: 'bad_value', param, detail, hint: HINT };
}

/** A search for a facet's values by name, from its URL: `name`, and the parameters of a search. */
export function parseFacetSearch(search: URLSearchParams): ParsedFacetSearch {
  const names = search.getAll('name');
  const rest = new URLSearchParams(search);
  rest.delete('name');
  const parsed = parseQuery(rest);
  const problem = nameProblem(names);
  if (parsed.ok && !problem) return { ok: true, name: (names[0] ?? '').trim(), query: parsed.query };
  return { ok: false, problems: [...(problem ? [problem] : []), ...(parsed.ok ? [] : parsed.problems)] };
}
