import { facetIds, isFacetId } from '#lib/facets/derive.ts';
import { parseFacetSearch } from '#lib/search/facet-url.ts';
import { searchFacetValues, searchValuesWithin } from '../../../archive.ts';
import { answer } from '../../answer.ts';
import { badQuery, problem } from '../../problem.ts';

/**
 * `GET /api/facets/{facet}?name=…&<search>`: the facet's values that go by a name, counted in a search, as `NamedValues`;
 * with `within` in the place of `name` those that lie directly in one of a tree, as `ValuesWithin`.
 */
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
  const parsed = parseFacetSearch(facet, new URL(request.url).searchParams);
  if (!parsed.ok) return badQuery(parsed.problems);
  if ('within' in parsed) return answer(request, () => searchValuesWithin(facet, parsed.within, parsed.query));
  return answer(request, () => searchFacetValues(facet, parsed.name, parsed.query));
}
