import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fetched, fetchSources } from '#indexer/fetch/fetch-sources.ts';
import type { FetchOptions, Limits } from '#indexer/fetch/options.ts';
import type { Target } from '#indexer/fetch/target.ts';
import type { Outcome } from '#indexer/outcome.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  /** When, in ms of `performance.now()`. */
  at: number;
}

/** A site on this machine: what it answers at each path (404 elsewhere), and what it was asked. */
export interface Site {
  origin: string;
  pages: Record<string, Handler>;
  asked: Asked[];
  close: () => Promise<void>;
}

export async function serve(pages: Record<string, Handler> = {}): Promise<Site> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: performance.now() });
    const handler = pages[path];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${portOf(server)}`, pages, asked, close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}

export function html(text: string): string {
  return `<!doctype html><title>${text}</title><p>${text}</p>`;
}

/** Answers with a page of this text. */
export function page(text: string, headers: Record<string, string> = {}): Handler {
  return (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html(text));
}

/** Answers with this content of this type. */
export function sends(type: string, content: string | Uint8Array): Handler {
  return (_request, response) => response.writeHead(200, { 'content-type': type }).end(content);
}

export function redirects(location: string): Handler {
  return (_request, response) => response.writeHead(302, { location }).end();
}

/** Limits small enough for a test. */
export const quick = {
  interval: 1,
  backOff: 5,
  idle: 200,
  total: 700,
  bytes: 1_000_000,
  retries: 2,
} satisfies Partial<Limits>;

export type Options = Partial<FetchOptions>;

/** Fetches into a folder, by default with quick limits and private addresses allowed. */
export async function fetched(dataFolder: string, targets: (string | Target)[], options: Options = {}) {
  const outcomes: Outcome<Fetched>[] = [];
  const full = targets.map((target) => (typeof target === 'string' ? { url: target } : target));
  const limits = { ...quick, ...options.limits };
  for await (const outcome of fetchSources(full, { dataFolder, allowPrivate: true, ...options, limits }))
    outcomes.push(outcome);
  return outcomes;
}

/** `new /a`, `failed /b: answered 404 not found`: an outcome as a line, without the site's origin. */
export function line(outcome: Outcome<Fetched>, origin = ''): string {
  const local = (text: string) => text.replaceAll(origin, '');
  if (!outcome.ok) return `failed ${local(outcome.source)}: ${local(outcome.reason)}`;
  const { state, url } = outcome.value;
  return `${state} ${local(url)}`;
}

export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-fetch-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
