import { nameProblems, repeated } from './facet-url.ts';
import type { Problem } from './query.ts';
import { noParams } from './url.ts';

type ParsedSuggest = { ok: true; name: string } | { ok: false; problems: Problem[] };

/** What is asked of `/api/suggest`: `name`, and nothing else. */
export function parseSuggest(search: URLSearchParams): ParsedSuggest {
  const names = search.getAll('name');
  const problems = [...repeated('name', names), ...nameProblems(names), ...noParams(search, ['name'])];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, name: (search.get('name') ?? '').trim() };
}
