import { createServer } from 'node:net';
import getPort from 'get-port';

/** Why nothing can listen there (`EADDRINUSE`, `EACCES`, ...); null when the port is free. */
export function portTrouble(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * A port of 127.0.0.1, the preferred one if it is free: whoever starts a dead engine again, those who knew it find it there.
 * (get-port alone will not do: it keeps from handing out a port twice within half a minute.)
 */
export async function enginePort(preferred: number | null): Promise<number> {
  const host = '127.0.0.1';
  if (preferred !== null && (await portTrouble(preferred, host)) === null) return preferred;
  return getPort({ host });
}
