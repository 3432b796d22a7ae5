import { parseQuery } from '#lib/search/url.ts';
import { searchArchive } from '../../archive.ts';
import { answer } from '../answer.ts';
import { badQuery } from '../problem.ts';

/** `GET /api/search`: the grammar of the page's own address, the answer as `Result`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseQuery(new URL(request.url).searchParams);
  return parsed.ok ? answer(request, () => searchArchive(parsed.query)) : badQuery(parsed.problems);
}
