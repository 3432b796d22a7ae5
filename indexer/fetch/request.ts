import type { IncomingHttpHeaders } from 'node:http';
import { type ExtendOptions, got, HTTPError, type Response, TimeoutError } from 'got';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Outcome } from '#indexer/outcome.ts';
import { failure, requestFailure } from './failure.ts';
import type { Limits } from './options.ts';

export interface Reply {
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** Decompressed. */
  body: Buffer;
}

/** One GET with its retries; redirects are not followed. A failed outcome where there is no reply, whole and within the limits. */
export type Request = (url: string, headers: Readonly<Record<string, string>>) => Promise<Outcome<Reply>>;

interface Setting {
  userAgent: string;
  allowPrivate: boolean;
  limits: Limits;
  signal: AbortSignal;
}

const ACCEPT =
  'text/html, application/xhtml+xml, application/xml;q=0.9, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5';

function settings({ userAgent, limits }: Setting): ExtendOptions {
  const { idle, total, retries, backOff, retryAfter } = limits;
  return {
    headers: { 'user-agent': userAgent, accept: ACCEPT },
    responseType: 'buffer',
    followRedirect: false,
    timeout: { lookup: idle, connect: idle, secureConnect: idle, socket: idle, response: total, request: total },
    retry: {
      limit: retries,
      methods: ['GET'],
      statusCodes: [429, 500, 502, 503, 504, 520, 521, 522, 523, 524],
      errorCodes: ['ECONNRESET', 'EPIPE', 'EAI_AGAIN', 'ENETUNREACH'],
      backoffLimit: backOff,
      maxRetryAfter: retryAfter,
    },
  };
}

function replyOf(url: string, { statusCode, headers, rawBody }: Response<unknown>): Outcome<Reply> {
  const encoding = headers['content-encoding'];
  // What got can decompress it did, and took the header away.
  if (encoding && encoding.toLowerCase() !== 'identity')
    return failure(url, `sent in an encoding that is not read (${encoding.slice(0, 20)})`, 'leave it out');
  return { ok: true, value: { url, status: statusCode, headers, body: Buffer.from(rawBody) } };
}

export function tooLarge(url: string, bytes: number): Outcome<never> {
  return failure(
    url,
    `larger than ${(bytes / 1024 / 1024).toFixed(1)} MB`,
    'leave it out, or save and split it by hand',
  );
}

/** Requests that obey the limits and refuse private addresses at the socket. `close` ends idle connections. */
export function createRequest(setting: Setting): { request: Request; close: () => void } {
  const { limits, signal, allowPrivate } = setting;
  const filter = { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate, keepAlive: true };
  // The address is checked when the socket connects, so that a name cannot be re-bound after the check.
  const agent = { http: new RequestFilteringHttpAgent(filter), https: new RequestFilteringHttpsAgent(filter) };
  const client = got.extend({ ...settings(setting), agent });
  const request: Request = async (url, headers) => {
    const over = new AbortController();
    try {
      const pending = client(url, { headers, signal: AbortSignal.any([signal, over.signal]) });
      void pending.on('downloadProgress', ({ transferred, total }) => {
        if (Math.max(transferred, total ?? 0) > limits.bytes) over.abort();
      });
      return replyOf(url, await pending);
    } catch (error) {
      if (over.signal.aborted) return tooLarge(url, limits.bytes);
      if (signal.aborted) return failure(url, 'stopped before it was fetched', 'run it again');
      if (error instanceof HTTPError) return replyOf(url, error.response);
      if (error instanceof TimeoutError && error.event === 'request')
        return failure(url, `not all there after ${limits.total / 1000} s`, 'run it again later, or leave it out');
      return requestFailure(url, error);
    }
  };
  const close = () => {
    agent.http.destroy();
    agent.https.destroy();
  };
  return { request, close };
}
