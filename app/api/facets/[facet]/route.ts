import { isEngineDown } from '#lib/archive/client.ts';
import { facetIds, isFacetId } from '#lib/facets/derive.ts';
import { parseFacetSearch } from '#lib/search/facet-url.ts';
import { searchFacetValues } from '../../../archive.ts';
import { badQuery, engineDown, fault, problem } from '../../problem.ts';

/** `GET /api/facets/{facet}?name=…&<search>`: the facet's values that go by a name, counted in a search, as `NamedValues`. */
export async function GET(request: Request, { params }: { params: Promise<{ facet: string }> }): Promise<Response> {
  const { facet } = await params;
  if (!isFacetId(facet)) {
    const detail = `There is no facet “${facet}”.`;
    return problem({
      status: 404,
      title: 'Not found',
      code: 'not_found',
      detail,
      hint: `Known are ${facetIds.join(', ')}.`,
    });
  }
  const parsed = parseFacetSearch(new URL(request.url).searchParams);
  if (!parsed.ok) return badQuery(parsed.problems);
  try {
    const values = await searchFacetValues(facet, parsed.name, parsed.query);
    return Response.json(values, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
