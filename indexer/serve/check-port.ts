import { portTrouble } from '#indexer/engine/port.ts';
import { SiteError } from './site-error.ts';

/** A program may hold the port on one of these alone, and would then get some of the readers. */
const EVERY_ADDRESS = ['127.0.0.1', '::1', '0.0.0.0', '::'];

/** @throws {SiteError} when the port is none, is in use or may not be used. */
export async function checkPort(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SiteError(`${port} is no port`, 'Set PORT to a number from 1 to 65535.');
  }
  for (const address of EVERY_ADDRESS) {
    const trouble = await portTrouble(port, address);
    if (trouble === 'EADDRINUSE') throw new SiteError(`port ${port} is in use`, 'Stop what uses it or set PORT.');
    if (trouble === 'EACCES') throw new SiteError(`port ${port} may not be used by you`, 'Set PORT to one above 1023.');
  }
}
