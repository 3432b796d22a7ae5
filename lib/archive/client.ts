import { Meilisearch } from 'meilisearch';
import { httpTransport, PATIENCE_MS } from './transport.ts';

export type { Meilisearch } from 'meilisearch';

/** A compressed answer meets a 40 ms delayed-ACK stall on loopback, so none is asked for. */
const requestInit = { headers: { 'Accept-Encoding': 'identity' } };

/** Longer than an engine that is busy takes to accept a batch; without an end, one that is gone could be waited for forever. */
const WRITE_PATIENCE_MS = 120_000;

/** The indexer's client: writes, tasks, settings. */
export function archiveClient(host: string, apiKey: string): Meilisearch {
  return new Meilisearch({ host, apiKey, requestInit, timeout: WRITE_PATIENCE_MS });
}

/** The site's client, for searches alone. An `https` engine is reached by `fetch`, as by the indexer. */
export function searchClient(host: string, apiKey: string): Meilisearch {
  const way = host.startsWith('http:') ? { httpClient: httpTransport } : { timeout: PATIENCE_MS };
  return new Meilisearch({ host, apiKey, requestInit, ...way });
}

const NOT_READY = ['index_not_found', 'invalid_api_key', 'missing_authorization_header'];

/** Is this the engine not answering, or not ready yet, rather than a fault of ours? */
export function isEngineDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', status = 0 } = (error.cause ?? {}) as { code?: string; status?: number };
  if (error.name === 'MeilisearchApiError' || (error.cause instanceof Error && error.cause.name === 'EngineAnswer'))
    return status >= 500 || NOT_READY.includes(code);
  return error.name === 'MeilisearchRequestError';
}
