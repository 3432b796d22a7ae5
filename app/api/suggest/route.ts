import { parseSuggest } from '#lib/search/suggest-url.ts';
import { suggestNames } from '../../archive.ts';
import { answer } from '../answer.ts';
import { badQuery } from '../problem.ts';

/** `GET /api/suggest?name=…`: what the archive has by a name, as `Suggestions`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseSuggest(new URL(request.url).searchParams);
  return parsed.ok ? answer(request, () => suggestNames(parsed.name)) : badQuery(parsed.problems);
}
