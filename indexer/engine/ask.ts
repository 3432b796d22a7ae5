import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const Health = z.object({ status: z.literal('available') });
const Refusal = z.object({ code: z.string() });

/**
 * What a server says to a key: it takes it; it refuses it; it has no master key, so that anyone may do anything;
 * or it does not answer as a Meilisearch.
 */
export type Welcome = 'accepts' | 'refuses' | 'open' | 'silent';

/** Shows the key to nobody who does not answer `/health` as Meilisearch does. */
export async function askEngine(host: string, key: string, path = '/keys?limit=1'): Promise<Welcome> {
  const health = await get(`${host}/health`);
  if (!health || !Health.safeParse(health.body).success) return 'silent';
  const answer = await get(`${host}${path}`, key);
  if (!answer) return 'silent';
  if (answer.ok) return 'accepts';
  const refusal = Refusal.safeParse(answer.body);
  return refusal.success && refusal.data.code === 'missing_master_key' ? 'open' : 'refuses';
}

/** Asks until there is an answer, for at most `patience` milliseconds and while `goOn`. */
export async function awaitEngine(host: string, key: string, patience: number, goOn: () => boolean): Promise<Welcome> {
  const deadline = Date.now() + patience;
  while (goOn() && Date.now() < deadline) {
    const welcome = await askEngine(host, key);
    if (welcome !== 'silent') return welcome;
    await sleep(30);
  }
  return 'silent';
}

const PATIENCE_MS = 5_000;

async function get(url: string, key?: string): Promise<{ ok: boolean; body: unknown } | null> {
  const headers = { 'Accept-Encoding': 'identity', ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  const patience = new AbortController();
  // Not `AbortSignal.timeout`, for which no process stays: a connection that is closed as soon as it is made is never told to `fetch`.
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(url, { headers, signal: patience.signal });
    return { ok: response.ok, body: await response.json().catch(() => null) };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
