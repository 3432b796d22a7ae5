import { isEngineDown } from '#lib/archive/client.ts';
import { parseQuery } from '#lib/search/url.ts';
import { searchArchive } from '../../archive.ts';
import { badQuery, engineDown, fault } from '../problem.ts';

/** `GET /api/search`: the grammar of the page's own address, the answer as `Result`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseQuery(new URL(request.url).searchParams);
  if (!parsed.ok) return badQuery(parsed.problems);
  try {
    return Response.json(await searchArchive(parsed.query), { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
