import { STATUS_CODES } from 'node:http';
import type { Outcome } from '#indexer/outcome.ts';

export type Failure = Extract<Outcome<never>, { ok: false }>;

export function failure(source: string, reason: string, remedy: string): Failure {
  return { ok: false, source, reason, remedy };
}

/** `ENOENT`; the message of an error that has no code. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

const AGAIN = 'run it again later';

const CODES: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOTFOUND: ['no such host', 'check the spelling of the address'],
  EAI_AGAIN: ['the host name could not be looked up', 'check the connection to the network, then run it again'],
  ECONNREFUSED: ['the host refused the connection', 'check the address and its port, or run it again later'],
  ECONNRESET: ['the connection was cut', AGAIN],
  EPIPE: ['the connection was cut', AGAIN],
  ENETUNREACH: ['the network cannot be reached', 'check the connection to the network, then run it again'],
  EHOSTUNREACH: ['the host cannot be reached', AGAIN],
  ETIMEDOUT: ['no reply in time', AGAIN],
  HPE_HEADER_OVERFLOW: ['the headers of its reply are too large', 'leave it out, or tell the site'],
};

/** Why a request got no reply, by the error of the socket, the parser or the library. */
export function requestFailure(source: string, error: unknown): Failure {
  const code = codeOf(error);
  // request-filtering-agent's errors have no code.
  if (error instanceof Error && /is not allowed\. Because/.test(error.message)) return privateAddress(source);
  const known = CODES[code];
  if (known) return failure(source, known[0], known[1]);
  if (/CERT|TLS|SSL|SELF_SIGNED|VERIFY/.test(code))
    return failure(source, `its certificate is not valid (${code})`, 'tell the site, or leave it out');
  if (/^Z_|^ERR__?ERROR_FORMAT|BROTLI/.test(code))
    return failure(source, 'its compressed reply is broken or cut', AGAIN);
  if (code.startsWith('HPE_')) return failure(source, `its reply is not HTTP (${code})`, 'check the address');
  return failure(source, `no reply (${code})`, AGAIN);
}

function privateAddress(source: string): Failure {
  return failure(
    source,
    'its host is this machine or in a private network',
    'leave it out, or allow private addresses if you trust it',
  );
}

/** Why a reply of this status holds no page. `retryAfter` is the header, as sent. */
export function statusFailure(source: string, status: number, retryAfter: string | undefined): Failure {
  const answered = `answered ${status} ${STATUS_CODES[status] ?? ''}`.trim().toLowerCase();
  if (status === 404 || status === 410) return failure(source, answered, 'check the address, or leave it out');
  if (status === 401 || status === 403)
    return failure(source, answered, 'it is not public: save it by hand, or leave it out');
  if (status !== 429 && status < 500) return failure(source, answered, 'open it in a browser to see what it is');
  const wait = retryAfter && /^[\w ,:]{1,40}$/.test(retryAfter) ? `, and asks to wait (${retryAfter})` : '';
  return failure(source, `${answered}${wait}`, AGAIN);
}
