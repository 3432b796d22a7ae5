import type { Problem } from '#lib/search/query.ts';

/** An error as RFC 9457 has it, with what to do in `hint`. */
interface ProblemBody {
  status: number;
  title: string;
  code: string;
  detail: string;
  hint: string;
  param?: string;
  instead?: string;
  problems?: Problem[];
}

export function problem(body: ProblemBody, headers: Record<string, string> = {}): Response {
  return Response.json(
    { type: 'about:blank', ...body },
    {
      status: body.status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    },
  );
}

/** 400: what is wrong with the parameters; the first in the fields of the problem itself, all under `problems`. */
export function badQuery(problems: Problem[]): Response {
  const [first] = problems;
  return problem({
    status: 400,
    title: 'Bad query',
    code: first?.code ?? 'bad_query',
    detail: problems.map(({ detail }) => detail).join(' '),
    hint: first?.hint ?? '',
    ...(first ? { param: first.param } : {}),
    ...(first?.instead ? { instead: first.instead } : {}),
    problems,
  });
}

/** 503: the engine's own words say nothing to a reader, and are not passed on. */
export function engineDown(): Response {
  return problem(
    {
      status: 503,
      title: 'The archive cannot be searched now',
      code: 'engine_down',
      detail: 'The search engine does not answer.',
      hint: 'Try again in some seconds.',
    },
    { 'Retry-After': '5' },
  );
}

/** 500: a fault of ours; what it was stands in the log. */
export function fault(): Response {
  return problem({
    status: 500,
    title: 'A fault',
    code: 'fault',
    detail: 'The search could not be done.',
    hint: 'The fault is ours. Try another search.',
  });
}
