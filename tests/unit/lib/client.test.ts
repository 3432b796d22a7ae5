import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { archiveClient, isEngineDown } from '#lib/archive/client.ts';

let close = () => {};
afterEach(() => {
  vi.useRealTimers();
  close();
});

it.each([
  ['closes each connection at once', true],
  ['takes a request and says nothing', false],
])('a write to an engine that %s is given up in time, and the run told', async (_, closes) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (closes) socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => void server.close();
  const { port } = server.address() as AddressInfo;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const write = archiveClient(`http://127.0.0.1:${port}`, 'key')
    .index('reports')
    .addDocuments([{ id: 'a' }]);
  const given = expect(write).rejects.toSatisfy(isEngineDown);
  await once(server, 'connection');
  await vi.advanceTimersByTimeAsync(120_000);
  await given;
});
