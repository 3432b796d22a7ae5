import { parseQuery } from '#lib/search/url.ts';
import { readInsight } from '../../archive.ts';
import { answer } from '../answer.ts';
import { badQuery } from '../problem.ts';

/** `GET /api/insight`: what stands out in a search against the whole archive, as `Insight`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseQuery(new URL(request.url).searchParams);
  return parsed.ok ? answer(request, () => readInsight(parsed.query)) : badQuery(parsed.problems);
}
