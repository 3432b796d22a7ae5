import { isEngineDown } from '#lib/archive/client.ts';
import { engineDown, fault } from './problem.ts';

/** What `work` gives, as JSON where it is no answer yet, or the problem that there was. */
export async function answer(work: () => Promise<unknown>): Promise<Response> {
  try {
    const made = await work();
    return made instanceof Response ? made : Response.json(made, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
