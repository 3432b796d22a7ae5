import { isEngineDown } from '#lib/archive/client.ts';
import { engineDown, fault } from './problem.ts';

/** What `work` gives as JSON, or the problem that there was. */
export async function answer(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
