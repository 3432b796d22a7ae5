import { nameProblem } from './facet-url.ts';
import type { Problem } from './query.ts';

type ParsedSuggest = { ok: true; name: string } | { ok: false; problems: Problem[] };

/** What is asked of `/api/suggest`: `name`, and nothing else. */
export function parseSuggest(search: URLSearchParams): ParsedSuggest {
  const problem = nameProblem(search.getAll('name'));
  const strange = [...new Set(search.keys())].filter((param) => param !== 'name');
  const unknown = strange.map((param): Problem => {
    const detail = `There is no parameter “${param}”.`;
    return { code: 'unknown_parameter', param, detail, hint: 'Known is name.' };
  });
  const problems = [...(problem ? [problem] : []), ...unknown];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, name: (search.get('name') ?? '').trim() };
}
