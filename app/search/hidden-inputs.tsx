import type { Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';

/** All of a query that a form's own fields do not say, so that a plain submit keeps it. */
export function HiddenInputs({ query, except }: { query: Query; except: string[] }) {
  const kept = [...new URLSearchParams(formatQuery({ ...query, page: 1 }))].filter(([name]) => !except.includes(name));
  return kept.map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />);
}
