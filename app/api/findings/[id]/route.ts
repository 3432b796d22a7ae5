import { isEngineDown } from '#lib/archive/client.ts';
import { noParams } from '#lib/search/url.ts';
import { findSurroundings } from '../../../archive.ts';
import { badQuery, engineDown, fault, problem } from '../../problem.ts';

/** `GET /api/findings/{id}`: a finding with those before and after it in its report, as `Surroundings`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const problems = noParams(new URL(request.url).searchParams);
  if (problems.length > 0) return badQuery(problems);
  try {
    const found = await findSurroundings(id);
    if (found) return Response.json(found, { headers: { 'Cache-Control': 'no-store' } });
    const detail = `There is no finding “${id}”.`;
    const hint = 'Ids are those of the results of /api/search.';
    return problem({ status: 404, title: 'Not found', code: 'not_found', detail, hint });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
