import { isEngineDown } from '#lib/archive/client.ts';
import { parseSuggest } from '#lib/search/suggest-url.ts';
import { suggestNames } from '../../archive.ts';
import { badQuery, engineDown, fault } from '../problem.ts';

/** `GET /api/suggest?name=…`: what the archive has by a name, as `Suggestions`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseSuggest(new URL(request.url).searchParams);
  if (!parsed.ok) return badQuery(parsed.problems);
  try {
    return Response.json(await suggestNames(parsed.name), { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
