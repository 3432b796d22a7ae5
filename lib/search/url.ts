import { params } from './params.ts';
import { emptyQuery, type Problem, type Query } from './query.ts';

export type Parsed = { ok: true; query: Query } | { ok: false; problems: Problem[] };

const byName = new Map(params.map((param) => [param.name, param]));

/** A query from its URL. Empty values, as forms send them, are no values; unknown parameters are problems. */
export function parseQuery(search: URLSearchParams): Parsed {
  const query = emptyQuery();
  const problems: Problem[] = [];
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name).filter((value) => value.trim() !== '');
    const param = byName.get(name);
    if (!param) problems.push(unknown(name));
    else if (values.length > 0) problems.push(...param.read(values, query));
  }
  if (query.from && query.to && /^\d{4}-/.test(query.from) && query.from > query.to)
    problems.push({
      code: 'bad_value',
      param: 'to',
      detail: `“to” (${query.to}) is before “from” (${query.from}).`,
      hint: 'Exchange the two.',
      ...(problems.length === 0 && { instead: formatQuery({ ...query, from: query.to, to: query.from }) }),
    });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, query };
}

/** What is wrong with an address that takes no parameters but the `known`. */
export function noParams(search: URLSearchParams, known: string[] = []): Problem[] {
  const strange = [...new Set(search.keys())].filter((param) => !known.includes(param));
  return strange.map((param) => ({
    code: 'unknown_parameter',
    param,
    detail: `There is no parameter “${param}”.`,
    hint: `This address takes ${known.join(', ') || 'none'}.`,
  }));
}

/** The query of an address; of one that is no search, the search for all. */
export function queryOf(search: string): Query {
  const parsed = parseQuery(new URLSearchParams(search));
  return parsed.ok ? parsed.query : emptyQuery();
}

function unknown(name: string): Problem {
  const alike = (letters: number) => params.find((param) => param.name.startsWith(name.slice(0, letters)))?.name;
  const near = alike(6) ?? (name.startsWith('not_') ? undefined : alike(3));
  const hint = near ? `Did you mean “${near}”?` : `Known are ${params.map((param) => param.name).join(', ')}.`;
  return { code: 'unknown_parameter', param: name, detail: `There is no parameter “${name}”.`, hint };
}

/** The query's URL parameters: defaults left out, in one order. */
export function formatQuery(query: Query): string {
  const search = new URLSearchParams();
  for (const param of params) for (const value of param.write(query)) search.append(param.name, value);
  return search.toString();
}
