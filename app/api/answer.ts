import { isEngineDown } from '#lib/archive/client.ts';
import { engineDown, fault } from './problem.ts';

const THIS_MACHINE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** To a reader on this machine nothing is compressed: it saves nothing there, and takes a tenth of the answer's time. */
function headersFor(request: Request): Record<string, string> {
  const isNear = THIS_MACHINE.includes(request.headers.get('X-Forwarded-For') ?? '');
  return { 'Cache-Control': isNear ? 'no-store, no-transform' : 'no-store' };
}

/** What `work` gives, as JSON where it is no answer yet, or the problem that there was. */
export async function answer(request: Request, work: () => Promise<unknown>): Promise<Response> {
  try {
    const made = await work();
    return made instanceof Response ? made : Response.json(made, { headers: headersFor(request) });
  } catch (error) {
    if (isEngineDown(error)) return engineDown();
    console.error(error);
    return fault();
  }
}
