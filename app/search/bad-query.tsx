import type { Problem } from '#lib/search/query.ts';
import { Notice } from '../ui/notice.tsx';

/** An address that asks for what there is not: better told than searched without it. */
export function BadQuery({ problems, search }: { problems: Problem[]; search: URLSearchParams }) {
  const rest = new URLSearchParams(search);
  for (const { param } of problems) rest.delete(param);
  const instead = problems.find((one) => one.instead)?.instead;
  return (
    <Notice title="This search cannot be done as written">
      <ul>
        {problems.map(({ param, detail, hint }) => (
          <li key={`${param} ${detail}`}>
            {detail} {hint}
          </li>
        ))}
      </ul>
      <p>
        Correct the address
        {instead && (
          <>
            , <a href={`/?${instead}`}>search with that put right</a>
          </>
        )}
        {rest.size > 0 && (
          <>
            , <a href={`/?${rest}`}>search without what is wrong</a>
          </>
        )}
        , or <a href="/">start a new search</a>.
      </p>
    </Notice>
  );
}
