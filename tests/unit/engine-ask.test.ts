import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';

let close = () => {};
afterEach(() => close());

/** Asks in a process that has nothing else to do, an engine that treats each connection so. */
async function ask(treat: (socket: Socket) => void): Promise<{ status: number; said: string }> {
  const server = createServer((socket) => treat(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => void server.close();
  const { port } = server.address() as AddressInfo;
  const script = `
    import { askEngine } from '#indexer/engine/ask.ts';
    console.log(await askEngine('http://127.0.0.1:${port}', 'key'));
  `;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  const [said, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { status, said };
}

const available = 'HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{"status":"available"}';

it.each([
  ['closes every connection at once', (socket) => socket.destroy()],
  ['is gone when it is asked', (socket) => socket.once('data', () => socket.resetAndDestroy())],
  ['is gone in the middle of its answer', (socket) => socket.once('data', () => socket.end(available.slice(0, -3)))],
] satisfies [string, (socket: Socket) => void][])(
  'an engine that %s does not answer, and whoever asked goes on',
  async (_, treat) => {
    expect(await ask(treat)).toEqual({ status: 0, said: 'silent\n' });
  },
);
