import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isEngineDown, searchClient } from '#lib/archive/client.ts';

let close = () => {};
afterEach(() => close());

/** A search at an engine that answers so. */
async function search(answer: RequestListener): Promise<unknown> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  return searchClient(`http://127.0.0.1:${port}`, 'key').multiSearch({ queries: [] });
}

it('an answer is read whole, wherever its letters are cut', async () => {
  const body = { results: [{ hits: [{ text: 'Київ — 😀' }] }] };
  const found = await search((_, response) => {
    const bytes = Buffer.from(JSON.stringify(body));
    const next = (at: number) => {
      if (at >= bytes.length) return void response.end();
      response.write(bytes.subarray(at, at + 3), () => setImmediate(next, at + 3));
    };
    next(0);
  });
  expect(found).toEqual(body);
});

const refused = (status: number, body: string): RequestListener => {
  return (_, response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};

it.each([
  ['is not ready', refused(404, '{"code":"index_not_found"}'), true],
  ['has a fault', refused(500, 'no JSON'), true],
  ['cannot read the search', refused(400, '{"code":"bad_request"}'), false],
  [
    'is gone in the middle of its answer',
    (_, response) => void response.write('{"res', () => response.destroy()),
    true,
  ],
  ['does not listen', (request) => void request.socket.destroy(), true],
] satisfies [string, RequestListener, boolean][])('an engine that %s', async (_, answer, isDown) => {
  const error = await search(answer).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isEngineDown(error)).toBe(isDown);
});
