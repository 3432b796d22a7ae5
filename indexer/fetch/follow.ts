import type { Outcome } from '#indexer/outcome.ts';
import { failure } from './failure.ts';
import type { Gate } from './gate.ts';
import type { Reply, Request } from './request.ts';

/** May this address be asked now, and how long to wait between requests to its host (ms)? */
export type Permit = (url: string) => Promise<Outcome<number>>;

interface Followed {
  /** The last reply; its `url` is where the redirects led. */
  reply: Reply;
  /** The addresses that redirected, in order. */
  redirects: string[];
}

interface Asking {
  permit: Permit;
  /** Headers for the address, which may be a redirect's. */
  headers: (url: string) => Readonly<Record<string, string>>;
}

export type Follow = (url: string, asking: Asking) => Promise<Outcome<Followed>>;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Null where the address is one to ask: http(s), with no password that would be stored with it. */
export function refusal(url: string): [reason: string, remedy: string] | null {
  if (!URL.canParse(url)) return ['not an address', 'give it in full, as https://example.org/page'];
  const { protocol, username, password } = new URL(url);
  if (!/^https?:$/.test(protocol)) return [`not a web address (${protocol})`, 'give one that starts with https://'];
  if (username || password) return ['its address holds a name or password', 'take them out of the address'];
  return null;
}

function targetOf({ status, headers, url }: Reply): string | null {
  if (!headers.location || !REDIRECTS.has(status)) return null;
  // Node reads headers as Latin-1; servers write addresses in UTF-8.
  const location = Buffer.from(headers.location, 'latin1').toString();
  return URL.canParse(location, url) ? new URL(location, url).href : location;
}

/** GET with redirects: each address on the way is checked anew, and waits for its own host's turn. */
export function createFollow(request: Request, gate: Gate, most: number): Follow {
  return async (start, { permit, headers }) => {
    const redirects: string[] = [];
    let url = start;
    for (;;) {
      const via = redirects.length > 0 ? `redirects to ${url.slice(0, 200)}: ` : '';
      const refused = refusal(url);
      if (refused) return failure(start, via + refused[0], refused[1]);
      const permitted = await permit(url);
      if (!permitted.ok) return failure(start, via + permitted.reason, permitted.remedy);
      const asked = url;
      const reply = await gate(new URL(url).host, permitted.value, () => request(asked, headers(asked)));
      if (!reply.ok) return failure(start, via + reply.reason, reply.remedy);
      const target = targetOf(reply.value);
      if (target === null) return { ok: true, value: { reply: reply.value, redirects } };
      redirects.push(url);
      if (redirects.includes(target)) return failure(start, 'redirects in a circle', 'leave it out, or tell the site');
      if (redirects.length > most)
        return failure(start, `redirects more than ${most} times`, 'give the address it leads to');
      url = target;
    }
  };
}
