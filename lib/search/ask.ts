import type { Meilisearch } from '#lib/archive/client.ts';
import { multiSearchBody, type Planned } from './request.ts';
import { type Answers, byRole } from './response.ts';

/** @throws the engine client's errors: see `isEngineDown`. */
export async function ask(client: Meilisearch, planned: Planned[]): Promise<Answers> {
  const { results } = await client.multiSearch(multiSearchBody(planned));
  return byRole(planned, results);
}
