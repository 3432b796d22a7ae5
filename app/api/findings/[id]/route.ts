import { noParams } from '#lib/search/url.ts';
import { findSurroundings } from '../../../archive.ts';
import { answer } from '../../answer.ts';
import { badQuery, problem } from '../../problem.ts';

function missing(id: string): Response {
  const detail = `There is no finding “${id}”.`;
  const hint = 'Ids are those of the results of /api/search.';
  return problem({ status: 404, title: 'Not found', code: 'not_found', detail, hint });
}

/** `GET /api/findings/{id}`: a finding with those before and after it in its report, as `Surroundings`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const problems = noParams(new URL(request.url).searchParams);
  if (problems.length > 0) return badQuery(problems);
  return answer(request, async () => (await findSurroundings(id)) ?? missing(id));
}
